/** Reading what is written behind an option; what cannot be read is wrong usage. */

/** What was written is not what the option takes; the message says what is expected. */
export class WrongValue extends Error {}

/** From what is written to a value, or a {@link WrongValue}. */
export type Parse<Value> = (written: string) => Value;

/** Anything but nothing, as it is written. @param expected such as "a file or folder" */
export const something =
  (expected: string): Parse<string> =>
  (written) => {
    if (written.trim() === '') throw new WrongValue(`Expected ${expected}, found nothing.`);
    return written;
  };

/** Words, without the spaces around them; letters and their marks as one character (NFC), however the terminal gives them. @param expected such as "a name" */
export const trimmed =
  (expected: string): Parse<string> =>
  (written) =>
    something(expected)(written).trim().normalize('NFC');

/** One of some words, in capitals or not: paper is called A4 by all but programs. */
export const oneOf =
  <Value extends string>(values: readonly Value[]): Parse<Value> =>
  (written) => {
    const found = values.find((value) => value.toLowerCase() === written.trim().toLowerCase());
    // The words of commander for it.
    if (found === undefined) throw new WrongValue(`Allowed choices are ${values.join(', ')}.`);
    return found;
  };

/** Items with commas between. @param expected such as "names such as safety-page" */
export const listOf =
  (expected: string): Parse<string[]> =>
  (written) => {
    const items = written
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '');
    if (items.length === 0) throw new WrongValue(`Expected ${expected}, found nothing.`);
    return items;
  };
