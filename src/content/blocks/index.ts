/** Lists all kinds of block, each with its key in YAML and its schema; docs/add-a-block.md says what else a new kind needs. */
import * as z from 'zod';
import type { Location } from '../../diagnostics/diagnostic.ts';
import { counselorNotes } from '../counselor.ts';
import { prose } from '../prose-schema.ts';
import { checklist, choice, complete, feelings, question, scale, space } from './questions.ts';
import { draw } from './drawing.ts';
import { COMPANY } from '../terms.ts';
import { audience, id, sheetOfItsOwn, wholeBook } from './shared-keys.ts';
import { agreement, boundary, columns, compare, letter, log, plan, table } from './forms.ts';
import { callout, heading, helpLines, image, pageBreak, pageList, text, tips } from './text.ts';

/** The kinds that hold no other blocks. */
export const leafSchemas = {
  heading,
  text,
  tips,
  callout,
  image,
  question,
  checklist,
  choice,
  scale,
  feelings,
  complete,
  letter,
  columns,
  table,
  log,
  boundary,
  agreement,
  plan,
  compare,
  space,
  draw,
  'help-lines': helpLines,
  'page-list': pageList,
  'page-break': pageBreak,
} as const;

/** A worksheet, which begins a page and contains other blocks. Its `blocks` are not in the schema: they are read one by one. */
export const worksheetHead = z.strictObject({
  worksheet: prose('The title of the worksheet.'),
  purpose: prose('One line: what this page is for.'),
  minutes: z.number().int().min(1).max(240).meta({ description: 'About how many minutes it takes.' }),
  with: z.enum(COMPANY).meta({ description: 'Done alone, together, or either.' }),
  id: id().optional(),
  'whole-book': wholeBook(),
  'sheet-of-its-own': sheetOfItsOwn(),
  counselor: counselorNotes,
  ...audience,
});

export type LeafKind = keyof typeof leafSchemas;
export type BlockKind = LeafKind | 'worksheet';
export type LeafBlock = { [K in LeafKind]: { kind: K; at: Location } & z.output<(typeof leafSchemas)[K]> }[LeafKind];
export type WorksheetBlock = { kind: 'worksheet'; at: Location; blocks: LeafBlock[] } & z.output<typeof worksheetHead>;
export type Block = LeafBlock | WorksheetBlock;
/** The block of one kind, as its component gets it. */
export type BlockOf<K extends BlockKind> = Extract<Block, { kind: K }>;

export const BLOCK_KINDS = ['worksheet', ...Object.keys(leafSchemas)] as BlockKind[];
