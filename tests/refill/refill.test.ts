/** Answers go through programs and editions and come back whole: over all kinds of fields, and letters of many alphabets. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createBuilder } from '../../src/api/index.ts';
import { loadStrings } from '../../src/content/load-strings.ts';
import type { Strings } from '../../src/content/strings.ts';
import type { AnsweredQuestion } from '../../src/questions/answered.ts';
import { readAnswers } from '../../src/questions/read-answers.ts';
import type { OldAnswers } from '../../src/refill/old-answers.ts';
import { refill } from '../../src/refill/refill.ts';
import { fillByHand, fillInPdfium } from '../flatten/filled.ts';
import { findingsOf } from '../readers/findings.ts';
import { fillInPdfjs, openInPdfjs, widgetsOf } from '../readers/pdfjs.ts';
import { PdfiumDocument } from '../readers/pdfium.ts';

type Given = Record<string, string | true>;

const words = (await loadStrings('en', '/')).strings as Strings;
/** Three editions: as it is; with lists and rows in another order and a new question; with the sections of a worksheet moved. */
const CHANGES: ((yaml: string) => string)[] = [
  (yaml) => yaml,
  (yaml) =>
    yaml
      .replace('[It names the act, It names the effect]', '[Something new, It names the effect, It names the act]')
      .replace('["Yes", "No"]', '["No", "Not yet", "Yes"]')
      .replace('words: [low, lonely]', 'words: [lonely, down, low]')
      .replace('rows: 4', 'rows: 6')
      .replace('  - question: What happened?', '  - question: What came before?\n    id: before\n  - question: What happened?'),
  (yaml) =>
    yaml
      .replace('places: [Put down, Keep]', 'places: [Keep, Put down]')
      .replace('sides: [{ title: Mine }, { title: Yours }]', 'sides: [{ title: Yours }, { title: Mine }]'),
];

let folder: string;
let editions: Uint8Array[];
let names: { name: string; kind: 'text' | 'check' }[];
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mendbook-refill-'));
  const builder = createBuilder();
  editions = [];
  for (const change of CHANGES) {
    await cp(path.resolve(import.meta.dirname, '../fixtures/every-kind'), path.join(folder, 'book'), { recursive: true });
    const file = path.join(folder, 'book/en/steps/one.yaml');
    await writeFile(file, change(await readFile(file, 'utf8')));
    const made = await builder.build({ cwd: folder, workbook: 'book', country: 'us' });
    if (!made.ok) throw new Error(JSON.stringify(made.diagnostics));
    editions.push(made.bytes);
  }
  names = (await PDFDocument.load(editions[0] as Uint8Array))
    .getForm()
    .getFields()
    .map((field) => ({ name: field.getName(), kind: field.constructor.name === 'PDFCheckBox' ? 'check' : 'text' }));
}, 60_000);
afterAll(() => rm(folder, { recursive: true }));

const read = async (bytes: Uint8Array) => {
  const { copy, fields, diagnostics } = await readAnswers(bytes, 'ana.pdf');
  if (!copy || !fields) throw new Error(JSON.stringify(diagnostics));
  return { answers: answersOf(copy.questions), questions: copy.questions, fields, told: diagnostics.map(({ code }) => code) };
};
/** Answers by their questions; what was ticked in the order of its words, because items may stand elsewhere. */
const answersOf = (questions: readonly AnsweredQuestion[]) =>
  Object.fromEntries(
    questions.flatMap(({ id, answer }) => {
      if (!answer) return [];
      const { ticked, parts, ...rest } = answer;
      return [
        [
          id,
          { ...rest, ...(ticked ? { ticked: ticked.toSorted() } : {}), ...(parts ? { parts: parts.toSorted((a, b) => a.label.localeCompare(b.label)) } : {}) },
        ],
      ];
    }),
  );
/** Into the next edition: from the copy, or from a file of its answers. */
const into = async (edition: number, filled: Uint8Array, by: 'copy' | 'file' = 'copy') => {
  const { fields, questions } = await read(filled);
  const answers: OldAnswers = by === 'copy' ? { from: 'copy', questions: fields.questions, values: fields.values } : { from: 'file', questions };
  return refill(editions[edition] as Uint8Array, { answers, words });
};
const byPdfLib = async (bytes: Uint8Array, given: Given): Promise<Uint8Array> => {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  for (const [name, value] of Object.entries(given)) if (value === true) document.getForm().getCheckBox(name).check();
  return fillByHand(await document.save({ updateFieldAppearances: false }), (name) => (typeof given[name] === 'string' ? given[name] : undefined));
};
/** Programs that fill in a form; what does not fit they cut themselves. */
const PROGRAMS: Record<string, (bytes: Uint8Array, given: Given) => Promise<Uint8Array>> = {
  'pdf-lib': byPdfLib,
  PDFium: async (bytes, given) => (await fillInPdfium(bytes, ({ name }) => given[name])).saved,
  'pdf.js': async (bytes, given) => (await fillInPdfjs(bytes, ({ fieldName }) => given[fieldName])).bytes,
};

