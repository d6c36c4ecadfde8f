/** A page that is sent holds what was written on it, and nothing of the rest of the book. */
import path from 'node:path';
import { PDFArray, PDFDict, PDFHexString, PDFName, type PDFObject, PDFRawStream, PDFStream, PDFString } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, test } from 'vitest';
import { createBuilder, flatten, type FlattenOptions } from '../../src/api/index.ts';
import { readAnswers } from '../../src/questions/read-answers.ts';
import { RawPdf } from '../readers/raw.ts';
import { elementsOf, readStructure } from '../readers/structure.ts';
import { fillByHand, lettersInPdfium } from './filled.ts';

const FIXTURES = path.resolve(import.meta.dirname, '../fixtures');

/** Letters that no other answer has, and that no page is printed with. */
const lettersOf = (index: number): string => String.fromCodePoint(0x3b1 + (index % 17), 0x430 + (index % 32), 0x100 + index);

let filled: Uint8Array;
/** The answers by the names of their fields. */
const answers = new Map<string, string>();
beforeAll(async () => {
  const made = await createBuilder().build({ cwd: FIXTURES, workbook: 'every-kind' });
  if (!made.ok) throw new Error(JSON.stringify(made.diagnostics));
  filled = await fillByHand(made.bytes, (name, index) => {
    answers.set(name, `Secret${index}x ${lettersOf(index)}`);
    return answers.get(name);
  });
});

const sent = async (options: FlattenOptions, bytes = filled): Promise<Uint8Array> => {
  const made = await flatten(bytes, options);
  if (!made.ok) throw new Error(JSON.stringify(made.diagnostics));
  return made.bytes;
};

/** Every string of a file, and every stream as it is unpacked, read in each way that texts are written. */
const everythingIn = async (bytes: Uint8Array): Promise<string> => {
  const pdf = await RawPdf.open(bytes);
  const { context } = pdf.document;
  const found: string[] = [Buffer.from(bytes).toString('latin1')];
  const visit = (value: PDFObject | undefined): void => {
    if (value instanceof PDFString || value instanceof PDFHexString) found.push(value.decodeText());
    else if (value instanceof PDFName) found.push(value.decodeText());
    else if (value instanceof PDFArray) value.asArray().forEach(visit);
    else if (value instanceof PDFDict) value.entries().forEach(([key, entry]) => [key, entry].forEach(visit));
    else if (value instanceof PDFStream) {
      visit(value.dict);
      if (!(value instanceof PDFRawStream)) return;
      const content = Buffer.from(pdf.stream(value));
      const wide = content.subarray(0, content.length - (content.length % 2));
      found.push(content.toString('utf8'), content.toString('latin1'), wide.toString('utf16le'), Buffer.from(wide).swap16().toString('utf16le'));
    }
  };
  for (const [, object] of context.enumerateIndirectObjects()) visit(object);
  visit(context.trailerInfo.Info as PDFObject);
  return found.join('\n');
};

