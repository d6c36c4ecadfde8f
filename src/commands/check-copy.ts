/** What `build` would say of the copy that is asked for, before anything is laid out. */
import path from 'node:path';
import { helpLeft, makeEdition, withoutCountry } from '../builder/edition.ts';
import type { LoadedInputs } from '../builder/load.ts';
import type { BuildRequest, ResolvedOptions } from '../builder/resolve-options.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source.ts';
import { fileName } from '../options/file-name.ts';
import { ALL_OPTIONS } from '../options/values.ts';
import { themeFolders } from './build-once.ts';

type Found = NonNullable<LoadedInputs['found']> & { sources: readonly SourceFile[] };

/** Whether options say which copy is meant: those that practice.yaml may give, and looks, are of all copies. */
const asksForCopy = (asked: object): boolean =>
  ALL_OPTIONS.some(([name, { practice, group }]) => !practice && group !== 'look' && Reflect.get(asked, name) !== undefined);

/**
 * Checks the copy that options ask for; without options, the usual one.
 *
 * @param asked the options as they were given
 * @param options the same, with what practice.yaml gives
 * @returns what is wrong with the options, or left out of the copy; where it cannot be written, if a target was given
 */
export const checkCopy = async (
  asked: BuildRequest & { out?: string },
  options: ResolvedOptions,
  { sources, ...found }: Found,
): Promise<{ diagnostics: Diagnostic[]; wrongUsage: boolean }> => {
  const { edition, diagnostics } = makeEdition(found.workbook, options, found);
  if (!edition) return { diagnostics, wrongUsage: true };
  const advice = [...(asksForCopy(asked) && !options.country ? withoutCountry(edition) : []), ...helpLeft(edition, options.without)];
  const { out } = asked;
  if (out === undefined || out === '-') return { diagnostics: [...diagnostics, ...advice], wrongUsage: false };
  const { checkTarget, targetOf } = await import('../output/protect.ts');
  const target = await targetOf(out, fileName(edition.name, found.strings.discreetTitle, options), options.cwd);
  const blocked = await checkTarget(target, false, [path.dirname(edition.folder), ...themeFolders(sources)]);
  return { diagnostics: [...diagnostics, ...advice, ...blocked], wrongUsage: false };
};
