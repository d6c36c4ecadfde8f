/** Loads the words of the page on which filled copies are compared. */
import { access } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { packageRoot } from '../system/package-root.ts';
import { plainValue, readYaml, validate } from '../yaml/index.ts';
import { words } from './strings-schema.ts';

const progressFile = z.strictObject({
  title: words(),
  titleOfTwo: words(),
  purpose: words(),
  bothAgreed: words(),
  copies: words(),
  copy: words(),
  copyNumber: words('number'),
  dates: words(),
  madeOn: words('date'),
  versions: words(),
  languages: words(),
  order: words(),
  firstAndLast: words(),
  firstLines: words('number'),
  ratings: words(),
  rating: words(),
  notAnswered: words(),
  notAsked: words(),
  unclear: words('answer'),
  otherScale: words('number', 'from', 'to'),
  new: words(),
  changed: words(),
  gone: words(),
  inOne: words(),
  different: words(),
  askedAs: words('question'),
  same: words('number'),
  nothing: words(),
});

export type ProgressWords = z.output<typeof progressFile>;

/** The folder of these words, a file for each language. */
const folder = (): string => path.join(packageRoot(), 'content', 'progress');

/**
 * Loads the words.
 *
 * @param language a BCP 47 tag: `es-MX` has the words of `es`
 * @returns nothing where the program does not have them in the language
 */
export const loadProgressWords = async (language: string): Promise<ProgressWords | undefined> => {
  const [base = ''] = language.split('-');
  const file = path.join(folder(), `${base}.yaml`);
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  if (!/^[a-z]{2,3}$/.test(base) || !isThere) return undefined;
  const { document, source, diagnostics } = await readYaml(file);
  const read = document ? validate(progressFile, { document, source }, plainValue(document)) : { value: undefined, diagnostics };
  // The file came with the program, so that a fault in it is one of the program.
  if (!read.value || read.diagnostics.length > 0) throw new Error(read.diagnostics.map(({ message }) => message).join('; '));
  return read.value;
};
