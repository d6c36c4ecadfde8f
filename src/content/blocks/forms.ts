/** The schemas of blocks with several fields: letters, tables, cards, agreements, plans. */
import { customIssue } from '../../yaml/custom-issue.ts';
import * as z from 'zod';
import { label, prose } from '../prose-schema.ts';
import { column, fillable, lines, sheetOfItsOwn, partName } from './shared-keys.ts';

const part = z.strictObject({
  prompt: prose('What belongs here.'),
  hint: prose('How to begin.').optional(),
  lines: lines(3, 20),
});

export const letter = z
  .strictObject({
    letter: prose('What is being drafted.'),
    ...fillable,
    parts: z.array(part).max(8).default([]).meta({ description: 'The draft, part by part; none, when only a clean page is wanted.' }),
    check: z
      .strictObject({ title: prose('What to do with the list.'), items: z.array(prose('Something to check.')).min(1).max(12) })
      .optional()
      .meta({ description: 'A self-check between the draft and the clean copy.' }),
    copy: z
      .strictObject({
        title: label('What the page is called in the outline; it is not printed on it.'),
        salutation: label('The first words, such as "Dear".'),
        closing: label('The last words before the name.').optional(),
        'on-request': z
          .boolean()
          .optional()
          .meta({ description: 'The page is made only when it is asked for (--with): a letter that is not sent needs none.' }),
      })
      .optional()
      .meta({ description: 'A clean page of its own that can be given away.' }),
  })
  .superRefine(({ parts, check, copy }, ctx) => {
    if (parts.length > 0 || check || copy) return;
    ctx.addIssue(
      customIssue('expected parts, check or copy in a letter, found none of them', {
        code: 'empty-letter',
        hint: 'add one of them; for free writing, use a block of the kind "space"',
      }),
    );
  });

export const columns = z.strictObject({
  columns: prose('What both columns are about.'),
  ...fillable,
  sides: z.tuple([
    z.strictObject({ title: label('Whose or what the left column is.'), hint: prose('A line above it.').optional() }),
    z.strictObject({ title: label('Whose or what the right column is.'), hint: prose('A line above it.').optional() }),
  ]),
  lines: lines(6, 20),
  pairs: z.number().int().min(1).max(8).default(1).meta({ description: 'How many pairs of spaces, one below the other.' }),
});

const grid = {
  columns: z.array(column).min(2).max(6).meta({ description: 'Heads, with a relative width where they are not equal.' }),
  rows: z
    .union([z.number().int().min(1).max(60), z.array(label('The first cell of a row.')).min(1).max(30)])
    .meta({ description: 'How many empty rows, or the words in the first cell of each.' }),
};

export const table = z.strictObject({
  table: prose('What the table is for.'),
  ...fillable,
  ...grid,
  'rows-need': z.array(partName()).optional().meta({ description: 'For each row, the part that it speaks of: a copy without that part has no such row.' }),
});

export const log = z.strictObject({
  log: prose('What is logged.'),
  ...fillable,
  ...grid,
  rows: z.number().int().min(1).max(60).meta({ description: 'How many rows, one an entry.' }),
  number: label('Counts the rows in a column of its own, such as "Week".').optional(),
});

export const boundary = z.strictObject({
  boundary: prose('What the cards are for.'),
  ...fillable,
  'sheet-of-its-own': sheetOfItsOwn(),
  cards: z.number().int().min(1).max(12).default(2),
  parts: z
    .array(z.strictObject({ label: prose('One part of a card.'), lines: lines(2, 8) }))
    .min(2)
    .max(6),
});

export const agreement = z.strictObject({
  agreement: prose('What is agreed on.'),
  ...fillable,
  statements: z.union([z.number().int().min(1).max(12), z.array(prose('A statement to tick.')).min(1).max(12)]),
  names: z.array(label('Whose name.')).min(1).max(4),
  review: label('What stands before the review date.'),
});

export const plan = z.strictObject({
  plan: prose('What is planned.'),
  ...fillable,
  what: label('Head: what.'),
  when: label('Head: when.'),
  who: label('Head: who.'),
  rows: z.number().int().min(1).max(12).default(3),
});

export const compare = z.strictObject({
  compare: prose('What is rated again.'),
  ...fillable,
  first: z
    .string()
    .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'expected the place of a scale, as page/id')
    .meta({ description: 'The scale that was filled in first, as page/id; its ends and numbers are used again.' }),
  'see-page': z
    .boolean()
    .default(true)
    .meta({ description: 'Says on which page the first rating stands. Of several that stand on one page, the first is enough.' }),
  before: label('Before the first rating, to be copied here.'),
  now: label('Before today’s rating.'),
});
