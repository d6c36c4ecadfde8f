/** What the controls offer. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { choiceKey, chosenBy, offersFor } from '../../src/preview/offered-controls.ts';
import type { ChoiceOffer } from '../../src/preview/protocol.ts';
import { resolveOptions } from '../../src/builder/resolve-options.ts';
import { type SmallBook, smallBook } from '../fixtures/small-book.ts';

let book: SmallBook;
beforeEach(async () => {
  book = await smallBook();
});
afterEach(() => book.remove());

const valuesOf = async (name: string, base = book.options): Promise<string[]> => {
  const { main, more } = await offersFor(base);
  return (([...main, ...more].find((one) => one.name === name) as ChoiceOffer | undefined)?.options ?? []).map(({ value }) => value);
};

test('languages are the folders of the workbook, those too that come later', async () => {
  expect(await valuesOf('lang')).toEqual(['en']);
  await mkdir(path.join(book.home, 'book/pl'));
  await writeFile(path.join(book.home, 'book/pl/workbook.yaml'), 'title: x\n');
  expect(await valuesOf('lang')).toEqual(['en', 'pl']);
});

test('countries are those with help lines, the workbook’s own among them', async () => {
  await mkdir(path.join(book.home, 'book/help-lines'));
  await writeFile(path.join(book.home, 'book/help-lines/pl.yaml'), '');
  expect(await valuesOf('country')).toEqual(expect.arrayContaining(['', 'gb', 'us', 'pl']));
});

test('a template of one’s own is offered where the command line names it', async () => {
  expect(await valuesOf('template')).toContain('calm');
  const base = { ...book.options, template: './mine' };
  expect(await valuesOf('template', base)).toEqual(expect.arrayContaining(['calm', './mine']));
  expect(await chosenBy(new URLSearchParams('template=calm'), base)).toMatchObject({ template: 'calm' });
});

test('what is chosen goes over the command line, and can be taken back', async () => {
  const base = { ...book.options, country: 'us', largePrint: true, name: 'Ana' };
  const options = await chosenBy(new URLSearchParams('country=&large-print=off&for=was-hurt'), base);
  expect(options).toMatchObject({ largePrint: false, for: 'was-hurt', name: 'Ana', country: '' });
});

test('choices are told apart by what they ask for, not by how', async () => {
  const key = async (query: string): Promise<string> => choiceKey((await chosenBy(new URLSearchParams(query), book.options)) ?? book.options);
  expect(await key('paper=letter')).toBe(await key(''));
  expect(await key('flat=off')).toBe(await key(''));
  expect(await key('paper=a4')).not.toBe(await key(''));
});

test('what practice.yaml says is chosen at first, and can be taken back too', async () => {
  await writeFile(path.join(book.home, 'book/practice.yaml'), 'name: Harbor\npaper: a4\ncountry: us\n');
  const { paper: _, ...base } = book.options;
  const { main, more } = await offersFor(base);
  expect(main.find(({ name }) => name === 'paper')).toMatchObject({ chosen: 'a4' });
  expect(more.find(({ name }) => name === 'country')).toMatchObject({ chosen: 'us' });
  const resolved = await resolveOptions((await chosenBy(new URLSearchParams('country=&paper=letter'), base)) ?? base);
  expect(resolved).toMatchObject({ paper: 'letter' });
  expect(resolved).not.toHaveProperty('country');
});
