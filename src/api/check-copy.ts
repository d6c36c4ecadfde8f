/** Checks what `build` would report about the requested copy before its layout. */
import { helpLeft, makeEdition, withoutCountry } from '../builder/make-edition.ts';
import type { LoadedInputs } from '../builder/load.ts';
import type { BuildRequest, ResolvedOptions } from '../builder/resolve-options.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source-file.ts';
import { ALL_OPTIONS } from '../options/option-values.ts';
import { type BuildSteps, plannedCopy } from './run-build.ts';

type Found = NonNullable<LoadedInputs['found']> & { sources: readonly SourceFile[] };

/** Whether options select a copy: those for the look, or that practice.yaml may give, apply to all copies. */
const asksForCopy = (asked: object): boolean =>
  ALL_OPTIONS.some(([name, { practice, group }]) => !practice && group !== 'look' && Reflect.get(asked, name) !== undefined);

/**
 * Checks the copy that options ask for; without options, the usual one.
 *
 * @param asked the options as they were given
 * @param options the same, with what practice.yaml gives
 * @param planned called when the copy has no errors
 * @returns diagnostics about the options and about what the copy leaves out, and those of `planned`
 */
export const checkCopy = async (
  asked: BuildRequest,
  options: ResolvedOptions,
  { sources, ...found }: Found,
  planned: BuildSteps['planned'],
): Promise<{ diagnostics: Diagnostic[]; wrongUsage: boolean }> => {
  const { edition, diagnostics } = makeEdition(found.workbook, options, found);
  if (!edition) return { diagnostics, wrongUsage: true };
  const advice = [...(asksForCopy(asked) && !options.country ? withoutCountry(edition) : []), ...helpLeft(edition, options.without)];
  const told = (await planned?.(plannedCopy(edition, found.strings, options, sources))) ?? [];
  return { diagnostics: [...diagnostics, ...advice, ...told], wrongUsage: false };
};
