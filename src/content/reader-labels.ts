/** Labels the parts for one reader in an edition for both; an edition for one reader needs no labels. */
import type { Block } from './blocks/index.ts';
import type { Prose } from './span.ts';
import { COPY_FOR_BOTH } from './terms.ts';
import type { Role, Section } from './workbook.ts';

/** A sentence that names each reader, such as “For the one who was hurt.” */
export type Addresses = Record<Role, string>;

/**
 * Adds a sentence that names the reader to each part for one of the two: to the purpose of a worksheet; and outside of such a
 * worksheet to a text or callout, and to the hint of what is filled in.
 *
 * @param sections the sections of an edition for both
 * @param addresses the sentences, in its language
 * @returns copies of the sections
 */
export const addressed = (sections: readonly Section[], addresses: Addresses): Section[] =>
  sections.map((section) => ({ ...section, blocks: section.blocks.map((block) => toReader(block, addresses)) }));

function toReader<B extends Block>(block: B, addresses: Addresses): B {
  const role = 'for' in block && block.for !== 'both' && block.for !== COPY_FOR_BOTH ? block.for : undefined;
  if (block.kind === 'worksheet') {
    // The label of the worksheet covers its blocks.
    if (role) return { ...block, purpose: led(block.purpose, { text: `${addresses[role]} ` }) };
    return { ...block, blocks: block.blocks.map((inner) => toReader(inner, addresses)) };
  }
  if (!role) return block;
  if ('id' in block) {
    const hint = 'hint' in block ? block.hint : undefined;
    return { ...block, hint: hint ? led(hint, { text: `${addresses[role]} ` }) : [{ text: addresses[role] }] };
  }
  if (block.kind !== 'text' && block.kind !== 'callout') return block;
  const [first = [], ...rest] = block.text;
  return { ...block, text: [led(first, { text: addresses[role], strong: true }, { text: ' ' }), ...rest] };
}

const led = (prose: Prose, ...lead: Prose): Prose => [...lead, ...prose];
