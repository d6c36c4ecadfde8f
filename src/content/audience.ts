/** Who sees what: the blocks that are left for one reader, with nothing standing over an empty place. */
import type { Block, LeafBlock } from './blocks/index.ts';
import type { Relationship, Role } from './workbook.ts';

export interface Reader {
  /** `both` sees the parts for either role. */
  role: Role | 'both';
  relationship: Relationship;
}

/** What a section, a worksheet or a block says of its readers. */
interface Audience {
  for?: Role | 'both' | undefined;
  relationship?: Relationship[] | undefined;
}

/** Whether something is meant for a reader; what names no reader is meant for all. */
export const isFor = ({ for: role = 'both', relationship }: Audience, reader: Reader): boolean =>
  (reader.role === 'both' || role === 'both' || role === reader.role) && (relationship?.includes(reader.relationship) ?? true);

/**
 * Keeps some blocks. A worksheet that is left without blocks goes, and so does a heading left with nothing beneath it,
 * and a page break at either end or behind another.
 *
 * @param blocks as the author wrote them
 * @param keep whether a block stays; asked of worksheets too
 */
export function keepBlocks(blocks: readonly Block[], keep: (block: Block) => boolean): Block[] {
  const kept: Block[] = [];
  for (const block of blocks) {
    if (!keep(block)) continue;
    if (block.kind !== 'worksheet') kept.push(block);
    else {
      const inner = keepBlocks(block.blocks, keep) as LeafBlock[];
      if (inner.length > 0) kept.push({ ...block, blocks: inner });
    }
  }
  return withoutLonePageBreaks(withoutBareHeadings(kept, blocks));
}

/** Drops the headings that stand over nothing now; those that the author left bare stay. */
function withoutBareHeadings(kept: readonly Block[], all: readonly Block[]): Block[] {
  const result: Block[] = [];
  for (const block of kept.toReversed()) {
    const [next] = result;
    const before = all[all.indexOf(block) + 1];
    const bare = next === undefined || next.kind === 'heading' || next.kind === 'worksheet' || next.kind === 'page-break';
    // Blocks are told by their place: a worksheet that lost some of its own is a copy.
    if (block.kind !== 'heading' || !bare || next?.at === before?.at) result.unshift(block);
  }
  return result;
}

/** Whether nothing stands here, or a page begins anyway. */
const isBreak = (block: Block | undefined): boolean => block === undefined || block.kind === 'page-break';

function withoutLonePageBreaks(blocks: readonly Block[]): Block[] {
  const kept = blocks.filter((block, index) => block.kind !== 'page-break' || !isBreak(blocks[index - 1]));
  return isBreak(kept.at(-1)) ? kept.slice(0, -1) : kept;
}
