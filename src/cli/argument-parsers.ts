/** What is written behind options: read, or refused as wrong usage. */
import { InvalidArgumentError, Option } from 'commander';
import { THICKEST } from '../booklet/sheets.ts';
import { listOf, oneOf, type Parse, something, trimmed, WrongValue } from '../options/parse-values.ts';

/** A reader of values for commander, which tells what was wrong with the option's name before it. */
export const argument =
  <Value>(parse: Parse<Value>): Parse<Value> =>
  (written) => {
    try {
      return parse(written);
    } catch (thrown) {
      throw thrown instanceof WrongValue ? new InvalidArgumentError(thrown.message) : thrown;
    }
  };

/** An option that takes one of some words, in capitals or not. */
export const choice = (flags: string, description: string, choices: readonly string[]): Option =>
  new Option(flags, description).choices(choices).argParser(argument<string>(oneOf(choices)));

/** A name: anything but nothing. */
export const name = argument(trimmed('a name'));

/** A file or folder; whether it is there is for the command to find out. */
export const path = argument(something('a file or folder'));

/** Names with commas between. */
export const list = argument(listOf('names such as safety-page'));

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

/** The last port there is (RFC 9293: sixteen bits). */
const LAST_PORT = 65_535;

/** A port to serve on; 0 is any that is free. */
export const port = (value: string): number => {
  const number = Number(value);
  if (!/^\d+$/.test(value.trim()) || number > LAST_PORT) throw new InvalidArgumentError(`Expected a whole number from 0 to ${LAST_PORT}.`);
  return number;
};
