/** No page of the shipped workbook holds only what was left over from the one before. The whole matrix: npm run check:fit. */
import { expect, test } from 'vitest';
import type { BuilderOptions } from '../../src/builder/builder.ts';
import { strandedPages } from './stranded.ts';

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
];
const every = TEMPLATES.flatMap((template) =>
  ['en', 'es'].flatMap((lang) => FORMATS.flatMap((format) => EDITIONS.map((edition) => ({ template, lang, ...format, ...edition })))),
);
const wanted = (process.env.FIT ?? '').split(' ').filter((word) => word !== '' && word !== 'all');
const copies = process.env.FIT ? every.filter((copy) => wanted.every((word) => Object.values(copy).includes(word))) : SAMPLE;

test.each(copies)('%o', async (copy) => {
  expect(await strandedPages(copy)).toEqual([]);
});
