/** The schemas of keys that several kinds of block share. */
import { customIssue } from '../../yaml/custom-issue.ts';
import * as z from 'zod';
import { plain } from '../plain-text.ts';
import { EXPECTS, type Expects } from '../expects.ts';
import { label, prose } from '../prose-schema.ts';
import { COPY_FOR_BOTH, RELATIONSHIPS, ROLES } from '../terms.ts';

/** An id becomes a permanent part of a field's name: ASCII without dots (ISO 32000-1, 12.7.3.2) and underscores (which join the parts). */
export const id = () =>
  z
    .string()
    .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'expected an id of small letters, digits and single hyphens')
    .max(40)
    .meta({ description: 'Names the field for ever, so that answers survive rewording: small letters, digits, hyphens.' });

/** The name of a page, a step or a worksheet. */
export const partName = () => z.string().regex(/^[a-z0-9-]+(?:\/[a-z0-9-]+)?$/, 'expected a page, a step or a worksheet such as apologize/my-apology');

/** The keys that say who sees a block; left out, everybody does. */
export const audience = {
  for: z
    .enum([...ROLES, 'both', COPY_FOR_BOTH])
    .optional()
    .meta({
      description:
        'Whose edition carries this: the one who broke trust, the one who was hurt, or both (default). With copy-for-both, only the copy that has the pages for both.',
    }),
  relationship: z.array(z.enum(RELATIONSHIPS)).min(1).optional().meta({ description: 'Only for these relationships; left out, for all.' }),
  needs: z
    .array(partName())
    .min(1)
    .optional()
    .meta({ description: 'Only in a copy that has all of these pages, steps or worksheets: for words that speak of them.' }),
  'needs-one-of': z.array(partName()).min(1).optional().meta({ description: 'Only in a copy that has at least one of these pages, steps or worksheets.' }),
};

/** The key of pages and worksheets that a copy of some steps does without. */
export const wholeBook = () =>
  z.boolean().optional().meta({ description: 'It belongs to the whole book: a copy of some steps (--steps) has it only when it is asked for (--with).' });

/** The key of what is taken out of the book. */
export const sheetOfItsOwn = () =>
  z.boolean().optional().meta({
    description:
      'It leaves the book, to be cut out or given away: in two-sided copies it begins a sheet, and nothing else stands on that; in others it says so.',
  });

/** The keys of every block that can be filled in. */
export const fillable = {
  id: id(),
  hint: prose('A quiet line under the prompt: an example, or how to begin.').optional(),
  ...audience,
};

/** What a space has to hold. */
export const expects = (usual: string) =>
  z
    .enum(EXPECTS)
    .optional()
    .meta({
      description: `What is written there, which the space has to hold on every paper: number, date, name, few-words, sentence or story. ${usual} unless told otherwise.`,
    });

/** A number of ruled lines. */
export const lines = (fallback: number, most = 40) => z.number().int().min(1).max(most).default(fallback).meta({ description: 'Ruled lines to write on.' });

/** The label of a free line under a list of options: `true` takes the words of the language's strings file. */
export const other = () =>
  z
    .union([z.boolean(), prose('The words before the line.')])
    .superRefine((value, ctx) => {
      // YAML 1.2 reads these as text, which would be printed.
      if (typeof value === 'boolean' || !/^(?:yes|no|on|off)$/i.test(plain(value))) return;
      const meant = /^(?:yes|on)$/i.test(plain(value));
      ctx.addIssue(customIssue(`expected true, false or the words before the line, found "${plain(value)}"`, { code: 'wrong-value', hint: `write ${meant}` }));
    })
    .default(false)
    .meta({ description: 'A last option with a line for own words; `true` takes the usual words.' });

/** A column that is as wide as the others. */
export const equalColumn = () =>
  label('The head of the column.').transform((title): { title: string; width: number; expects?: Expects | undefined } => ({ title, width: 1 }));

/** The keys of a column that is told in full. */
export const columnKeys = {
  title: label('The head of the column.'),
  width: z.number().min(0.3).max(6).default(1),
  expects: expects('A sentence'),
};

/** The head of a column, with a relative width where the columns are not equal. */
export const column = z.union([equalColumn(), z.strictObject(columnKeys)]);
