/** The usual name of the PDF. */
import { legalName } from '../system/file-names.ts';
import { ALL_OPTIONS, type AskedOptions, DEFAULTS, type Given, type OptionsThat } from './option-values.ts';

/** The options that the name depends on. */
export type NamedBy = Given<OptionsThat<{ fileName: object }> | 'discreet'>;

/** A title in the small letters, digits and hyphens of a file name; empty where it has none of them. */
export const slugOf = (words: string): string =>
  words
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');

const slug = (words: string): string => slugOf(words) || 'notes';

/**
 * The file name of a copy. Different editions have different names, so that none overwrites another; the name is legal on every system.
 *
 * @param workbook the name of the workbook's folder
 * @param discreetTitle the title of a discreet copy, which replaces the workbook's name
 */
export const fileName = (workbook: string, discreetTitle: string, options: NamedBy): string => {
  const given: AskedOptions = options;
  const usual: AskedOptions = DEFAULTS;
  const words = ALL_OPTIONS.flatMap(([name, { fileName: naming }]) => {
    const value = given[name];
    if (!naming || value === undefined || value === '' || value === usual[name]) return [];
    return (options.discreet ? naming.discreet(value as never) : naming.word(value as never)) ?? [];
  });
  return `${legalName([options.discreet ? slug(discreetTitle) : workbook, ...words].join('-'))}.pdf`;
};
