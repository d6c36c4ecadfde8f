/** What `build` would say of the copy that is asked for, before anything is laid out. */
import { helpLeft, makeEdition, withoutCountry } from '../builder/make-edition.ts';
import type { LoadedInputs } from '../builder/load.ts';
import type { BuildRequest, ResolvedOptions } from '../builder/resolve-options.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source-file.ts';
import { ALL_OPTIONS } from '../options/option-values.ts';
import { type BuildSteps, plannedCopy } from './run-build.ts';

type Found = NonNullable<LoadedInputs['found']> & { sources: readonly SourceFile[] };

/** Whether options say which copy is meant: those that practice.yaml may give, and looks, are of all copies. */
const asksForCopy = (asked: object): boolean =>
  ALL_OPTIONS.some(([name, { practice, group }]) => !practice && group !== 'look' && Reflect.get(asked, name) !== undefined);

/**
 * Checks the copy that options ask for; without options, the usual one.
 *
 * @param asked the options as they were given
 * @param options the same, with what practice.yaml gives
 * @param planned asked once nothing is wrong with the copy
 * @returns what is wrong with the options, or left out of the copy, and what `planned` gives
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
