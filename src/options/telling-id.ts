/** Warns of the sign of a client that says their name: the file keeps the sign, and nothing else of a name where no page shows it. */
import type { Diagnostic, Location } from '../diagnostics/diagnostic.ts';
import { warning } from '../diagnostics/make.ts';
import { asLookedUp } from '../system/as-looked-up.ts';

/** Words of two letters and fewer, such as initials, may stand in any sign. */
const LEAST_LETTERS = 3;

/** The words of a text without marks over their letters, as they would be typed into a sign. */
const wordsOf = (text: string): string[] =>
  asLookedUp(text.normalize('NFD').replaceAll(/\p{M}/gu, ''))
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length >= LEAST_LETTERS);

/**
 * The warning.
 *
 * @param id the sign
 * @param names what the client or the other person is called, as far as it is known
 * @param at the place of the sign, where it stands in a file
 */
export const warningOfTellingId = (id: string | undefined, names: readonly (string | undefined)[], at?: Location): Diagnostic[] => {
  const signed = wordsOf(id ?? '');
  const known = new Set(names.flatMap((name = '') => [...wordsOf(name), wordsOf(name).join('')]));
  if (!signed.some((word) => known.has(word))) return [];
  const hint = 'a number such as 2026-017 says nothing: who looks into the file finds the id, in a discreet copy too';
  return [warning('telling-id', `expected an id that nobody is known by, found one with the name of a person: "${id}"`, at, hint)];
};
