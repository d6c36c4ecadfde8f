/** Where answers are written: to stdout, or to a file for its owner alone, and never over another one unasked, or over a filled copy. */
import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import { shownPath } from '../diagnostics/shown-path.ts';
import { checkTarget, writeFailure } from '../output/check-target.ts';
import { sameFile } from '../output/same-file.ts';
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

/**
 * An error where a file stands in the way.
 *
 * @param read the paths of the copies that are read, which nothing is ever written over
 * @param isPdf whether a PDF will be written, which takes the place of nothing but another one
 */
export const fileInTheWay = async (options: OutputOptions, read: readonly string[], isPdf = false): Promise<Diagnostic | undefined> => {
  const target = outputFile(options);
  const there = target && (await stat(target).catch(() => undefined));
  if (!there) return undefined;
  if (there.isDirectory())
    return error('output-unwritable', `expected a file to write, found a folder: ${shownPath(target, options.cwd)}`, undefined, 'name a file with --out');
  const isRead = await Promise.all(read.map((file) => sameFile(target, path.resolve(options.cwd, file))));
  if (isRead.includes(true)) {
    const hint = 'the filled copy would be lost: choose another name with --out';
    return error('same-file', `expected another file to write than the filled one, found ${shownPath(target, options.cwd)}`, undefined, hint);
  }
  if (options.force) {
    const [found] = isPdf || (await holdsPdf(target)) ? await checkTarget(target, false) : [];
    // Nothing is written over a filled copy, with --force neither.
    return found?.code === 'output-in-use' ? { ...found, hints: ['choose another name with --out, or rename the filled copy'] } : found;
  }
  return error(
    'file-there',
    `expected no file there yet, found one: ${shownPath(target, options.cwd)}`,
    undefined,
    'choose another name with --out, or run the command again with --force',
  );
};

/** Whether a file is a PDF, in which somebody may have filled in something. */
const holdsPdf = async (file: string): Promise<boolean> => {
  // A named pipe would wait for somebody who writes into it.
  if (!(await stat(file).catch(() => undefined))?.isFile()) return false;
  const opened = await open(file).catch(() => undefined);
  try {
    const { buffer, bytesRead } = (await opened?.read(Buffer.alloc(1024), 0, 1024, 0)) ?? { buffer: Buffer.alloc(0), bytesRead: 0 };
    return buffer.subarray(0, bytesRead).includes('%PDF-');
  } finally {
    await opened?.close();
  }
};

/** Writes a text, or the bytes of a PDF. @returns what went wrong */
export const writeOutput = async (content: string | Uint8Array, options: OutputOptions): Promise<Diagnostic | undefined> => {
  const target = outputFile(options);
  if (!target) {
    await new Promise<void>((resolve) => options.stdout.write(content, () => resolve()));
    return undefined;
  }
  try {
    await writeWhole(target, Buffer.from(content), OWNER_ALONE);
    return undefined;
  } catch (thrown) {
    return writeFailure(target, thrown as NodeJS.ErrnoException);
  }
};

/** The error for a file whose name says that it will hold something that this command does not write. */
export const unknownEnding = (out = '', endings: readonly string[]): Diagnostic =>
  error(
    'option',
    `expected a file that ends in ${endings.slice(0, -1).join(', ')} or ${endings.at(-1) ?? ''}, found ${out} (--out)`,
    undefined,
    'choose such a name; or say with --format what is written',
  );
