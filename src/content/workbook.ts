/** The schemas of a workbook's files, and the types of a loaded workbook. */
import * as z from 'zod';
import type { Location } from '../diagnostics/diagnostic.ts';
import type { Block } from './blocks/index.ts';
import { id, sheetOfItsOwn, wholeBook } from './blocks/shared-keys.ts';
import { counselorNotes } from './counselor.ts';
import { label, prose, TITLE_LENGTH } from './prose-schema.ts';
import type { Prose } from './span.ts';
import { COMPANY, RELATIONSHIPS, ROLES } from './terms.ts';

/** The head of a step or page file; its `blocks` are read one by one, so that errors in one do not hide others. */
export const sectionHead = z.strictObject({
  title: prose('The title of the step or page.', TITLE_LENGTH),
  purpose: prose('One sentence: what it is for.'),
  minutes: z.number().int().min(1).max(600).optional().meta({ description: 'About how many minutes it takes in all.' }),
  with: z.enum(COMPANY).optional().meta({ description: 'Done alone, together, or either.' }),
  for: z
    .enum([...ROLES, 'both'])
    .optional()
    .meta({ description: 'Whose edition carries it; left out, both.' }),
  'whole-book': wholeBook(),
  'sheet-of-its-own': sheetOfItsOwn(),
  unlisted: z
    .boolean()
    .optional()
    .meta({ description: 'In no contents and no bookmarks, on pages without a number: where it is taken out, nothing is seen to be missing.' }),
  'fine-print': z.boolean().optional().meta({
    description: 'What is looked up and not read through: in the letters of hints, over the whole width of the page. Worksheets in it are not set so.',
  }),
  counselor: counselorNotes,
});

/** The value of a variable: one text, or one for each relationship. */
const variable = z.union([
  z.string().max(200),
  z.strictObject({
    default: z.string().max(200),
    ...Object.fromEntries(RELATIONSHIPS.map((kind) => [kind, z.string().max(200).optional()])),
  } as { default: z.ZodString } & Record<Relationship, z.ZodOptional<z.ZodString>>),
]);

/** A step or page on a list. */
const listed = () => id().meta({ description: 'The name of its file, without .yaml.' });

const languageTag = () => z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'expected a language tag such as en or es-MX');

export const workbookFile = z.strictObject({
  title: label('The title on the cover and in the document’s properties.'),
  subtitle: label('The line under it.').optional(),
  author: label('Who wrote it.').optional(),
  subject: label('What it is about, for the document’s properties.').optional(),
  language: languageTag().meta({ description: 'The language as a BCP 47 tag, such as en or es-MX.' }),
  'translation-of': languageTag()
    .optional()
    .meta({ description: 'The folder of the language that this is translated from: what is missing here is told, and nothing half translated is built.' }),
  date: z.iso.date().meta({ description: 'When this text was finished: the date in the PDF, so that the same text gives the same file.' }),
  license: label('The line of the licence.').optional(),
  variables: z
    .record(z.string().regex(/^[a-z]+(\.[a-z]+)*$/, 'expected a name of small letters and dots'), variable)
    .default({})
    .meta({ description: 'Words used as {{name}}, with their defaults.' }),
  counselor: z.array(listed()).default([]).meta({ description: 'The files in pages/ that only the counselor’s edition has, at its front, in order.' }),
  opening: z.array(listed()).default([]).meta({ description: 'The files in pages/ before the first step, in order.' }),
  steps: z.array(listed()).min(1).meta({ description: 'The files in steps/, in order.' }),
  closing: z.array(listed()).default([]).meta({ description: 'The files in pages/ after the last step, in order.' }),
});

export type Role = (typeof ROLES)[number];
export type Relationship = (typeof RELATIONSHIPS)[number];
export type Company = (typeof COMPANY)[number];

/** A step, or a page before or after the steps. */
export interface Section extends Omit<z.output<typeof sectionHead>, 'title' | 'purpose'> {
  id: string;
  part: 'counselor' | 'opening' | 'step' | 'closing';
  /** The number of a step in the whole workbook, from 1. */
  number?: number;
  /** Only some of its worksheets were chosen: they come without its opener and its words. */
  excerpt?: true;
  title: Prose;
  purpose: Prose;
  blocks: Block[];
  at: Location;
}

/** A loaded, valid workbook, in reading order; every block has its place in the YAML. */
export interface Workbook extends Omit<z.output<typeof workbookFile>, 'counselor' | 'opening' | 'steps' | 'closing'> {
  /** The name of its folder, from which the PDF is named. */
  name: string;
  /** The folder of this language, absolute: the paths of images are relative to it. */
  folder: string;
  /** How many steps the whole workbook has, whichever of them an edition carries. */
  stepCount: number;
  /** Words about the whole, printed under the contents. */
  note?: readonly Prose[];
  /** A counselor’s words to the reader of this copy, on a page after the cover. */
  personal?: readonly Prose[];
  /** One or two loose sheets, to be handed out by themselves: they have no cover and no contents. */
  loose?: true;
  /** Parts in an order of their own: under the title of a packet, or under that of the workbook. */
  chosen?: 'packet' | 'parts';
  /** What tells this edition from the others, for its cover: whether it is the counselor's, and quiet words such as its language. */
  edition?: { counselor: boolean; marks: readonly string[] };
  sections: Section[];
}
