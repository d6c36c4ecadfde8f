/** Finds columns of a finished book whose two spaces stand on different pages. */
import type { BlockOf, LeafBlock } from '../../src/content/blocks/index.ts';
import { permanentFieldName } from '../../src/content/field-name.ts';
import { marksOf, visit } from '../../src/layout/laid-out-node.ts';
import type { LaidOutCopy } from './laid-out-copy.ts';

/** The page of each field, by its name. */
const pagesOfFields = ({ pages }: LaidOutCopy): Map<string, number> => {
  const found = new Map<string, number>();
  for (const [index, { placed }] of pages.entries()) {
    for (const { node } of placed) {
      visit(node, (inner) => {
        const { field } = marksOf(inner);
        if (field) found.set(field.name, index + 1);
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

/** The pairs that a page break parts, each as the name of its first field and the two pages. */
export const partedPairs = (copy: LaidOutCopy): string[] => {
  const pages = pagesOfFields(copy);
  return pairsOf(copy).flatMap(([first, second]) =>
    pages.get(first) === pages.get(second) ? [] : [`${first}: ${pages.get(first) ?? 'nowhere'}, ${pages.get(second) ?? 'nowhere'}`],
  );
};
