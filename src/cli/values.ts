/** What is written behind options: read, or refused as wrong usage. */
import { InvalidArgumentError, Option } from 'commander';

/** An option that takes one of some words, in capitals or not: paper is called A4 by all but programs. */
export const choice = (flags: string, description: string, choices: readonly string[]): Option =>
  new Option(flags, description).choices(choices).argParser((value) => {
    const found = choices.find((one) => one.toLowerCase() === value.trim().toLowerCase());
    // The words of commander for it.
    if (found === undefined) throw new InvalidArgumentError(`Allowed choices are ${choices.join(', ')}.`);
    return found;
  });

/** A name: anything but nothing. */
export const name = (value: string): string => {
  if (value.trim() === '') throw new InvalidArgumentError('Expected a name, found nothing.');
  return value.trim();
};

/** A file or folder; whether it is there is for the command to find out. */
export const path = (value: string): string => {
  if (value.trim() === '') throw new InvalidArgumentError('Expected a file or folder, found nothing.');
  return value;
};

/** Steps, as numbers and ids; which there are is for the command to find out. */
export const steps = (value: string): string => {
  if (value.trim() === '') throw new InvalidArgumentError('Expected steps such as 1-3,5, found nothing.');
  return value;
};

/** No sheet is thicker, in millimetres. */
const THICKEST = 1;

/** A thickness in millimetres, with the unit or without. */
export const millimetres = (value: string): number => {
  const number = Number(
    value
      .trim()
      .replace(/\s*mm$/, '')
      .replace(',', '.'),
  );
  if (value.trim() === '' || !(number >= 0 && number <= THICKEST)) throw new InvalidArgumentError(`Expected millimetres from 0 to ${THICKEST}, such as 0.1.`);
  return number;
};

/** Names with commas between. */
export const list = (value: string): string[] => {
  const items = value
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
  if (items.length === 0) throw new InvalidArgumentError('Expected names such as safety-page, found nothing.');
  return items;
};

/** The last port there is (RFC 9293: sixteen bits). */
const LAST_PORT = 65_535;

/** A port to serve on; 0 is any that is free. */
export const port = (value: string): number => {
  const number = Number(value);
  if (!/^\d+$/.test(value.trim()) || number > LAST_PORT) throw new InvalidArgumentError(`Expected a whole number from 0 to ${LAST_PORT}.`);
  return number;
};
