/** The schemas of blocks that ask one question with space for its answer. */
import { counted } from '../../diagnostics/counted.ts';
import { customIssue } from '../../yaml/custom-issue.ts';
import * as z from 'zod';
import { label, prose } from '../prose-schema.ts';
import { expects, fillable, lines, other } from './shared-keys.ts';

export const question = z.strictObject({
  question: prose('The question.'),
  ...fillable,
  lines: lines(3),
  expects: expects('A few words on one line, a sentence on two or three, a story on more,'),
});

export const checklist = z.strictObject({
  checklist: prose('What the list is for; any number of items may be ticked.'),
  ...fillable,
  items: z.array(prose('An item.')).min(1).max(24),
  other: other(),
});

export const choice = z.strictObject({
  choice: prose('What is to be chosen; one option is ticked.'),
  ...fillable,
  options: z.array(prose('An option.')).min(2).max(12),
  other: other(),
});

export const scale = z.strictObject({
  scale: prose('What is rated.'),
  ...fillable,
  labels: z.tuple([label('The word at the low end.'), label('The word at the high end.')]),
  from: z.number().int().min(0).max(1).default(0),
  to: z.number().int().min(3).max(10).default(10),
});

export const feelings = z.strictObject({
  feelings: prose('What to do with the words.'),
  ...fillable,
  groups: z
    .array(z.strictObject({ name: label('The family.'), words: z.array(label('A feeling.')).min(2).max(12) }))
    .min(2)
    .max(8),
  own: prose('What stands before the space for own words.').optional(),
  lines: lines(2, 10),
});

/** A gap in a sentence: four or more underscores. */
export const BLANK = /_{4,}/g;

export const complete = z
  .strictObject({
    complete: prose('A sentence with gaps, each written as ____.'),
    ...fillable,
    blanks: z.array(label('What belongs in the gap.')).min(1).max(8),
    expects: expects('A few words'),
    tries: z.number().int().min(1).max(6).default(1).meta({ description: 'How many times the sentence is given, for several drafts.' }),
  })
  .superRefine((block, ctx) => {
    const gaps =
      block.complete
        .map((span) => span.text)
        .join('')
        .match(BLANK)?.length ?? 0;
    if (gaps === block.blanks.length) return;
    ctx.addIssue(
      customIssue(
        `expected ${counted(gaps, 'label')}, one for each gap (____), found ${block.blanks.length}`,
        { code: 'blanks-mismatch', hint: 'write each gap as ____ and name it, in order, under blanks' },
        ['blanks'],
      ),
    );
  });

export const space = z.strictObject({
  space: z.enum(['lined', 'dotted', 'blank']).meta({ description: 'How the space is ruled.' }),
  ...fillable,
  title: prose('What the space is for.').optional(),
  lines: lines(8),
  fill: z.boolean().default(false).meta({ description: 'Take what is left of the page.' }),
});
