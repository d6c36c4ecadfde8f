/** Says what copy is made, for the record in it. */
import type { Workbook } from '../content/workbook.ts';
import { ALL_OPTIONS, type AskedOptions, DEFAULTS, flagOf, type OptionName } from '../options/option-values.ts';
import { type CopyRecord, encodeRecord } from '../record/copy-record.ts';
import { programVersion } from '../system/package-root.ts';

/** Options with words of a user's that tell of no person; a name never stands in a record, and no path. */
const WORDS: ReadonlySet<OptionName> = new Set<OptionName>(['steps', 'only', 'without', 'with', 'country']);

/** What the record says in places of its own. */
const APART: ReadonlySet<OptionName> = new Set<OptionName>(['lang', 'for', 'edition']);

/**
 * The record of a copy.
 *
 * @param edition the workbook as its reader gets it
 * @param options as they were asked for
 * @param copy of a copy from a list: its sign and its digest
 * @returns the bytes that are written into it
 */
export const recordOf = ({ name, date, language }: Workbook, options: Omit<AskedOptions, 'practice'>, copy?: CopyRecord['copy']): Buffer => {
  const asked: AskedOptions = { ...DEFAULTS, ...options };
  const shaping = ALL_OPTIONS.filter(([option, { kind }]) => !APART.has(option) && (kind === 'choice' || kind === 'switch' || WORDS.has(option)));
  const usual: AskedOptions = DEFAULTS;
  return encodeRecord({
    program: programVersion(),
    workbook: { id: name, date },
    language,
    edition: asked.edition ?? DEFAULTS.edition,
    for: asked.for ?? DEFAULTS.for,
    options: Object.fromEntries(
      shaping.flatMap(([option]) => {
        const value = asked[option];
        return value === undefined || value === '' || value === usual[option] ? [] : [[flagOf(option), typeof value === 'object' ? [...value] : value]];
      }),
    ),
    ...(copy ? { copy } : {}),
  });
};