describe.each<{ name: string; options: FlattenOptions; own: RegExp; title: string; pages: number }>([
  { name: 'a worksheet', options: { only: ['one/sheet'] }, own: /^one_(?:trust-now|words|i|hopes)(?:_|$)/, title: 'On a page of its own', pages: 1 },
  { name: 'pages by their numbers', options: { pages: '6' }, own: /^one_(?:trust-now|words|i|hopes)(?:_|$)/, title: 'On a page of its own', pages: 1 },
])('$name', ({ options, own, title, pages }) => {
  let bytes: Uint8Array;
  let pdf: RawPdf;
  beforeAll(async () => {
    bytes = await sent(options);
    pdf = await RawPdf.open(bytes);
  });

  test('shows its answers, and is called by its own title', async () => {
    expect(pdf.pages).toHaveLength(pages);
    const shown = (await lettersInPdfium(bytes)).join('');
    const kept = [...answers].filter(([name]) => own.test(name));
    expect(kept.length).toBeGreaterThan(3);
    for (const [name, answer] of kept) expect(shown, name).toContain(answer.split(' ')[0]);
    expect(pdf.document.getTitle()).toBe(title);
  });

  test('holds no other answer, no other question, and no name of another field', async () => {
    const all = await everythingIn(bytes);
    const { copy: whole } = await readAnswers(filled, 'ana.pdf');
    const others = [...answers].filter(([name]) => !own.test(name));
    const questions = (whole?.questions ?? []).filter(({ id }) => !own.test(id));
    const searched = [
      ...others.flatMap(([name, answer]) => [name, answer.split(' ')[0] ?? '']),
      // Short ones are parts of other words, and some pages have words for the reader’s own words as well.
      ...questions.flatMap(({ id, question }) => [`"${id}"`, ...(question.length > 6 && question !== 'In my own words' ? [question] : [])]),
      whole?.title ?? '',
    ];
    expect(searched.filter((words) => words === '' || all.includes(words))).toEqual([]);
    const kept = [...answers].find(([name]) => own.test(name));
    expect(kept && kept.every((words) => all.includes(words))).toBe(true);
  });

  test('has no letter in its fonts that only other answers have', async () => {
    const maps = (await everythingIn(bytes)).matchAll(/beginbfchar([^]*?)endbfchar/g);
    const letters = new Set([...maps].flatMap(([, map = '']) => [...map.matchAll(/> <([0-9a-f]+)>/gi)].map(([, code = '']) => Number.parseInt(code, 16))));
    const last = (answer: string): number => answer.codePointAt(answer.length - 1) ?? 0;
    const has = (whose: (name: string) => boolean): number => [...answers].filter(([name, answer]) => whose(name) && letters.has(last(answer))).length;
    expect(has((name) => own.test(name))).toBeGreaterThan(3);
    expect(has((name) => !own.test(name))).toBe(0);
  });

  test('is tagged: its headings begin at the first level, and leave none out', () => {
    const levels = elementsOf(readStructure(pdf))
      .flatMap(({ type }) => /^H(\d)$/.exec(type)?.[1] ?? [])
      .map(Number);
    expect(levels[0]).toBe(1);
    levels.forEach((level, index) => expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1));
  });

  test('its answers are read as those of these questions, and of no others', async () => {
    const { copy, diagnostics } = await readAnswers(bytes, 'sent.pdf');
    expect(diagnostics).toEqual([]);
    const { copy: whole } = await readAnswers(filled, 'ana.pdf');
    expect(copy?.questions).toEqual(whole?.questions.filter(({ id }) => own.test(id)));
    expect(copy?.record?.copy).toBeUndefined();
  });
});

test('a page keeps its printed number, and an answer that is too long goes on at the end', async () => {
  const long = await fillByHand(filled, (name) => (name === 'one_i_1' ? 'A very long answer. '.repeat(60) : undefined));
  const made = await flatten(long, { only: ['one/sheet'] });
  if (!made.ok) throw new Error(JSON.stringify(made.diagnostics));
  expect(made.pages).toBe(2);
  expect(made.diagnostics.map(({ code }) => code)).toContain('answer-continued');
  expect(JSON.stringify(made.diagnostics)).toContain('page 6');
  expect((await lettersInPdfium(made.bytes))[1]).toContain('Averylonganswer.');
});

test('a step has the pages of all its worksheets', async () => {
  expect((await RawPdf.open(await sent({ only: ['one'] }))).pages).toHaveLength(6);
});

test('a page without a field can be sent, too', async () => {
  expect((await RawPdf.open(await sent({ pages: '3' }))).pages).toHaveLength(1);
});

test('parts and numbers of pages together are refused: neither more nor less than meant is sent', async () => {
  const made = await flatten(filled, { only: ['one'], pages: '1' });
  expect(made).toMatchObject({ ok: false, diagnostics: [{ code: 'refused-combination' }] });
});

test('what there is none of is told, with what there is', async () => {
  for (const [options, hint] of [
    [{ only: ['one/shet'] }, 'did you mean "one/sheet"?'],
    [{ only: ['sheet'] }, 'did you mean "one/sheet"?'],
    [{ only: ['something-else'] }, 'pages and steps: one'],
    [{ pages: '9-3' }, 'from 1 to 9'],
    [{ pages: '6,x' }, 'from 1 to 9'],
  ] as const) {
    const made = await flatten(filled, options);
    expect(made.ok).toBe(false);
    expect(made.diagnostics.map(({ code }) => code)).toEqual(['unknown-page']);
    expect(JSON.stringify(made.diagnostics)).toContain(JSON.stringify(hint).slice(1, -1));
  }
});
