/** Options that make no sense together, each with the reason: a table. */
import type { Diagnostic, Location } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import type { Format } from '../theme/overrides.ts';
import { BINDINGS, PAPERS } from '../theme/papers.ts';

/** The options that can be at odds. */
export interface Choice extends Format {
  /** Print only: without fields. */
  flat?: boolean;
}

export interface Refusal {
  /** Refused where all of these are chosen. */
  when: Partial<Choice>;
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

const DEFAULTS = { flat: false, largePrint: false, inkSaver: false, binding: 'none' } as const;

/** The first row of the table that a choice falls under. */
export const refusalOf = (choice: Choice): Refusal | undefined => {
  const chosen: Record<string, unknown> = { ...DEFAULTS, ...choice };
  return REFUSALS.find(({ when }) => Object.entries(when).every(([option, value]) => chosen[option] === value));
};

/**
 * Why options are refused; nothing where they go together.
 *
 * @param paperFrom where practice.yaml gives the paper, when no option does
 */
export const checkCombination = (choice: Choice, paperFrom?: Location): Diagnostic[] => {
  const refusal = refusalOf(choice);
  if (!refusal) return [];
  const at = refusal.when.paper ? paperFrom : undefined;
  return [error('refused-combination', `expected options that go together, found ${refusal.options}: ${refusal.reason}`, at, refusal.hint)];
};

/** Every format that a workbook may be asked for in. */
export const everyFormat = (): Format[] =>
  PAPERS.flatMap((paper) =>
    [false, true].flatMap((largePrint) => [false, true].flatMap((inkSaver) => BINDINGS.map((binding): Format => ({ paper, largePrint, inkSaver, binding })))),
  ).filter((format) => !refusalOf({ ...format, flat: true }));
