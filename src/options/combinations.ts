/** Options that make no sense together, each with the reason: a table. */
import type { Diagnostic, Location } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import type { Option } from './declarations.ts';
import { ALL_OPTIONS, DEFAULTS, type Format, type Given, type OptionsThat, type PracticeOption } from './option-values.ts';

/** The options that can be at odds with each other. */
export type CombinedOption = OptionsThat<{ combines: true }>;

/** The values of those options; what is left out is as usual. */
export type Choice = Given<CombinedOption>;

export interface Refusal {
  /** Refused where all of these are chosen. */
  when: Readonly<Choice>;
  /** As it is written on the command line. */
  options: string;
  reason: string;
  hint: string;
}

export const REFUSALS: readonly Refusal[] = [
  {
    when: { largePrint: true, paper: 'a5' },
    options: '--large-print with --paper a5',
    reason: 'A5 has room for some 35 letters of 18 points on a line, where 60 read well',
    hint: 'choose --paper letter or --paper a4 for large print',
  },
  {
    when: { binding: 'booklet', flat: false },
    options: '--binding booklet with fields to fill in',
    reason: 'the pages of a booklet are put on new sheets, where no field can follow',
    hint: 'add --flat for a booklet to print; for a screen, build without --binding',
  },
  {
    when: { binding: 'booklet', largePrint: true },
    options: '--binding booklet with --large-print',
    reason: 'a booklet is folded from sheets of twice its size: large print would need A3 or tabloid, or shrink to 13 points',
    hint: 'bind large print with holes: --binding 3-hole or --binding 2-hole',
  },
  {
    when: { binding: '3-hole', paper: 'a5' },
    options: '--binding 3-hole with --paper a5',
    reason: 'the outer of three holes are 216 mm apart, and a sheet of A5 is 210 mm high',
    hint: 'A5 is filed with two holes: --binding 2-hole',
  },
];

/** The first row of the table that options fall under. */
export const refusalOf = (options: Choice): Refusal | undefined => {
  const chosen: Choice = { ...DEFAULTS, ...options };
  return REFUSALS.find(({ when }) => (Object.keys(when) as CombinedOption[]).every((name) => chosen[name] === when[name]));
};

/**
 * Why options are refused; nothing where they go together.
 *
 * @param from where practice.yaml gives what no option does
 */
export const checkCombination = (options: Choice, from: { readonly [Name in PracticeOption]?: Location } = {}): Diagnostic[] => {
  const refusal = refusalOf(options);
  if (!refusal) return [];
  const at = Object.keys(refusal.when).map((name) => from[name as PracticeOption]);
  const message = `expected options that go together, found ${refusal.options}: ${refusal.reason}`;
  return [error('refused-combination', message, at.find(Boolean), refusal.hint)];
};

/** Every format that a workbook may be asked for in. */
export const everyFormat = (): Required<Format>[] =>
  ALL_OPTIONS.filter(([, { group }]) => group === 'format')
    .reduce<object[]>((formats, [name, option]) => formats.flatMap((format) => valuesOf(option).map((value) => ({ ...format, [name]: value }))), [{}])
    .map((format) => format as Required<Format>)
    .filter((format) => !refusalOf({ ...format, flat: true }));

/** The values that an option can have, where they can be counted. */
const valuesOf = (option: Option): readonly unknown[] => {
  if (option.kind === 'switch') return [false, true];
  return option.kind === 'choice' ? option.values : [option.default];
};
