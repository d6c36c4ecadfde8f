/** The schema of a list of copies in YAML. */
import * as z from 'zod';
import { ALL_OPTIONS, flagOf, type OptionName } from '../options/option-values.ts';
import type { Option } from '../options/declarations.ts';
import { LIST_COLUMNS } from './columns.ts';

/** A value that is written in one line. */
const scalar = (description: string) => z.union([z.string(), z.number(), z.boolean()]).meta({ description });
const several = (description: string) => z.union([z.string(), z.array(z.string()).min(1)]).meta({ description });

const valueOf = ([, option]: readonly [OptionName, Option]): z.ZodType => {
  if (option.kind === 'switch') return z.boolean().meta({ description: option.help });
  if (option.kind === 'choice') return z.enum(option.values).meta({ description: option.help });
  return option.kind === 'list' ? several(option.help) : scalar(option.help);
};

/** What may be said of a copy; other keys are variables of the workbook. */
const about = z
  .object({
    ...Object.fromEntries(ALL_OPTIONS.map((one) => [flagOf(one[0]), valueOf(one).optional()])),
    id: scalar(LIST_COLUMNS.id).optional(),
    copies: several(LIST_COLUMNS.copies).optional(),
    file: scalar(LIST_COLUMNS.file).optional(),
    answers: scalar(LIST_COLUMNS.answers).optional(),
    password: scalar(LIST_COLUMNS.password).optional(),
    fill: z.record(z.string(), scalar('What is filled in.')).optional().meta({ description: 'Fields to fill in beforehand: their names, and the words.' }),
  })
  .catchall(scalar('The value of a variable of the workbook.'));

export const listFile = z
  .strictObject({
    defaults: about.optional().meta({ description: 'What holds for every client who does not say otherwise.' }),
    clients: z.array(about).min(1).meta({ description: 'One item a client, or a copy.' }),
  })
  .meta({ description: 'A list of copies for mendbook batch: who gets which edition of a workbook.' });

/** What a list has to look like to be read at all; what its columns and cells say is checked as in a list in CSV. */
const anything = z.record(z.string(), z.unknown());
export const listShape = z.strictObject({ defaults: anything.optional(), clients: z.array(anything).min(1) });
