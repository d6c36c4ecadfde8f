/** Takes help lines, and all words with their numbers and addresses, out of a copy in which nobody is to find them. */
import { keepBlocks } from './audience.ts';
import type { Block, LeafBlock } from './blocks/index.ts';
import { isWorksheet } from './part-names.ts';
import type { Prose, Span } from './span.ts';
import type { Section } from './workbook.ts';

/** What help lines are known by. */
export interface HelpTraces {
  /** The hosts of their pages, such as `thehotline.org`. */
  hosts: readonly string[];
  /** Their numbers as they are dialled, digits alone. */
  numbers: readonly string[];
}

/** Signs that may stand between the digits of a telephone number. */
const BETWEEN = String.raw`[\s().\u00a0/-]*`;

/** Makes a function that says whether a text has a number or an address of a help line. */
const finder = ({ hosts, numbers }: HelpTraces): ((text: string) => boolean) => {
  const patterns = numbers.map((digits) => new RegExp(String.raw`(?<![\d.,/:-])${[...digits].join(BETWEEN)}(?![\d.,:/-]*\d)`));
  return (text) => {
    const words = text.toLowerCase();
    return hosts.some((host) => words.includes(host)) || patterns.some((pattern) => pattern.test(text));
  };
};

const isSpan = (value: unknown): value is Span => typeof value === 'object' && value !== null && typeof (value as Partial<Span>).text === 'string';
const isProse = (value: unknown): value is Prose => Array.isArray(value) && value.length > 0 && value.every(isSpan);

/** A value without paragraphs and points that have a trace of a help line; where one sentence stands alone, without the words in question. */
const cleared = (value: unknown, hasTrace: (text: string) => boolean): unknown => {
  const inSpan = ({ text, href = '' }: Span): boolean => hasTrace(text) || hasTrace(href);
  if (isProse(value)) return value.filter((span) => !inSpan(span));
  if (Array.isArray(value)) return value.filter((item) => !(isProse(item) && item.some(inSpan))).map((item) => cleared(item, hasTrace));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]: [string, unknown]) => [key, key === 'at' || key === 'blocks' ? inner : cleared(inner, hasTrace)]),
  );
};

/** Whether a block that has lost paragraphs or points has nothing left to say. */
const isBare = (block: Block): boolean => {
  if (block.kind === 'text') return block.text.length === 0;
  if (block.kind === 'callout') return block.text.length === 0 && !block.items?.length;
  return block.kind === 'tips' && block.items.length === 0;
};

const fills = (block: Block): boolean => 'id' in block && block.id !== undefined;

/**
 * Removes help lines: their blocks, the worksheets that were made of them, pages that begin with them and have nothing to fill in, and all words with a number or an address of one.
 *
 * @param sections of an edition
 * @param traces what help lines of any country are known by
 * @returns the sections that still say something
 */
export const withoutHelp = (sections: readonly Section[], traces: HelpTraces): Section[] => {
  const hasTrace = finder(traces);
  /** Whether blocks of one head are there for the help lines among them. */
  const lost = (blocks: readonly Block[]): boolean =>
    blocks.some(({ kind }) => kind === 'help-lines') && !blocks.some((block) => isWorksheet(block) || fills(block));
  return sections.flatMap((section) => {
    if (section.blocks[0]?.kind === 'help-lines' && lost(section.blocks)) return [];
    const kept = section.blocks
      .filter((block) => !(isWorksheet(block) && lost(block.blocks)))
      .map((block) => {
        const own = cleared(block, hasTrace) as Block;
        return isWorksheet(own) ? { ...own, blocks: own.blocks.map((inner) => cleared(inner, hasTrace) as LeafBlock) } : own;
      });
    const blocks = keepBlocks(kept, (block) => block.kind !== 'help-lines' && !isBare(block));
    return blocks.length > 0 ? [{ ...(cleared(section, hasTrace) as Section), blocks }] : [];
  });
};
