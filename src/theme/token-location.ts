/** Where a token that holds is written. */
import type { Location } from '../diagnostics/diagnostic.ts';
import { locate, nodeAt } from '../yaml/index.ts';
import type { Link } from './extends-chain.ts';
import type { OverrideName } from './schema.ts';

/**
 * The place of a token: in a group of overrides that holds, else in the theme; in the template itself, or in the nearest that it extends.
 *
 * @param overrides the groups that hold, in order
 */
export function placeOf(links: readonly Link[], token: readonly string[], overrides: readonly OverrideName[]): Location | undefined {
  for (const path of pathsOf(token, overrides)) {
    for (const { document, source } of links.toReversed()) {
      if (document && nodeAt(document, path)) return { file: source.file, ...locate(document, path) };
    }
  }
  return undefined;
}

/** The paths at which a token may be written, the one that counts most first. */
export const pathsOf = (token: readonly string[], overrides: readonly OverrideName[]): string[][] => [
  ...overrides.toReversed().map((name) => [name, ...token]),
  [...token],
];