const ALPHABETS = ['ordinary words of an answer', 'łódź żółć ąęśćń', 'Привет мой друг', 'Καλημέρα κόσμε', 'שלום עולם', '日本語の答え', 'café “q” – ½', '👍🏽 ok'];
const answer = fc.tuple(fc.constantFrom(...ALPHABETS), fc.integer({ min: 1, max: 40 })).map(([one, times]) => `${`${one} `.repeat(times).trim()}.`);

describe('through three programs and three editions', () => {
  const programs = Object.values(PROGRAMS);
  test.each(Object.keys(PROGRAMS).map((name, index) => [name, index] as const))(
    'nothing is lost that was filled in with %s first, and more with the others',
    async (_, start) => {
      const fill = (turn: number, bytes: Uint8Array, given: Given) => (programs[(start + turn) % programs.length] as (typeof programs)[number])(bytes, given);
      const texts = names.filter(({ kind }) => kind === 'text');
      const first = fc.array(fc.tuple(fc.nat(), answer), { minLength: 3, maxLength: 12 });
      const more = fc.array(fc.tuple(fc.nat(), answer), { maxLength: 3 });
      await fc.assert(
        fc.asyncProperty(first, fc.tuple(more, more, more), fc.boolean(), async (chosen, later, byFile) => {
          const given: Given = {};
          for (const [index, text] of chosen) {
            const { name, kind } = names[index % names.length] as (typeof names)[number];
            given[name] = kind === 'check' ? true : text;
          }
          let copy = await fill(0, editions[0] as Uint8Array, given);
          for (const [turn, edition] of [1, 2, 0].entries()) {
            const before = (await read(copy)).answers;
            const { bytes, isComplete } = await into(edition, copy, byFile && edition === 2 ? 'file' : 'copy');
            expect(isComplete).toBe(true);
            expect((await read(bytes)).answers).toEqual(before);
            // Saved by the next program, which must not cut what it finds, and may write on.
            const added = Object.fromEntries((later[turn] ?? []).map(([index, text]) => [texts[index % texts.length]?.name ?? '', text]));
            copy = await fill(turn + 1, bytes, added);
            const known = new Set(Object.keys(added).map((name) => name.split('_').slice(0, 2).join('_')));
            const after = (await read(copy)).answers;
            for (const [id, one] of Object.entries(before)) if (!known.has(id)) expect(after[id], id).toEqual(one);
            for (const id of known) expect(after[id], id).toBeDefined();
          }
        }),
        { numRuns: 3 },
      );
    },
    180_000,
  );
});

const LONG = `${'I have thought about it for a long time. '.repeat(60).trim()} Ω`;

describe('a filled copy', () => {
  let bytes: Uint8Array;
  beforeAll(async () => {
    ({ bytes } = await into(0, await byPdfLib(editions[0] as Uint8Array, { one_what: LONG, cover_name: 'Żółć Привет', one_so_1: true, one_trust_3: true })));
  });

  test('keeps our rules for tagged forms', async () => {
    expect(await findingsOf(bytes)).toEqual([]);
  });

  test('has the same values in Chrome’s and Firefox’s engines', async () => {
    const document = await PdfiumDocument.open(bytes);
    const shown = new Map<string, string>();
    for (let page = 0; page < document.pageCount; page += 1) for (const [name, value] of document.values(page)) shown.set(name, value);
    document.close();
    const firefox = await openInPdfjs(bytes);
    const told = new Map<string, unknown>();
    for (let page = 0; page < firefox.numPages; page += 1)
      for (const { fieldName, fieldValue } of await widgetsOf(firefox, page)) told.set(fieldName, fieldValue);
    await firefox.loadingTask.destroy();
    for (const [name, value] of Object.entries({ one_what: LONG, cover_name: 'Żółć Привет' })) {
      expect(shown.get(name)).toBe(value);
      expect(told.get(name)).toBe(value);
    }
    expect(told.get('one_so_1')).toBe('Yes');
    expect(told.get('one_so_2')).toBe('Off');
  });

  test('says where a long answer goes on, and is read without doubt', async () => {
    const { told, answers } = await read(bytes);
    expect(told).toEqual([]);
    expect(answers.one_what).toEqual({ text: LONG });
    const pdf = await openInPdfjs(bytes);
    const last = await pdf.getPage(pdf.numPages);
    const text = (await last.getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join(' ');
    await pdf.loadingTask.destroy();
    expect(text).toContain(words.continuedAnswers);
    expect(text.trimEnd()).toMatch(/Ω/);
  });
});
