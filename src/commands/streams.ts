/** The working folder and output streams of a command, passed in so that tests need no process, and functions that print to them. */
import type { Writable } from 'node:stream';
import { asCalled } from '../diagnostics/as-called.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source-file.ts';
import { visible } from '../diagnostics/width.ts';

export interface Streams {
  /** The working folder, absolute. */
  cwd: string;
  /** For data. */
  stdout: Writable;
  /** For messages. */
  stderr: Writable;
}

/** Prints diagnostics on stderr, with code frames; suggestions are left out, and with `quiet` warnings too. */
export const tell = async (
  diagnostics: readonly Diagnostic[],
  sources: readonly SourceFile[],
  { cwd, stderr, quiet }: Streams & { quiet?: boolean },
): Promise<void> => {
  const told = diagnostics.filter(({ severity }) => severity === 'error' || (severity === 'warning' && !quiet));
  if (told.length === 0) return;
  const { printHuman } = await import('../diagnostics/print-human.ts');
  stderr.write(printHuman(told, sources, { cwd, stream: stderr }));
};

/** Prints lines on stderr, without control characters: names and titles may contain some. */
export const say = ({ stderr }: Pick<Streams, 'stderr'>, ...lines: readonly string[]): void => {
  for (const line of lines) stderr.write(`${visible(asCalled(line, process.env))}\n`);
};
