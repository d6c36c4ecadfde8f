/** The options that make a copy again, from what it says of itself. */
import path from 'node:path';
import type { Option } from '../options/declarations.ts';
import { ALL_OPTIONS, type AskedOptions, DEFAULTS, flagOf, type OptionName } from '../options/option-values.ts';
import type { CopyRecord } from '../record/copy-record.ts';
import { shellText, shellWord } from '../system/shell-quote.ts';
import { isShippedName } from '../theme/find-template.ts';
import type { PdfOptions } from './make-pdf.ts';

/** The options that say which parts of a workbook a copy has. */
export const PARTS: readonly OptionName[] = ['steps', 'only', 'packet', 'without', 'with'];

const PART = /^[a-z0-9-]+(?:\/[a-z0-9-]+)?$/;

/** The forms of texts: a file may come from anywhere, and what it says must lead to no other file. */
const FORMS: Partial<Record<OptionName, (value: string) => boolean>> = {
  lang: (value) => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(value),
  country: (value) => /^[A-Za-z]{2}$/.test(value),
  packet: (value) => /^[a-z0-9-]+$/.test(value),
  steps: (value) => /^[a-z0-9][a-z0-9,-]*$/.test(value),
  template: isShippedName,
};

/** Whether an option takes a value, as it stands in a record. */
const takes = (name: OptionName, option: Option, value: unknown): boolean => {
  // A filled copy has fields, and is no booklet.
  if (option.kind === 'switch') return value === true && name !== 'flat';
  if (option.kind === 'list') return Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string' && PART.test(one));
  if (typeof value !== 'string') return false;
  return option.kind === 'choice' ? option.values.includes(value) && value !== 'booklet' : (FORMS[name]?.(value) ?? false);
};

/**
 * The options of a copy. A choice that the record leaves out has its default; a template of one's own, a name and a note never stand in it.
 *
 * @param record of a file that may come from anywhere: what is no value of an option is left out
 * @param workbook the absolute path of the one that is built: the parts of another one are not taken
 */
export const optionsOfRecord = ({ workbook: { id }, language, edition, for: reader, options }: CopyRecord, workbook: string): AskedOptions => {
  const isOther = path.basename(workbook) !== id;
  const said: Record<string, unknown> = { ...options, lang: language, edition, for: reader };
  return Object.fromEntries(
    ALL_OPTIONS.flatMap(([name, option]): [string, unknown][] => {
      if (isOther && PARTS.includes(name)) return [];
      const value = said[flagOf(name)];
      if (takes(name, option, value)) return [[name, value]];
      // Not a choice of the folder's practice.yaml, where the copy was built with another.
      return option.kind === 'choice' && value === undefined ? [[name, option.default]] : [];
    }),
  );
};

/** The options that a copy was built with and another one lacks, because no record says their words: by their names on the command line. */
export const lackingOf = (record: CopyRecord | undefined, { options, practice }: Pick<PdfOptions, 'options' | 'practice'>): string[] => {
  const has = { other: options.other, name: options.name, template: options.template !== DEFAULTS.template, practice: practice ?? options.discreet };
  return (record?.unsaid ?? []).filter((flag) => Object.hasOwn(has, flag) && !has[flag as keyof typeof has]).map((flag) => `--${flag}`);
};

/**
 * Options as they are typed on a command line, without those that have their defaults.
 *
 * @param options as {@link optionsOfRecord} gives them
 * @param id the sign of the client, where it was taken over too
 */
export const typedOptions = (options: AskedOptions, id?: string): string => {
  const usual: AskedOptions = DEFAULTS;
  const typed = ALL_OPTIONS.flatMap(([name]) => {
    const value = options[name];
    if (value === undefined || value === false || value === usual[name]) return [];
    return [value === true ? `--${flagOf(name)}` : `--${flagOf(name)} ${shellWord(typeof value === 'string' ? value : value.join(','))}`];
  });
  return [...typed, ...(id === undefined ? [] : [`--id ${shellText(id)}`])].join(' ');
};
