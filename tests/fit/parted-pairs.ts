/** Finds columns of a finished book whose two spaces stand on different pages, or are not equally high. */
import type { BlockOf, LeafBlock } from '../../src/content/blocks/index.ts';
import { permanentFieldName } from '../../src/content/field-name.ts';
import { marksOf, visit } from '../../src/layout/laid-out-node.ts';
import type { LaidOutCopy } from './laid-out-copy.ts';

interface Space {
  page: number;
  /** In points. */
  height: number;
}

/** The page and the height of each field, by its name. */
const spacesOf = ({ pages }: LaidOutCopy): Map<string, Space> => {
  const found = new Map<string, Space>();
  for (const [index, { placed }] of pages.entries()) {
    for (const { node } of placed) {
      visit(node, (inner) => {
        const { field } = marksOf(inner);
        if (field) found.set(field.name, { page: index + 1, height: Math.round(inner.box.height) });
      });
    }
  }
  return found;
};

type Paired = BlockOf<'columns'> | BlockOf<'draw'>;

/** Columns, and drawings with two places to write in. */
const isPaired = (block: LeafBlock): block is Paired => block.kind === 'columns' || (block.kind === 'draw' && block.places.length === 2);

/** All pairs of spaces of a copy: the names of their two fields. */
export const pairsOf = ({ workbook }: LaidOutCopy): [string, string][] =>
  workbook.sections.flatMap(({ id, blocks }) =>
    blocks
      .flatMap((block) => (block.kind === 'worksheet' ? block.blocks : [block]))
      .filter(isPaired)
      .flatMap((block) => {
        const name = permanentFieldName(id, block.id);
        if (block.kind === 'draw' || block.pairs === 1) return [[`${name}_1`, `${name}_2`] as [string, string]];
        return Array.from({ length: block.pairs }, (_, pair): [string, string] => [`${name}_${pair + 1}_1`, `${name}_${pair + 1}_2`]);
      }),
  );

/** The lists that letters are checked with, as pairs: the last part of the letter, and the first item of its list. */
export const checkedLettersOf = ({ workbook }: LaidOutCopy): [string, string][] =>
  workbook.sections.flatMap(({ id, blocks }) =>
    blocks
      .flatMap((block) => (block.kind === 'worksheet' ? block.blocks : [block]))
      .flatMap((block): [string, string][] => {
        if (block.kind !== 'letter' || !block.check) return [];
        const name = permanentFieldName(id, block.id);
        return [[`${name}_${block.parts.length}`, `${name}_check_1`]];
      }),
  );

/** The pairs whose two spaces differ in something, each as the name of its first field and what the two have. */
const differing = (copy: LaidOutCopy, what: keyof Space, pairs = pairsOf(copy)): string[] => {
  const spaces = spacesOf(copy);
  return pairs.flatMap(([first, second]) => {
    const [one, other] = [spaces.get(first)?.[what], spaces.get(second)?.[what]];
    return one === other ? [] : [`${first}: ${one ?? 'nowhere'}, ${other ?? 'nowhere'}`];
  });
};

/** The pairs that a page break parts, with the two pages. */
export const partedPairs = (copy: LaidOutCopy): string[] => differing(copy, 'page');

/** The pairs of which one has more room than the other, with the two heights in points. */
export const unequalPairs = (copy: LaidOutCopy): string[] => differing(copy, 'height');

/** The letters whose list to check with begins on another page than their last part, with the two pages. */
export const lettersApart = (copy: LaidOutCopy): string[] => differing(copy, 'page', checkedLettersOf(copy));
