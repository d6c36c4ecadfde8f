/** Whom a part is for, said where two readers share a book; in an edition of one’s own every page is for oneself. */
import type { Block } from './blocks/index.ts';
import type { Prose } from './span.ts';
import type { Role, Section } from './workbook.ts';

/** A sentence that names each reader, such as “For the one who was hurt.” */
export type Addresses = Record<Role, string>;

/**
 * Puts the reader’s name before what is for one of the two: before the purpose of a worksheet, and before a text or a
 * callout that stands among parts for both.
 *
 * @param sections those of an edition for both
 * @param addresses the sentences of its language
 */
export const addressed = (sections: readonly Section[], addresses: Addresses): Section[] =>
  sections.map((section) => ({ ...section, blocks: section.blocks.map((block) => toReader(block, addresses)) }));

function toReader<B extends Block>(block: B, addresses: Addresses): B {
  const role = 'for' in block && block.for !== 'both' ? block.for : undefined;
  if (block.kind === 'worksheet') {
    // Its head tells for all that is in it.
    if (role) return { ...block, purpose: led(block.purpose, { text: `${addresses[role]} ` }) };
    return { ...block, blocks: block.blocks.map((inner) => toReader(inner, addresses)) };
  }
  if (!role || (block.kind !== 'text' && block.kind !== 'callout')) return block;
  const [first = [], ...rest] = block.text;
  return { ...block, text: [led(first, { text: addresses[role], strong: true }, { text: ' ' }), ...rest] };
}

const led = (prose: Prose, ...lead: Prose): Prose => [...lead, ...prose];
