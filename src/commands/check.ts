/** `mendbook check`: every problem of a workbook at once, without making a PDF. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source.ts';
import type { Format } from '../template/overrides.ts';
import { everyFormat } from './combinations.ts';
import { inspect, type InspectOptions } from '../workshop/inspect.ts';
import { type Asked, settle, type Settled } from '../workshop/settle.ts';
import type { Streams } from './streams.ts';

export interface CheckOptions extends Streams, Omit<Asked<InspectOptions & Settled>, keyof Format | 'alsoCheck' | 'suggest' | 'discreet'> {
  format: 'human' | 'short' | 'json';
}

/**
 * Checks a workbook and its template. Problems go to stderr for people, to stdout as lines or JSON for programs.
 *
 * @returns the exit code: 0 nothing worse than warnings, 1 errors, 2 when there is no such workbook
 */
export async function check(asked: CheckOptions): Promise<number> {
  const options = await settle(asked);
  // The tokens are checked for every paper, size of print and binding.
  const { diagnostics, sources, wrongUsage } = await inspect({ ...options, alsoCheck: everyFormat(), suggest: true });
  await tell(diagnostics, sources, options);
  if (wrongUsage) return 2;
  return diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0;
}

async function tell(diagnostics: readonly Diagnostic[], sources: readonly SourceFile[], { format, cwd, stdout, stderr }: Pick<CheckOptions, 'format' | keyof Streams>): Promise<void> {
  if (format === 'json') {
    const { printJson } = await import('../diagnostics/json.ts');
    stdout.write(printJson(diagnostics, sources, cwd));
  } else if (format === 'short') {
    const { printShort } = await import('../diagnostics/short.ts');
    stdout.write(printShort(diagnostics, sources, cwd));
  } else if (diagnostics.length === 0) stderr.write(`no problems in ${sources.length} files\n`);
  else {
    const { printHuman } = await import('../diagnostics/human.ts');
    stderr.write(printHuman(diagnostics, sources, { cwd, stream: stderr }));
  }
}
