/** `mendbook build`: from a workbook's folder to its PDF. */
import path from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source.ts';
import { deliver } from '../output/deliver.ts';
import { checkTarget, targetOf } from '../output/protect.ts';
import { Workshop, type WorkshopOptions } from '../workshop/workshop.ts';
import { checkCombination } from './combinations.ts';
import { fileName } from './file-name.ts';
import { inkOf } from './ink.ts';
import { type Streams, tell } from './streams.ts';
import { summarize } from './summary.ts';

export interface BuildOptions extends WorkshopOptions, Streams {
  /** The PDF, a folder for it, or `-` for stdout. */
  out?: string;
  force?: boolean;
  verbose?: boolean;
  quiet?: boolean;
}

/** As in template/find.ts, which is loaded with the theme. */
const THEME_FILE = 'theme.yaml';

/**
 * Builds the PDF. Nothing is written when the input has errors.
 * @returns The exit code: 0 done, 1 errors in the input or the target, 2 wrong usage
 */
export const build = async (options: BuildOptions): Promise<number> => {
  const refused = checkCombination(options);
  if (refused.length > 0) {
    await tell(refused, [], options);
    return 2;
  }
  const began = performance.now();
  const workshop = new Workshop();
  const { ready, diagnostics, sources, wrongUsage } = await workshop.prepare(options);
  const stop = async (code: number, ...more: readonly Diagnostic[]): Promise<number> => {
    await tell([...diagnostics, ...more], sources, options);
    return code;
  };
  if (!ready) return stop(wrongUsage ? 2 : 1);

  const { edition, strings } = ready;
  const toStdout = options.out === '-';
  const target = toStdout ? '-' : await targetOf(options.out, fileName(edition.name, strings.discreetTitle, options), options.cwd);
  const blocked = toStdout ? [] : await checkTarget(target, options.force ?? false, [path.dirname(edition.folder), ...themeFolders(sources)]);
  if (blocked.length > 0) return stop(1, ...blocked);

  const { pdf, diagnostics: layout } = await workshop.make(ready);
  if (!pdf) return stop(1, ...layout);
  const { bytes, fields, pages } = pdf;
  const failure = await deliver(target, bytes, options);
  if (failure.length > 0) return stop(1, ...layout, ...failure);
  await stop(0, ...layout);
  if (options.quiet) return 0;
  const seconds = (performance.now() - began) / 1000;
  const ink = options.verbose ? await inkOf(bytes, options, async (themed) => (await workshop.make({ ...ready, ...themed })).pdf?.bytes) : undefined;
  summarize(options, { target, pages, fields, seconds, warnings: [...diagnostics, ...layout], ...(ink ? { ink } : {}) });
  return 0;
};

/** The folders of the template and of those that it extends. */
const themeFolders = (sources: readonly SourceFile[]): string[] =>
  sources.map(({ file }) => file).filter((file) => path.basename(file) === THEME_FILE).map((file) => path.dirname(file));
