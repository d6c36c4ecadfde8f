/** The schema of a packet: the parts of a workbook that are handed out together, and how. */
import * as z from 'zod';
import { label, paragraphs } from '../content/prose-schema.ts';
import { ROLES } from '../content/terms.ts';
import { packetOptions } from '../options/option-values.ts';
import { valueSchema } from '../options/value-schema.ts';

/** The most parts of a packet: the whole workbook needs none. */
const MOST_PARTS = 60;

const name = z
  .string()
  .regex(/^[a-z0-9-]+(?:\/[a-z0-9-]+)?$/, 'expected a page, a step or a worksheet such as apologize/my-apology')
  .meta({ description: 'A page, a step or a worksheet, as “mendbook list” shows it: today, boundaries, apologize/my-apology.' });

const part = z.union([
  name,
  z.strictObject({
    part: name,
    for: z.enum(ROLES).optional().meta({ description: 'Only in the copy of this reader, and in the one for both.' }),
    note: paragraphs('Words to the reader about this part, printed where it begins.').optional(),
  }),
]);

/** The options of a copy, by their keys. */
const options = Object.fromEntries(
  packetOptions().map(({ key, option }) => {
    const description = `${option.help.charAt(0).toUpperCase()}${option.help.slice(1)}.`;
    return [key, valueSchema(option, description).optional().meta({ description })];
  }),
);

export const packetFile = z
  .strictObject({
    title: label('The title, on the cover and in the document’s properties.'),
    subtitle: label('The line under it.').optional(),
    note: paragraphs('Words to the reader about the whole, printed under the list of what is in it.').optional(),
    options: z.strictObject(options).optional().meta({ description: 'Options of the copy, as on the command line, where they win over these.' }),
    parts: z.array(part).min(1).max(MOST_PARTS).meta({ description: 'What is in it, in this order. Parts for another reader drop out.' }),
  })
  .meta({ description: 'A packet: some pages, steps and worksheets of a workbook, in an order of their own.' });

export type PacketFile = z.output<typeof packetFile>;
