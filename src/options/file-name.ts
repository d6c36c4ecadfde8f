/** The usual name of the PDF. */
import { legalName } from '../system/file-names.ts';
import { ALL_OPTIONS, type AskedOptions, DEFAULTS, type Given, type OptionsThat } from './option-values.ts';

/** The options that show in the name, and the one that makes it discreet. */
export type NamedBy = Given<OptionsThat<{ fileName: object }> | 'discreet'>;

const slug = (words: string): string =>
  words
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '') || 'notes';

/**
 * Each edition has a name of its own, so that none overwrites another; every system takes it.
 *
 * @param workbook the name of its folder
 * @param discreetTitle what a discreet copy is called
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
