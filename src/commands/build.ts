/** `mendbook build`: from a workbook's folder to its PDF. */
import type { Asked, Settled } from '../workshop/settle.ts';
import { Workshop, type WorkshopOptions } from '../workshop/workshop.ts';
import { attempt } from './attempt.ts';
import { inkOf } from './ink.ts';
import { type Streams, tell } from './streams.ts';
import { summarize } from './summary.ts';
import { checkWatch } from './watchable.ts';

export interface BuildOptions extends Asked<WorkshopOptions & Settled>, Streams {
  /** The PDF, a folder for it, or `-` for stdout. */
  out?: string;
  force?: boolean;
  verbose?: boolean;
  quiet?: boolean;
  /** Builds again whenever a file of the workbook or its template is saved, until the signal. */
  watch?: boolean;
  /** Ends the watching. */
  signal?: AbortSignal;
}

/**
 * Builds the PDF. Nothing is written when the input has errors.
 * @returns The exit code: 0 done, 1 errors in the input or the target, 2 wrong usage
 */
export const build = async (options: BuildOptions): Promise<number> => {
  const refused = checkWatch(options);
  if (refused.length > 0) {
    await tell(refused, [], options);
    return 2;
  }
  if (options.watch) return (await import('./build-watch.ts')).buildWatch(options);
  const workshop = new Workshop();
  const { code, diagnostics, sources, made } = await attempt(workshop, options);
  await tell(diagnostics, sources, options);
  if (!made || options.quiet) return code;
  const { ready, pdf, target, seconds, settled } = made;
  const ink = options.verbose ? await inkOf(pdf.bytes, settled, async (themed) => (await workshop.make({ ...ready, ...themed })).pdf?.bytes) : undefined;
  summarize(options, { target, pages: pdf.pages, fields: pdf.fields, seconds, warnings: diagnostics, ...(ready.practice ? { practice: ready.practice.name } : {}), ...(ink ? { ink } : {}) });
  return code;
};
