/** Finds the place of the token that applies. */
import type { Location } from '../diagnostics/diagnostic.ts';
import { locate, nodeAt } from '../yaml/index.ts';
import type { Link } from './extends-chain.ts';
import type { OverrideName } from './schema.ts';

/**
 * The place of a token: in a group of overrides that applies, or else at the top of a theme; in the template itself, or in the nearest one that it
 * extends.
 *
 * @param overrides the groups that apply, in order
 */
export function placeOf(links: readonly Link[], token: readonly string[], overrides: readonly OverrideName[]): Location | undefined {
  for (const path of pathsOf(token, overrides)) {
    for (const { document, source } of links.toReversed()) {
      if (document && nodeAt(document, path)) return { file: source.file, ...locate(document, path) };
    }
  }
  return undefined;
}

/** The possible paths of a token, in order of precedence. */
export const pathsOf = (token: readonly string[], overrides: readonly OverrideName[]): string[][] => [
  ...overrides.toReversed().map((name) => [name, ...token]),
  [...token],
];
