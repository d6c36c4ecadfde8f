/** What commands read from and talk to; given to them, so that tests need no process. */
import type { Writable } from 'node:stream';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source-file.ts';
import { visible } from '../diagnostics/width.ts';

export interface Streams {
  /** The folder that paths are relative to, absolute. */
  cwd: string;
  /** Data. */
  stdout: Writable;
  /** Talk. */
  stderr: Writable;
}

/** Tells an author of problems on stderr, with the lines in question. Quiet keeps to errors. */
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

/** Says lines on stderr; whatever names and titles hold, nothing in them steers the terminal. */
export const say = ({ stderr }: Pick<Streams, 'stderr'>, ...lines: readonly string[]): void => {
  for (const line of lines) stderr.write(`${visible(line)}\n`);
};
