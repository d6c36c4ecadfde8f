/** The page of compared copies: tagged, in the theme, with a number beside each mark, and nothing about anybody outside its pages. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BuildRequest, createBuilder, progressPage, readAnswers } from '../../src/api/index.ts';
import { makeComparisonPage } from '../../src/builder/comparison-page.ts';
import { compareCopies } from '../../src/questions/progress.ts';
import { type SmallBook, smallBook } from '../fixtures/small-book.ts';
import { fillByHand } from '../flatten/filled.ts';
import { findingsOf } from '../readers/findings.ts';
import { openInPdfjs } from '../readers/pdfjs.ts';
import { RawPdf } from '../readers/raw.ts';
import { elementsOf, readStructure } from '../readers/structure.ts';

const DAY = new Date('2026-11-03T10:00:00Z');
let book: SmallBook;
beforeAll(async () => {
  book = await smallBook();
});
afterAll(() => book.remove());

const built = async (asked: Partial<BuildRequest> = {}): Promise<Uint8Array> => {
  const made = await createBuilder().build({ cwd: book.home, workbook: 'book', ...asked });
  if (!made.ok) throw new Error(JSON.stringify(made.diagnostics));
  return made.bytes;
};
const filled = async (values: Readonly<Record<string, string>>, tick: readonly string[], bytes: Uint8Array, day = DAY): Promise<Uint8Array> => {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  for (const name of tick) document.getForm().getCheckBox(name).check();
  document.setModificationDate(day);
  return fillByHand(await document.save({ updateFieldAppearances: false }), (name) => values[name]);
};
const page = async (...[copies, options]: Parameters<typeof progressPage>) => {
  const made = await progressPage(copies, options);
  if (!made.ok) throw new Error(JSON.stringify(made.diagnostics));
  return made;
};
const textsOf = async (bytes: Uint8Array): Promise<string[]> => {
  const document = await openInPdfjs(bytes.slice());
  const pages = await Promise.all(Array.from({ length: document.numPages }, async (_, index) => (await document.getPage(index + 1)).getTextContent()));
  return pages.map(({ items }) => items.map((item) => ('str' in item ? item.str : '')).join(' '));
};
const textOf = async (bytes: Uint8Array): Promise<string> => (await textsOf(bytes)).join(' ');

describe('two months', () => {
  let november: Uint8Array;
  let december: Uint8Array;
  beforeAll(async () => {
    const blank = await built({ name: 'Ana Known' });
    november = await filled({ look_happened: 'A long silence.' }, ['look_near_3'], blank);
    december = await filled({ look_happened: 'A long talk.', begin_do: 'Ελένη said да 👍.' }, ['look_near_5'], blank, new Date('2026-12-01T10:00:00Z'));
  });

  test.each<Parameters<typeof progressPage>[1]>([
    {},
    { template: 'plain', paper: 'a5' },
    { template: 'warm', lang: 'es', paper: 'a4' },
    { template: 'bold', largePrint: true },
  ])('keep our own rules for tagged PDFs: %j', async (options) => {
    const { bytes } = await page([november, december], options);
    expect(await findingsOf(bytes)).toEqual([]);
  });

  test('each rating is a row of a table under a head, with its number and its day', async () => {
    const { bytes, pages } = await page([november, december]);
    const all = elementsOf(readStructure(await RawPdf.open(bytes))).map(({ type }) => type);
    expect(all.filter((type) => /^H\d$/.test(type)).slice(0, 5)).toEqual(['H1', 'H2', 'H2', 'H3', 'H4']);
    expect(all.filter((type) => type === 'TR')).toHaveLength(3);
    expect(all.filter((type) => type === 'TD')).toHaveLength(2);
    const text = await textOf(bytes);
    expect(text).toMatch(/1 · Nov 3, 2026\s+3\s+2 · Dec 1, 2026\s+5/);
    expect(text).toMatch(/Changed.*A long silence\..*A long talk\./);
    expect(text).not.toMatch(/better|worse|improved/i);
    expect(pages).toBeGreaterThan(0);
  });

  test('letters of other alphabets are drawn, and what no font has is told', async () => {
    const { bytes, diagnostics } = await page([november, december]);
    expect((await textOf(bytes)).replaceAll(/\s/g, '')).toContain('Ελένηsaidда☐.');
    expect(diagnostics).toEqual([expect.objectContaining({ code: 'missing-glyph', severity: 'warning', message: expect.stringContaining('👍') })]);
  });

  test('nothing outside the pages says whose they are or what they are about', async () => {
    const { bytes } = await page([november, december]);
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    expect([document.getTitle(), document.getAuthor(), document.getSubject(), document.getCreator(), document.getProducer()]).toEqual([
      'Then and now',
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(document.getForm().getFields()).toEqual([]);
    expect(await readAnswers(bytes)).toMatchObject({ ok: false });
    expect((await page([november, december])).bytes).toEqual(bytes);
  });

  test('a copy on a disk is named by its file, and by the day on which it was saved', async () => {
    const file = path.join(book.home, 'november.pdf');
    await writeFile(file, november);
    expect(await textOf((await page([file, december])).bytes)).toMatch(/november\.pdf.*November 3, 2026.*copy 2.*December 1, 2026/);
  });
});

test('an answer of many pages is all there where all is asked for, and a word without an end does not run off the page', async () => {
  const blank = await built();
  const long = `${Array.from({ length: 200 }, (_, index) => `Sentence ${index} of a letter that was hard to begin.`).join(' ')}\n${'x'.repeat(400)}`;
  const { bytes, diagnostics } = await page([await filled({}, ['look_near_3'], blank), await filled({ look_happened: long }, [], blank)], {
    paper: 'a5',
    all: true,
  });
  expect(diagnostics.map(({ code }) => code)).toEqual(['answer-long']);
  const text = (await textOf(bytes)).replaceAll(/\s/g, '');
  expect(text).toContain('x'.repeat(400));
  expect(Array.from({ length: 200 }, (_, index) => index).filter((index) => !text.includes(`Sentence${index}ofaletterthatwashardtobegin.`))).toEqual([]);
});

test('of a long answer, the page has the part that differs, and says that it is not all', async () => {
  const blank = await built();
  const long = 'The whole evening was quiet, and nobody said a word about it. '.repeat(20);
  const copies = [await filled({ look_happened: long }, [], blank), await filled({ look_happened: `${long}Then we talked.` }, [], blank)];
  const made = await page(copies);
  const text = await textOf(made.bytes);
  expect(made.shortened).toBe(2);
  expect(text).toContain('So it is with 2 of them');
  expect(text).toContain('Then we talked.');
  expect(made.pages).toBe(1);
  expect(await findingsOf(made.bytes)).toEqual([]);
  const whole = await page(copies, { all: true });
  expect(whole.shortened).toBe(0);
  expect(await textOf(whole.bytes)).not.toContain('…');
  expect((await textOf(made.bytes)).length).toBeLessThan((await textOf(whole.bytes)).length);
});

test('a question and its two answers stand on one page, wherever the page before ends', async () => {
  const questions = (month: string) =>
    Array.from({ length: 40 }, (_, index) => ({
      id: `look_q${index}`,
      kind: 'question',
      place: 'look',
      part: 'Look',
      question: `Question ${index}?`,
      answer: { text: `${month} ${index}. ${'We sat in the kitchen and talked. '.repeat(index % 5)}` },
    }));
  const copies = ['Before', 'After'].map((month) => ({ file: `${month}.pdf`, copy: { title: '', language: 'en', questions: questions(month) } }));
  const { page: made, diagnostics } = await makeComparisonPage(compareCopies(copies), { cwd: book.home, together: false });
  expect(diagnostics).toEqual([]);
  const pages = await textsOf(new Uint8Array(made?.bytes ?? []));
  expect(pages.length).toBeGreaterThan(2);
  for (const { question } of questions('')) {
    const number = /\d+/.exec(question)?.[0] ?? '';
    const on = ['Question', 'Before', 'After'].map((word) => pages.findIndex((text) => new RegExp(`${word} ${number}[.?]`).test(text)));
    expect(new Set(on).size, question).toBe(1);
    expect(on[0]).toBeGreaterThanOrEqual(0);
  }
});

describe('the page looks as the copies do', () => {
  const copiesOn = async (asked: Partial<BuildRequest>): Promise<Uint8Array[]> => {
    const blank = await built(asked);
    return [await filled({}, ['look_near_3'], blank), await filled({}, ['look_near_5'], blank, new Date('2026-12-01T10:00:00Z'))];
  };
  const widthOf = async (bytes: Uint8Array): Promise<number> => Math.round((await PDFDocument.load(bytes)).getPage(0).getWidth());

  test('on their paper, unless another is asked for', async () => {
    const copies = await copiesOn({ paper: 'a4' });
    expect(await widthOf((await page(copies)).bytes)).toBe(595);
    expect(await widthOf((await page(copies, { paper: 'letter' })).bytes)).toBe(612);
    expect(await widthOf((await page(await copiesOn({}))).bytes)).toBe(612);
    // Large print is not made on A5, whatever the copies are on.
    expect(await widthOf((await page(await copiesOn({ paper: 'a5' }), { largePrint: true })).bytes)).toBe(612);
  });

  test('with days in the form of their country', async () => {
    const british = await textOf((await page(await copiesOn({ country: 'gb' }))).bytes);
    expect(british).toContain('3 November 2026');
    expect(british).toContain('1 · 3 Nov 2026');
    expect(british).not.toContain('November 3');
  });
});

test('a year of copies stands side by side', async () => {
  const blank = await built();
  const copies = await Promise.all(
    Array.from({ length: 12 }, (_, month) => filled({}, [`look_near_${month % 11}`], blank, new Date(Date.UTC(2026, month, 5)))),
  );
  const { bytes } = await page(copies);
  expect(await findingsOf(bytes)).toEqual([]);
  expect(await textOf(bytes)).toMatch(/12 · Dec 5, 2026\s+0/);
});

test('two people stand beside each other only where both have agreed, and the page says so', async () => {
  const hers = await filled({ look_happened: 'One.' }, [], await built({ for: 'was-hurt' }));
  const his = await filled({ look_happened: 'Two.' }, [], await built({ for: 'broke-trust' }));
  expect(await progressPage([hers, his])).toMatchObject({ ok: false, reason: 'usage', diagnostics: [{ code: 'two-people' }] });
  const text = await textOf((await page([hers, his], { together: true })).bytes);
  expect(text).toContain('Side by side');
  expect(text).toContain('Both must have agreed to it.');
  expect(text).toMatch(/Copy for the one who was hurt.*Copy for the one who broke trust/);
  expect(text).not.toMatch(/since|Changed|No longer/);
});

test('a template without the component is told, and so is a language without words', async () => {
  const blank = await built();
  expect(await progressPage([blank, blank], { lang: 'xx' })).toMatchObject({
    ok: false,
    reason: 'usage',
    diagnostics: expect.arrayContaining([expect.objectContaining({ code: 'no-language' })]),
  });
  expect(await progressPage([blank, blank], { template: 'nowhere' })).toMatchObject({ ok: false, reason: 'usage' });
  expect(await progressPage([blank, blank], { paper: 'a5', largePrint: true })).toMatchObject({
    ok: false,
    reason: 'usage',
    diagnostics: expect.arrayContaining([expect.objectContaining({ code: 'refused-combination' })]),
  });
  expect(await textOf((await page([blank, blank])).bytes)).toContain('Nothing was answered in these copies.');
});

test('a copy that says something impossible of itself is set all the same', async () => {
  const question = (to: number, rating?: number) => ({
    id: 'look_near',
    kind: 'scale',
    place: 'look',
    part: 'Look\u0007',
    question: 'How near?',
    scale: { from: 0, to, ends: ['Far', 'Near'] as const },
    ...(rating === undefined ? {} : { answer: { rating } }),
  });
  const copies = ['en-!!', 'no language', ''].map((language, index) => ({
    file: 'a\n\u0000.pdf',
    copy: { title: '', language, questions: [question(index === 2 ? 4_000_000_000 : 10, 7)] },
  }));
  for (const last of [0, 1, 2]) {
    const named = copies.with(2, copies[last] ?? copies[0]!).with(last, copies[2]!);
    const { page: made, diagnostics } = await makeComparisonPage(compareCopies(named), { cwd: book.home, together: false });
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(await textOf(new Uint8Array(made?.bytes ?? []))).toMatch(/7, on a scale from 0 to (?:10|4000000000)/);
  }
});
