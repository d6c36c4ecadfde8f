/** Parses the values of options on the command line. */

/** Thrown for a value that an option does not take; the message says what is expected. */
export class WrongValue extends Error {}

/** Turns text into a value, or throws a {@link WrongValue}. */
export type Parse<Value> = (written: string) => Value;

/** Any text that is not empty. @param expected such as "a file or folder", for the message */
export const nonEmpty =
  (expected: string): Parse<string> =>
  (written) => {
    if (written.trim() === '') throw new WrongValue(`Expected ${expected}, found nothing.`);
    return written;
  };

/** Text without surrounding spaces, in Unicode normal form NFC, whatever the terminal sends. @param expected such as "a name", for the message */
export const trimmed =
  (expected: string): Parse<string> =>
  (written) =>
    nonEmpty(expected)(written).trim().normalize('NFC');

/** As {@link trimmed}, on one line. @param most characters */
export const shortText =
  (expected: string, most: number): Parse<string> =>
  (written) => {
    const text = trimmed(expected)(written).replaceAll(/\s+/g, ' ');
    if (text.length > most) throw new WrongValue(`Expected ${expected} of at most ${most} characters, found ${text.length}.`);
    return text;
  };

/** The sign of a client, by which copies are told apart: the same for a row of a list and for a single copy. Records of copies hold at most 500 characters. */
export const clientSign = shortText('a sign such as 2026-017', 100);

/** One of several values, in upper or lower case: people write A4, not a4. */
export const oneOf =
  <Value extends string>(values: readonly Value[]): Parse<Value> =>
  (written) => {
    const found = values.find((value) => value.toLowerCase() === written.trim().toLowerCase());
    // The same message as commander's own.
    if (found === undefined) throw new WrongValue(`Allowed choices are ${values.join(', ')}.`);
    return found;
  };

/** Items separated by commas. @param expected such as "names such as safety-page", for the message */
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
