/** The combinations of options that are refused, each with its reason. */
import type { Diagnostic, Location } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import type { Option } from './declarations.ts';
import { ALL_OPTIONS, DEFAULTS, type Format, type Given, type OptionsThat, type PracticeOption } from './option-values.ts';

/** The options that a refused combination may name. */
export type CombinedOption = OptionsThat<{ combines: true }>;

/** Values of those options; those left out have their defaults. */
export type Choice = Given<CombinedOption>;

export interface Refusal {
  /** The combination: refused when all of these values are chosen. */
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

/** The first refused combination that the options contain. */
export const refusalOf = (options: Choice): Refusal | undefined => {
  const chosen: Choice = { ...DEFAULTS, ...options };
  return REFUSALS.find(({ when }) => (Object.keys(when) as CombinedOption[]).every((name) => chosen[name] === when[name]));
};

/** The options that say which parts a copy has. */
const SELECTIONS = ['steps', 'only', 'packet'] as const;

/** A refusal of two selections of parts. */
const twoSelections = (options: Given<(typeof SELECTIONS)[number]>): Diagnostic[] => {
  const [first, second] = SELECTIONS.filter((name) => options[name] !== undefined && options[name].length > 0);
  if (!first || !second) return [];
  const message = `expected options that go together, found --${first} with --${second}: each of them says which parts the copy has`;
  return [error('refused-combination', message, undefined, 'give one of them; --without leaves parts out of either')];
};

/**
 * An error for a combination of options that is refused; empty when they go together.
 *
 * @param from where practice.yaml gives a value, by option
 */
export const checkCombination = (
  options: Choice & Given<(typeof SELECTIONS)[number]>,
  from: { readonly [Name in PracticeOption]?: Location } = {},
): Diagnostic[] => {
  const refusal = refusalOf(options);
  if (!refusal) return twoSelections(options);
  const at = Object.keys(refusal.when).map((name) => from[name as PracticeOption]);
  const message = `expected options that go together, found ${refusal.options}: ${refusal.reason}`;
  return [error('refused-combination', message, at.find(Boolean), refusal.hint)];
};

/** Every combination of the format options that is not refused. */
export const everyFormat = (): Required<Format>[] =>
  ALL_OPTIONS.filter(([, { group }]) => group === 'format')
    .reduce<object[]>((formats, [name, option]) => formats.flatMap((format) => valuesOf(option).map((value) => ({ ...format, [name]: value }))), [{}])
    .map((format) => format as Required<Format>)
    .filter((format) => !refusalOf({ ...format, flat: true }));

/** All values of an option; only the default for one that takes any text. */
const valuesOf = (option: Option): readonly unknown[] => {
  if (option.kind === 'switch') return [false, true];
  return option.kind === 'choice' ? option.values : [option.default];
};
