/** Reports tokens in groups of overrides where they can never apply. */
import type { Document } from 'yaml';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import type { SourceFile } from '../diagnostics/source-file.ts';
import { locate, nodeAt } from '../yaml/index.ts';
import type { OverrideName } from './schema.ts';

interface Unreachable {
  token: readonly string[];
  reason: string;
  hint: string;
}

const elsewhere = 'write it at the top of the theme, where every format begins';

/** The unreachable tokens by group; they follow from the refused combinations of options (options/combinations.ts). */
const UNREACHABLE: Record<OverrideName, readonly Unreachable[]> = {
  a5: [
    { token: ['papers', 'letter'], reason: 'this group holds on A5 alone', hint: elsewhere },
    { token: ['papers', 'a4'], reason: 'this group holds on A5 alone', hint: elsewhere },
    { token: ['binding', 'threeHole'], reason: 'A5 has no room for three holes', hint: 'A5 is filed with two holes: twoHole' },
  ],
  'large-print': [
    { token: ['papers', 'a5'], reason: 'there is no large print on A5', hint: elsewhere },
    { token: ['binding', 'booklet'], reason: 'there are no booklets in large print', hint: elsewhere },
  ],
  'ink-saver': [],
};

/** An error for each token of a theme that can never apply. */
export const unreachableTokens = (document: Document, source: SourceFile): Diagnostic[] =>
  Object.entries(UNREACHABLE).flatMap(([group, tokens]) =>
    tokens.flatMap(({ token, reason, hint }) => {
      const path = [group, ...token];
      if (!nodeAt(document, path)) return [];
      return [
        error(
          'unreachable-token',
          `expected a token that does something, found "${token.join('.')}" under "${group}": ${reason}`,
          { file: source.file, ...locate(document, path) },
          hint,
        ),
      ];
    }),
  );
