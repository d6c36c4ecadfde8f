/** Selects the blocks for a reader, and removes headings and page breaks that are left with nothing after them. */
import type { Block, LeafBlock } from './blocks/index.ts';
import { COPY_FOR_BOTH } from './terms.ts';
import type { Relationship, Role } from './workbook.ts';

export interface Reader {
  /** `both` sees the parts for either role. */
  role: Role | 'both';
  relationship: Relationship;
}

/** The readers that a section, a worksheet or a block is for. */
interface Audience {
  for?: Role | 'both' | typeof COPY_FOR_BOTH | undefined;
  relationship?: Relationship[] | undefined;
}

/** Whether something is for a reader; what names no reader is for all. */
export const isFor = ({ for: role = 'both', relationship }: Audience, reader: Reader): boolean =>
  (reader.role === 'both' || role === 'both' || role === reader.role) && (relationship?.includes(reader.relationship) ?? true);

/**
 * Filters blocks. Also removed are worksheets without blocks, headings with nothing left below them, and page breaks at either
 * end or after another one.
 *
 * @param blocks as the author wrote them
 * @param keep whether a block is kept; called for worksheets too
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

/** Removes headings whose content was removed; headings that the author left without content are kept. */
function withoutBareHeadings(kept: readonly Block[], all: readonly Block[]): Block[] {
  const result: Block[] = [];
  for (const block of kept.toReversed()) {
    const [next] = result;
    const before = all[all.indexOf(block) + 1];
    const bare = next === undefined || next.kind === 'heading' || next.kind === 'worksheet' || next.kind === 'page-break';
    // Blocks are compared by place: a worksheet that lost some of its blocks is a copy.
    if (block.kind !== 'heading' || !bare || next?.at === before?.at) result.unshift(block);
  }
  return result;
}

/** Whether a page begins here anyway. */
const isBreak = (block: Block | undefined): boolean => block === undefined || block.kind === 'page-break';

function withoutLonePageBreaks(blocks: readonly Block[]): Block[] {
  const kept = blocks.filter((block, index) => block.kind !== 'page-break' || !isBreak(blocks[index - 1]));
  return isBreak(kept.at(-1)) ? kept.slice(0, -1) : kept;
}
