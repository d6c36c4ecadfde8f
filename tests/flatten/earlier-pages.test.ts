/** A copy that this program has filled in, with answers that go on at its end, has those pages once when it is flat. */
import { PDFDocument } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, test } from 'vitest';
import { flatten, readAnswers } from '../../src/api/index.ts';
import { loadStrings } from '../../src/content/load-strings.ts';
import type { Strings } from '../../src/content/strings.ts';
import { readAnswers as readCopy } from '../../src/questions/read-answers.ts';
import { refill } from '../../src/refill/refill.ts';
import { blankCopy } from '../fixtures/filled-copies.ts';
import { findingsOf } from '../readers/findings.ts';
import { openInPdfjs } from '../readers/pdfjs.ts';
import { fillByHand, fillInPdfium, lettersInPdfium } from './filled.ts';

const words = (await loadStrings('en', '/')).strings as Strings;
/** Longer than any field, each with an end of its own. */
const long = (index: number): string => `${'I have thought about it for a long time. '.repeat(70)}End${index}.`;

let blank: Uint8Array;
/** Filled in by another program, which knows no limits; and by this one, from the first. */
let byHand: Uint8Array;
let refilled: Uint8Array;
let longFields: string[];
beforeAll(async () => {
  blank = await blankCopy();
  // One field of each kind, and one on the last page with fields.
  const chosen = ['cover_name', 'one_what', 'one_words_own', 'one_i_1', 'one_hopes_2', 'one_letter_1', 'one_asked_1_2', 'one_visits_4_1', 'one_cards_1_1'];
  longFields = [...chosen, 'one_agreement_1', 'one_agreement_date_1', 'one_plan_1_3', 'one_room', 'one_stones_2'];
  byHand = await fillByHand(blank, (name) => (longFields.includes(name) ? long(longFields.indexOf(name)) : undefined));
  refilled = await into(byHand);
}, 60_000);

const into = async (filled: Uint8Array): Promise<Uint8Array> => {
  const { fields } = await readCopy(filled, 'ana.pdf');
  if (!fields) throw new Error('no fields');
  return (await refill(blank, { answers: { from: 'copy', questions: fields.questions, values: fields.values }, words })).bytes;
};
const flat = async (bytes: Uint8Array, options: Parameters<typeof flatten>[1] = {}): Promise<Uint8Array> => {
  const made = await flatten(bytes, options);
  if (!made.ok) throw new Error(JSON.stringify(made.diagnostics));
  return made.bytes;
};
const pagesOf = async (bytes: Uint8Array): Promise<number> => (await PDFDocument.load(bytes)).getPageCount();
const answersIn = async (bytes: Uint8Array) => {
  const found = await readAnswers(bytes);
  return found.ok && found.questions.map(({ id, answer }) => [id, answer]);
};
/** The outermost bookmarks and the numbers of the pages, as Firefox has them. */
const leadsOf = async (bytes: Uint8Array) => {
  const document = await openInPdfjs(bytes);
  const [outline, labels] = [await document.getOutline(), await document.getPageLabels()];
  await document.loadingTask.destroy();
  return { bookmarks: outline?.map(({ title }) => title), labels };
};

describe('a copy whose answers go on at its end', () => {
  test('is flat as if another program had filled it in', async () => {
    const [one, other] = [await flat(refilled), await flat(byHand)];
    expect(await lettersInPdfium(one)).toEqual(await lettersInPdfium(other));
    expect(await leadsOf(one)).toEqual(await leadsOf(other));
    expect(await answersIn(one)).toEqual(await answersIn(byHand));
    expect(await findingsOf(one)).toEqual([]);
  }, 60_000);

  test('has as many pages when it goes through another edition, and its answers are whole', async () => {
    const again = await into(await into(refilled));
    expect(await pagesOf(again)).toBe(await pagesOf(refilled));
    expect(await answersIn(again)).toEqual(await answersIn(byHand));
  }, 60_000);

  test('gives a worksheet with the end of its own answers alone', async () => {
    const only = { only: ['one/sheet'] };
    const letters = await lettersInPdfium(await flat(refilled, only));
    expect(letters).toEqual(await lettersInPdfium(await flat(byHand, only)));
    const text = letters.join('');
    for (const [index, name] of longFields.entries()) expect(text.includes(`End${index}.`), name).toBe(/one_(?:words|i|hopes)_/.test(name));
  }, 60_000);

  test('has them no more once the answers are short', async () => {
    const saved = await fillByHand(refilled, (name) => (longFields.includes(name) ? 'Short' : undefined));
    const short = await flat(saved);
    expect(await pagesOf(short)).toBe(await pagesOf(blank));
    expect((await lettersInPdfium(short)).join('')).not.toContain('End');
    expect((await leadsOf(short)).bookmarks).not.toContain(words.continuedAnswers);
    expect(await findingsOf(short)).toEqual([]);
  }, 60_000);

  test('is read alike after Chrome’s engine has saved it', async () => {
    const { saved } = await fillInPdfium(refilled, ({ name }) => (name === 'one_so_1' ? true : undefined));
    expect(await pagesOf(await flat(saved))).toBe(await pagesOf(await flat(byHand)));
  }, 60_000);
});
