/** The schema of practice.yaml: who the practice is, its branding, and its default options. */
import { customIssue } from '../yaml/custom-issue.ts';
import * as z from 'zod';
import { color } from '../theme/value-schemas.ts';
import { PRACTICE_OPTIONS, type PracticeKey, type PracticeOption, type ValueOf } from '../options/option-values.ts';
import { line, valueSchema } from '../options/value-schema.ts';

/** The most lines of contact that fit on the last page. */
const CONTACT_LINES = 6;

/** The keys that are printed only beside the name. */
const BESIDE_NAME = ['counselor', 'credentials', 'contact', 'logo', 'license'] as const;

/** The options that practice.yaml may give, by their keys. */
const usualOptions = Object.fromEntries(
  PRACTICE_OPTIONS.map(({ key, option, description, pattern }) => [key, valueSchema(option, description, pattern).optional().meta({ description })]),
) as unknown as { [Name in PracticeOption as PracticeKey<Name>]: z.ZodOptional<z.ZodType<ValueOf<Name>>> };

export const practiceFile = z
  .strictObject({
    name: line(
      'The name of the practice: on the cover, at the foot of each page, on the last page. {{practice.name}} in the text. Without it, nothing else of the practice is shown.',
      120,
    ).optional(),
    counselor: line('Who works there. {{practice.counselor}} in the text.', 120).optional(),
    credentials: line('Behind the counselor’s name: degrees, licence numbers. {{practice.credentials}} in the text.', 120).optional(),
    contact: z
      .array(line('A line of contact.', 120))
      .min(1)
      .max(CONTACT_LINES)
      .optional()
      .meta({ description: `How to reach the practice, at most ${CONTACT_LINES} lines: address, phone, mail, web. On the last page.` }),
    logo: line('The file of the logo, from the folder of this file: SVG, PNG or JPEG. It keeps its proportions.', 500).optional(),
    colors: z
      .strictObject({
        accent: color(
          'In place of the template’s accent: titles of the cover, numerals, links, the drawing. Where it is too light to be read, words get a darker one.',
        ),
      })
      .optional()
      .meta({ description: 'The practice’s own colours.' }),
    footer: z
      .union([line('The line.', 120), z.literal(false)])
      .superRefine((footer, ctx) => {
        // YAML 1.2 reads these as text, which would be printed on each page.
        if (typeof footer === 'string' && /^(?:no|none|off)$/i.test(footer))
          ctx.addIssue(customIssue(`expected a line, or false for none; found "${footer}"`, { code: 'wrong-value', hint: 'write false for no line' }));
      })
      .optional()
      .meta({ description: 'A line at the foot of each page; left out, the name of the practice; `false` for none.' }),
    license: line('A line of rights or registration, on the last page.', 200).optional(),
    ...usualOptions,
  })
  .superRefine((given, ctx) => {
    const shown = BESIDE_NAME.find((key) => given[key] !== undefined);
    if (given.name !== undefined || shown === undefined) return;
    ctx.addIssue(
      customIssue(
        `expected the key "name" beside "${shown}", found none`,
        { code: 'missing-key', hint: 'add a line "name: …" with the name of the practice' },
        ['name'],
      ),
    );
  })
  .meta({ description: 'A practice: its name and logo on every copy, and the options that it mostly uses.' });

export type PracticeFile = z.output<typeof practiceFile>;
