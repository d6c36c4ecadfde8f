/** Builds once: from reading the workbook to the written file. */
import { stat } from 'node:fs/promises';
import { runBuild } from '../api/run-build.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source-file.ts';
import type { OnProgress } from '../layout/progress.ts';
import { deliver } from '../output/write-pdf.ts';
import { checkTarget, targetOf } from '../output/check-target.ts';
import type { MadePdf, PdfOptions } from '../builder/make-pdf.ts';
import { protectedPdf } from '../builder/protected-pdf.ts';
import type { Builder, BuilderOptions } from '../builder/builder.ts';
import type { BuildOptions } from './build-options.ts';

export interface Attempt {
  /** Exit code: 0 done, 1 errors in the input or the target, 2 wrong usage. */
  code: number;
  diagnostics: Diagnostic[];
  sources: SourceFile[];
  /** Absolute paths of the files and folders that it depended on. */
  watch: string[];
  /** Given when the file was written; `target` is its absolute path, or `-`. */
  made?: { ready: PdfOptions; pdf: MadePdf; target: string; seconds: number; resolved: BuilderOptions };
}

/**
 * Builds and writes once.
 *
 * @param before the bytes that the last attempt wrote: equal ones are not written again
 * @param progress called with the progress
 */
export const attempt = async (builder: Builder, asked: BuildOptions & { password?: string }, before?: Buffer, progress?: OnProgress): Promise<Attempt> => {
  const toStdout = asked.out === '-';
  let target = '-';
  let blocked: Diagnostic[] = [];
  const { made, wrongUsage, ...rest } = await runBuild(builder, asked, {
    progress,
    planned: async ({ fileName, folders }) => {
      if (toStdout) return [];
      target = await targetOf(asked.out, fileName, asked.cwd);
      blocked = await checkTarget(target, asked.force ?? false, folders);
      // A PDF of an earlier attempt may hold answers by now; that is no error if the bytes need not be written again.
      return before ? [] : blocked;
    },
  });
  if (!made) return { code: wrongUsage ? 2 : 1, ...rest };
  const bytes = asked.password === undefined ? made.pdf.bytes : protectedPdf(made.pdf.bytes, made.ready, asked.password);
  const written = before?.equals(made.pdf.bytes) && (await stat(target).catch(() => undefined));
  if (!written) {
    const failure = blocked.length > 0 ? blocked : await deliver(target, bytes, asked);
    rest.diagnostics.push(...failure);
    if (failure.some(({ severity }) => severity === 'error')) return { code: 1, ...rest };
  }
  return { code: 0, ...rest, made: { ...made, target } };
};
