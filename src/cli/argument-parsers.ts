/** Parsers for the values of options, in the form that commander takes. */
import { InvalidArgumentError, Option } from 'commander';
import { THICKEST } from '../booklet/sheets.ts';
import { clientSign, listOf, oneOf, type Parse, nonEmpty, trimmed, WrongValue } from '../options/parse-values.ts';

/** Turns a parser into one for commander, which adds the name of the option to its message. */
export const argument =
  <Value>(parse: Parse<Value>): Parse<Value> =>
  (written) => {
    try {
      return parse(written);
    } catch (thrown) {
      throw thrown instanceof WrongValue ? new InvalidArgumentError(thrown.message) : thrown;
    }
  };

/** An option that takes one of several values, in upper or lower case. */
export const choice = (flags: string, description: string, choices: readonly string[]): Option =>
  new Option(flags, description).choices(choices).argParser(argument<string>(oneOf(choices)));

/** What `--trust-template` is for, in the help of each command that has it. */
export const TRUST_TEMPLATE = 'run the code of a template that nobody has allowed, this once: only where you know who wrote it';

/** A name: any text that is not empty. */
export const name = argument(trimmed('a name'));

/** The sign of a client. */
export const id = argument(clientSign);

/** A file or folder; the command checks whether it exists. */
export const path = argument(nonEmpty('a file or folder'));

/** Several files. */
export const paths = (written: string, before: readonly string[] = []): string[] => [...before, path(written)];

/** Names separated by commas. */
export const list = argument(listOf('names such as safety-page'));

/** A thickness in millimetres, with or without the unit. */
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

/** The number of a file descriptor. */
export const descriptor = (value: string): number => {
  if (!/^\d{1,4}$/.test(value.trim())) throw new InvalidArgumentError('Expected the number of a file descriptor, such as 3.');
  return Number(value);
};

/** The flags and the help of the option that gives a password to commands that read a copy. */
export const PASSWORD_FD: [string, string, typeof descriptor] = [
  '--password-fd <number>',
  'read the password of an encrypted PDF from this file descriptor; else it is asked for on the terminal',
  descriptor,
];

/** The highest port number (RFC 9293: sixteen bits). */
const LAST_PORT = 65_535;

/** The number of a port; 0 for any free one. */
export const port = (value: string): number => {
  const number = Number(value);
  if (!/^\d+$/.test(value.trim()) || number > LAST_PORT) throw new InvalidArgumentError(`Expected a whole number from 0 to ${LAST_PORT}.`);
  return number;
};
