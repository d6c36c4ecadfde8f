/** `check` of the public API: checks a workbook and its template without making a PDF. */
import { inputsOf } from '../builder/kept-inputs.ts';
import { type BuildRequest, resolveOptions, type ResolvedOptions } from '../builder/resolve-options.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source-file.ts';
import { checkCombination, everyFormat } from '../options/combinations.ts';
import type { LoadedInputs } from '../builder/load.ts';
import type { LoadedTemplate } from '../template/load.ts';
import { hasRoom, keepRoom } from '../builder/kept-room.ts';
import { checkCopy } from './check-copy.ts';
import { reportOf } from './diagnostics.ts';
import { readRequest } from './options.ts';
import type { BuildSteps } from './run-build.ts';
import type { Trust } from '../trust/trust.ts';
import { trustOf } from './trust.ts';
import type { BuildRequest as AskedRequest, Checked, CodeOfTemplates, Control, Talk } from './types.ts';

export interface CheckRun {
  diagnostics: Diagnostic[];
  /** Every file that was read, each once. */
  sources: SourceFile[];
  /** Whether the request was wrong, rather than what was read. */
  wrongUsage: boolean;
}

/**
 * Finds every problem of a workbook, its template and the copy that the options select; tokens are checked for every paper, print size and binding.
 *
 * @throws the reason of the signal, when it was aborted
 */
export const runCheck = async (
  request: BuildRequest,
  { signal, talk, trust, planned }: Control & Talk & { trust?: Trust } & Pick<BuildSteps, 'planned'>,
): Promise<CheckRun> => {
  signal?.throwIfAborted();
  const options = await resolveOptions(request);
  signal?.throwIfAborted();
  const refused = checkCombination(options, options.from);
  const { wrongUsage, found, ...inputs } = await inputsOf({ ...options, alsoCheck: everyFormat(), suggest: true });
  const components = await checkComponents({ ...options, chain: found?.chain }, talk, trust);
  signal?.throwIfAborted();
  const copy = found ? await checkCopy(request, options, { ...found, sources: inputs.sources }, planned) : { diagnostics: [], wrongUsage: false };
  const spaces = found && isWhole([...inputs.diagnostics, ...components.diagnostics]) ? await tooSmall(options, found, components) : [];
  signal?.throwIfAborted();
  const sources = new Map([...inputs.sources, ...components.sources].map((source) => [source.file, source]));
  return {
    diagnostics: [...refused, ...inputs.diagnostics, ...components.diagnostics, ...copy.diagnostics, ...spaces],
    sources: [...sources.values()],
    wrongUsage: wrongUsage || copy.wrongUsage || refused.length > 0,
  };
};

const isWhole = (diagnostics: readonly Diagnostic[]): boolean => diagnostics.every(({ severity }) => severity !== 'error');

/** Spaces to write in that are too small, on any paper. A component that fails is told by a build, which asks for more of it. */
const tooSmall = async (
  { template: asked, cwd }: Pick<ResolvedOptions, 'template' | 'cwd'>,
  found: NonNullable<LoadedInputs['found']>,
  components: Pick<LoadedTemplate, 'template'>,
): Promise<Diagnostic[]> => {
  if (found.shipped !== undefined && hasRoom(found.shipped)) return [];
  const [{ checkSpaces }, { loadTemplate }] = await Promise.all([import('../builder/check-spaces.ts'), import('../template/load.ts')]);
  const template = components.template ?? (await loadTemplate(asked, { cwd })).template;
  if (!template) return [];
  const own = components.template !== undefined;
  const told = await checkSpaces(found.workbook, template, found, { template: asked, cwd }).catch((thrown: unknown) => {
    if (own) return [];
    throw thrown;
  });
  if (found.shipped !== undefined && told.length === 0) keepRoom(found.shipped);
  return told;
};

/** Loads the user's components of the template; those of the program need no check, and take long to load. */
const checkComponents = async (
  { template, cwd, chain }: Pick<ResolvedOptions, 'template' | 'cwd'> & { chain: readonly SourceFile[] | undefined },
  talk: Talk['talk'],
  trust: Trust | undefined,
): Promise<Pick<LoadedTemplate, 'diagnostics' | 'sources' | 'template'>> => {
  const { needsComponentCheck } = await import('../template/own-components.ts');
  if (!(await needsComponentCheck(template, { cwd, chain }))) return { diagnostics: [], sources: [] };
  const { loadTemplate } = await import('../template/load.ts');
  return loadTemplate(template, { cwd, talk, trust, chain });
};

/** See `check` of the public API. */
export const checkFor = async (asked: AskedRequest, { trust, ...control }: Control & CodeOfTemplates): Promise<Checked> => {
  const { request, diagnostics: wrong } = readRequest(asked);
  if (!request) return { ok: false, ...reportOf(wrong, []) };
  const { diagnostics, sources } = await runCheck(request, { ...control, trust: trustOf(trust) });
  return { ok: diagnostics.every(({ severity }) => severity !== 'error'), ...reportOf(diagnostics, sources) };
};
