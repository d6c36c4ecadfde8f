/** The schemas of blocks that are only read, with nothing to fill in. */
import * as z from 'zod';
import { paragraphs, prose } from '../prose-schema.ts';
import type { Prose } from '../span.ts';
import { audience, columnKeys, equalColumn, partName } from './shared-keys.ts';

export const heading = z.strictObject({
  heading: prose('The words of the heading.'),
  ...audience,
});

export const text = z.strictObject({
  text: paragraphs('A paragraph, or a list of paragraphs, in inline markdown.'),
  ...audience,
});

export const tips = z.strictObject({
  tips: prose('What the tips are about.'),
  items: z.array(prose('One tip.')).min(1).max(12),
  numbered: z.boolean().default(false).meta({ description: 'Number the items, where their order matters.' }),
  ...audience,
});

export const CALLOUTS = ['note', 'example', 'pause', 'safety'] as const;

export const callout = z.strictObject({
  callout: z.enum(CALLOUTS).meta({ description: 'note: worth knowing; example: a worked one; pause: stop and breathe; safety: take care.' }),
  title: prose('Stands in for the usual word ("Example", "Pause"…).').optional(),
  text: paragraphs('A paragraph, or a list of paragraphs.'),
  items: z.array(prose('A point.')).min(1).max(12).optional(),
  'in-place': z.boolean().default(false).meta({
    description:
      'Stays behind the block that it follows. Without it, a note or safety may stand before that block, where it would have a page nearly to itself.',
  }),
  ...audience,
});

export const image = z.strictObject({
  image: z.string().min(1).meta({ description: 'A PNG or JPEG file inside the workbook folder, relative to it.' }),
  alt: z.string().trim().min(1).meta({ description: 'What the picture shows, for those who cannot see it.' }),
  caption: prose('A line under the picture.').optional(),
  width: z.number().min(0.1).max(1).default(1).meta({ description: 'A part of the column: 0.1 to 1.' }),
  ...audience,
});

export const helpLines = z.strictObject({
  'help-lines': prose('A sentence that leads to the help lines of the reader’s country.'),
  ...audience,
});

const place = z
  .string()
  .regex(/^#[a-z0-9-]+(\/[a-z0-9-]+)?$/, 'expected a place in the workbook such as #step/worksheet')
  .meta({ description: 'A step, a page or a worksheet, as #step or #step/worksheet.' });

/** A page in a list. */
interface ListedPage {
  /** Where it stands: `#step` or `#step/worksheet`. */
  href: string;
  /** Its own title, which the edition puts in. */
  title?: Prose;
  /** What is said of it under each head after the first. */
  cells: Prose[];
}

const listedPage = z.union([
  place.transform((href): ListedPage => ({ href, cells: [] })),
  z
    .strictObject({ page: place, cells: z.array(prose('What is said of the page, under the next head.')).min(1).max(4) })
    .transform(({ page, cells }): ListedPage => ({ href: page, cells })),
]);

/** The head of a column in a list of pages, which may be about some parts of the workbook alone. */
const listHead = z.union([
  equalColumn(),
  z.strictObject({
    ...columnKeys,
    'needs-one-of': z
      .array(partName())
      .min(1)
      .optional()
      .meta({ description: 'The column is only in a copy that has at least one of these pages, steps or worksheets; not for the first.' }),
  }),
]);

export const pageList = z.strictObject({
  'page-list': prose('What these pages are for.'),
  heads: z.array(listHead).min(2).max(5).optional().meta({
    description:
      'Makes a table of it: the first head stands over the pages, the others over what is said of each. With a relative width where they are not equal.',
  }),
  pages: z.array(listedPage).min(1).max(80).meta({
    description:
      'The pages in their order; their titles and numbers are put in, and those that a copy leaves out drop out. Where pages were chosen, a table has them in the order of the copy.',
  }),
  ...audience,
});

export const pageBreak = z.strictObject({
  'page-break': z.literal(true),
  ...audience,
});
