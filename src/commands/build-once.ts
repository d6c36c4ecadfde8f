/** One go at a build: from reading the workbook to a written file. */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source.ts';
import type { OnProgress } from '../layout/progress.ts';
import { deliver } from '../output/write-pdf.ts';
import { checkTarget, targetOf } from '../output/protect.ts';
import type { MadePdf, PdfOptions } from '../builder/make-pdf.ts';
import { resolveOptions } from '../builder/resolve-options.ts';
import type { Builder, BuilderOptions } from '../builder/builder.ts';
import type { BuildOptions } from './build-options.ts';
import { checkCombination } from '../options/combinations.ts';
import { fileName } from '../options/file-name.ts';

/** As in theme/find.ts, which is loaded with the theme. */
const THEME_FILE = 'theme.yaml';

export interface Attempt {
  /** Exit code: 0 done, 1 errors in the input or the target, 2 wrong usage. */
  code: number;
  diagnostics: Diagnostic[];
  sources: SourceFile[];
  /** Absolute paths of the files and folders that it depended on. */
  watch: string[];
  /** Given when the file is there; `target` is its absolute path, or `-`. */
  made?: { ready: PdfOptions; pdf: MadePdf; target: string; seconds: number; resolved: BuilderOptions };
}

/**
 * Builds and writes once.
 *
 * @param before the bytes that an attempt before has written: they are not written again
 * @param progress told how far it is
 */
export const attempt = async (builder: Builder, asked: BuildOptions, before?: Buffer, progress?: OnProgress): Promise<Attempt> => {
  const began = performance.now();
  const options = await resolveOptions(asked);
  const refused = checkCombination(options, options.from);
  if (refused.length > 0) return { code: 2, diagnostics: refused, sources: options.practice?.sources ?? [], watch: options.practice?.watch ?? [] };
  const { ready, diagnostics, sources, wrongUsage, watch } = await builder.prepare(options);
  const end = (code: number, ...more: readonly Diagnostic[]): Attempt => ({ code, diagnostics: [...diagnostics, ...more], sources, watch });
  if (!ready) return end(wrongUsage ? 2 : 1);

  const { edition, strings } = ready;
  const toStdout = options.out === '-';
  const target = toStdout ? '-' : await targetOf(options.out, fileName(edition.name, strings.discreetTitle, options), options.cwd);
  const blocked = toStdout ? [] : await checkTarget(target, options.force ?? false, [path.dirname(edition.folder), ...themeFolders(sources)]);
  // What was written before may hold answers by now, and yet need no writing.
  if (blocked.length > 0 && !before) return end(1, ...blocked);

  const { pdf, diagnostics: layout } = await builder.make(ready, undefined, progress);
  if (!pdf) return end(1, ...layout);
  const written = before?.equals(pdf.bytes) && (await stat(target).catch(() => undefined));
  if (!written) {
    const failure = blocked.length > 0 ? blocked : await deliver(target, pdf.bytes, options);
    if (failure.some(({ severity }) => severity === 'error')) return end(1, ...layout, ...failure);
    layout.push(...failure);
  }
  return { ...end(0, ...layout), made: { ready, pdf, target, resolved: options, seconds: (performance.now() - began) / 1000 } };
};

/** The folders of the template and of those that it extends. */
export const themeFolders = (sources: readonly SourceFile[]): string[] =>
  sources
    .map(({ file }) => file)
    .filter((file) => path.basename(file) === THEME_FILE)
    .map((file) => path.dirname(file));
