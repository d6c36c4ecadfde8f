/** No page of the shipped workbook holds only what was left over, no pair of columns is parted or unequal, and no list of the contents is divided. The whole matrix: npm run check:fit. */
import { expect, test } from 'vitest';
import type { BuilderOptions } from '../../src/builder/builder.ts';
import { dividedLists } from './divided-lists.ts';
import { layOutCopy } from './laid-out-copy.ts';
import { lettersApart, pairsOf, partedPairs, unequalPairs } from './parted-pairs.ts';
import { poorlyParted } from './parted-lists.ts';
import { scantPages } from './scant-pages.ts';
import { headingsAtTheFoot, strandedPages } from './stranded.ts';

const TEMPLATES = ['calm', 'bold', 'plain', 'warm'];
const FORMATS: Partial<BuilderOptions>[] = [
  { paper: 'letter' },
  { paper: 'a4' },
  { paper: 'a5' },
  { paper: 'letter', largePrint: true },
  { paper: 'a4', largePrint: true },
];
const EDITIONS: Partial<BuilderOptions>[] = [{}, { for: 'was-hurt' }, { for: 'broke-trust' }, { edition: 'counselor' }, { twoSided: true }];

const SAMPLE: Partial<BuilderOptions>[] = [
  { template: 'calm', lang: 'en', paper: 'letter' },
  { template: 'warm', lang: 'es', paper: 'a4', for: 'was-hurt' },
  { template: 'bold', lang: 'en', paper: 'a5' },
  { template: 'plain', lang: 'es', paper: 'letter', largePrint: true },
  { template: 'calm', lang: 'es', paper: 'a4', edition: 'counselor' },
];
/** Of the pages of a copy in large print, so many at most are less full than a half, and than three fifths. */
const MOST = { half: 0.04, sixty: 0.08 };

const every = TEMPLATES.flatMap((template) =>
  ['en', 'es'].flatMap((lang) => FORMATS.flatMap((format) => EDITIONS.map((edition) => ({ template, lang, ...format, ...edition })))),
);
const wanted = (process.env.FIT ?? '').split(' ').filter((word) => word !== '' && word !== 'all');
const copies = process.env.FIT
  ? every.filter((copy) =>
      wanted.every((word) => Object.values(copy).includes(word) || Object.entries(copy).some(([name, on]) => name === word && on === true)),
    )
  : SAMPLE;

test.each(copies)('%o', async (copy) => {
  const laidOut = await layOutCopy(copy);
  expect(pairsOf(laidOut).length).toBeGreaterThan(10);
  expect({
    stranded: strandedPages(laidOut),
    headings: headingsAtTheFoot(laidOut),
    parted: partedPairs(laidOut),
    unequal: unequalPairs(laidOut),
    letters: lettersApart(laidOut),
    // Large print has no room to be left.
    divided: copy.largePrint ? 0 : dividedLists(laidOut),
    lists: poorlyParted(laidOut),
  }).toEqual({
    stranded: [],
    headings: [],
    parted: [],
    unequal: [],
    letters: [],
    divided: 0,
    lists: [],
  });
  if (!copy.largePrint) return;
  const { half, sixty, pages } = scantPages(laidOut);
  expect({ half: half / pages, sixty: sixty / pages }).toSatisfy(({ half: less, sixty: few }) => less <= MOST.half && few <= MOST.sixty);
});
