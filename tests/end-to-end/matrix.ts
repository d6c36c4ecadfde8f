/** Every way to ask for the shipped workbook, or so many of them that each two choices meet. */
import path from 'node:path';
import { loadPractice } from '../../src/practice/load.ts';
import { PAPERS } from '../../src/options/papers.ts';
import { ALL_OPTIONS, type OptionName } from '../../src/options/option-values.ts';
import { templatesIn } from '../../src/theme/find-template.ts';
import { EDITIONS, shippedLanguages } from '../fixtures/editions.ts';
import type { Requested } from '../fixtures/shipped.ts';
import { root } from './packed.ts';

export interface Row {
  name: string;
  asked: Requested;
}

/** What is asked for beside paper and edition; each of these has a fault of its own to make. */
const OTHERS: readonly Requested[] = [
  { flat: true, country: 'gb', name: 'Zoë O’Connor', relationship: 'partner' },
  { flat: true, paper: 'a4', for: 'was-hurt' },
  { flat: true, paper: 'a5', for: 'broke-trust', binding: 'booklet' },
  { largePrint: true },
  { largePrint: true, paper: 'a4', edition: 'counselor', binding: '2-hole', relationship: 'family' },
  { binding: '3-hole', inkSaver: true, for: 'broke-trust', relationship: 'friend' },
  { discreet: true, steps: '2-3', without: ['safety-page'], relationship: 'friend' },
  { largePrint: true, flat: true, inkSaver: true, paper: 'a4', for: 'was-hurt', country: 'ie' },
];

const nameOf = ({ practice, workbook, ...asked }: Requested): string =>
  [
    ...(practice ? ['practice'] : []),
    ...(workbook ? [path.basename(workbook)] : []),
    ...Object.entries(asked).map(([option, value]) => (value === true ? option : String(value))),
  ].join(' ');

const PAPER_EDITIONS = PAPERS.flatMap((paper) => EDITIONS.map(({ for: role, edition }): Requested => ({ paper, for: role, edition })));

/** Choices that have to be in the matrix, by what they are called on the command line: all that can be counted and are not as usual. */
export const CHOICES = Object.fromEntries(
  ALL_OPTIONS.flatMap(([name, option]): [OptionName, readonly unknown[]][] => {
    if (option.kind === 'switch') return [[name, [true]]];
    return option.kind === 'choice' ? [[name, option.values.filter((value) => value !== option.default)]] : [];
  }),
) as { [Option in keyof Requested]?: readonly unknown[] };

/** A choice that no row above has gets one of its own. */
const UNTRIED: readonly Requested[] = Object.entries(CHOICES).flatMap(([option, values]) =>
  values
    .filter((value) => ![...OTHERS, ...PAPER_EDITIONS].some((asked) => asked[option as keyof Requested] === value))
    .map((value): Requested => ({ [option]: value })),
);

/**
 * The rows of the matrix.
 * @param all Every template × language × paper × edition and what else is asked for; otherwise the first template in every language, paper and
 *   edition, the others in every language and edition, and of the rest as many rows as make each two choices meet
 */
export const rows = async (all: boolean): Promise<Row[]> => {
  const [templates, languages, practice] = await Promise.all([
    templatesIn(path.join(root, 'templates')),
    shippedLanguages(root),
    loadPractice(path.join(root, 'tests/fixtures/practice/practice.yaml')),
  ]);
  if (!practice.practice) throw new Error(JSON.stringify(practice.diagnostics));
  // What one makes of it: a copy with the name of a practice, and a small workbook of one's own.
  const own: Requested[] = [
    { practice, paper: 'a4' },
    { workbook: path.join(root, 'content/starter') },
    { practice, flat: true, paper: 'a5', for: 'broke-trust' },
  ];
  const others = [...own, ...OTHERS, ...UNTRIED];
  return templates.flatMap((template, number) =>
    languages
      .flatMap((lang, at): Requested[] => {
        const meets = (index: number): boolean => all || index % languages.length === at;
        // Every edition in every language, on papers in turn.
        const papers = PAPER_EDITIONS.filter(({ paper }, index) => paper === PAPERS[((index % EDITIONS.length) + at + number) % PAPERS.length]);
        return [...(all || number === 0 ? PAPER_EDITIONS : papers), ...others.filter((_, index) => meets(index + number))].map((asked) => ({
          template,
          lang,
          ...asked,
        }));
      })
      .map((asked) => ({ name: nameOf(asked), asked })),
  );
};
