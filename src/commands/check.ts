/** `mendbook check`: every problem of a workbook at once, without making a PDF. */
import { counted } from '../diagnostics/counted.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source.ts';
import type { LoadedTemplate } from '../template/load.ts';
import { checkCombination, everyFormat } from '../options/combinations.ts';
import type { OptionsThat } from '../options/values.ts';
import { loadInputs } from '../builder/load.ts';
import { type BuildRequest, resolveOptions, type ResolvedOptions } from '../builder/resolve-options.ts';
import { checkCopy } from './check-copy.ts';
import type { Streams } from './streams.ts';

export interface CheckOptions extends Streams, Pick<BuildRequest, 'cwd' | 'workbook' | OptionsThat<{ check: string }>> {
  format: 'human' | 'short' | 'json';
  /** Where a build would write: told where it would not. */
  out?: string;
}

/**
 * Checks a workbook and its template, and the copy that the options ask for. Problems go to stderr for people, to stdout as lines or
 * JSON for programs.
 *
 * @returns the exit code: 0 nothing worse than warnings, 1 errors, 2 when there is no such workbook or copy
 */
export async function check(asked: CheckOptions): Promise<number> {
  const options = await resolveOptions(asked);
  const refused = checkCombination(options, options.from);
  // The tokens are checked for every paper, size of print and binding.
  const [{ wrongUsage, found, ...inspected }, components] = await Promise.all([
    loadInputs({ ...options, alsoCheck: everyFormat(), suggest: true }),
    checkComponents(options),
  ]);
  const copy = found ? await checkCopy(asked, options, { ...found, sources: inspected.sources }) : { diagnostics: [], wrongUsage: false };
  const diagnostics = [...refused, ...inspected.diagnostics, ...components.diagnostics, ...copy.diagnostics];
  const sources = [...inspected.sources, ...components.sources];
  await tell(diagnostics, [...new Map(sources.map((source) => [source.file, source])).values()], options);
  if (wrongUsage || copy.wrongUsage || refused.length > 0) return 2;
  return diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** Loads what the template has of its own in TSX; the program's own components need no check, and take long to load. */
async function checkComponents({
  template,
  cwd,
  stderr,
}: Pick<ResolvedOptions & Streams, 'template' | 'cwd' | 'stderr'>): Promise<Pick<LoadedTemplate, 'diagnostics' | 'sources'>> {
  const { hasOwnComponents } = await import('../template/own-components.ts');
  if (!(await hasOwnComponents(template, { cwd }))) return { diagnostics: [], sources: [] };
  const { loadTemplate } = await import('../template/load.ts');
  return loadTemplate(template, { cwd, talk: stderr });
}

async function tell(
  diagnostics: readonly Diagnostic[],
  sources: readonly SourceFile[],
  { format, cwd, stdout, stderr }: Pick<CheckOptions, 'format' | keyof Streams>,
): Promise<void> {
  if (format === 'json') {
    const { printJson } = await import('../diagnostics/json.ts');
    stdout.write(printJson(diagnostics, sources, cwd));
  } else if (format === 'short') {
    const { printShort } = await import('../diagnostics/short.ts');
    stdout.write(printShort(diagnostics, sources, cwd));
  } else if (diagnostics.length === 0) stderr.write(`no problems in ${counted(sources.length, 'file')}\n`);
  else {
    const { printHuman } = await import('../diagnostics/human.ts');
    stderr.write(printHuman(diagnostics, sources, { cwd, stream: stderr }));
  }
}
