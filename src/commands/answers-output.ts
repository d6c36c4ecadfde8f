/** Where answers are written: to stdout, or to a file for its owner alone, and never over another one unasked. */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import { shownPath } from '../diagnostics/shown-path.ts';
import { writeFailure } from '../output/check-target.ts';
import { writeWhole } from '../output/write-file.ts';
import type { Streams } from './streams.ts';

export interface OutputOptions extends Pick<Streams, 'cwd' | 'stdout'> {
  /** The file to write; left out or `-`, stdout. */
  out?: string;
  force?: boolean;
}

/** Answers are for nobody but the one who reads them. */
const OWNER_ALONE = 0o600;

/** The absolute path of the file to write; nothing for stdout. */
export const outputFile = ({ out = '-', cwd }: Pick<OutputOptions, 'out' | 'cwd'>): string | undefined => (out === '-' ? undefined : path.resolve(cwd, out));

/** An error where a file stands in the way. */
export const fileInTheWay = async (options: OutputOptions): Promise<Diagnostic | undefined> => {
  const target = outputFile(options);
  if (!target || options.force || !(await stat(target).catch(() => undefined))) return undefined;
  return error(
    'file-there',
    `expected no file there yet, found one: ${shownPath(target, options.cwd)}`,
    undefined,
    'choose another name with --out, or run the command again with --force',
  );
};

/** Writes a text. @returns what went wrong */
export const writeOutput = async (text: string, options: OutputOptions): Promise<Diagnostic | undefined> => {
  const target = outputFile(options);
  if (!target) {
    options.stdout.write(text);
    return undefined;
  }
  try {
    await writeWhole(target, Buffer.from(text), OWNER_ALONE);
    return undefined;
  } catch (thrown) {
    return writeFailure(target, thrown as NodeJS.ErrnoException);
  }
};
