/** Filled copies are read as questions, whatever program has saved them; every kind of question has its own form of answer. */
import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, test } from 'vitest';
import { createBuilder, flatten } from '../../src/api/index.ts';
import type { AnsweredQuestion } from '../../src/questions/answered.ts';
import { asCsv, asLongCsv } from '../../src/questions/as-csv.ts';
import { asMarkdown, asText } from '../../src/questions/as-text.ts';
import { readAnswers } from '../../src/questions/read-answers.ts';
import { fillByHand, fillInPdfium } from '../flatten/filled.ts';
import path from 'node:path';

const FIXTURES = path.resolve(import.meta.dirname, '../fixtures');
let blank: Uint8Array;
beforeAll(async () => {
  const made = await createBuilder().build({ cwd: FIXTURES, workbook: 'every-kind' });
  if (!made.ok) throw new Error(JSON.stringify(made.diagnostics));
  blank = made.bytes;
});

const read = async (bytes: Uint8Array) => {
  const { copy, diagnostics } = await readAnswers(bytes, 'ana.pdf');
  if (!copy) throw new Error(JSON.stringify(diagnostics));
  return { copy, told: diagnostics.map(({ code }) => code) };
};
const fieldNames = async (): Promise<string[]> =>
  (await PDFDocument.load(blank))
    .getForm()
    .getFields()
    .map((field) => field.getName());

/** Ticks and types by pdf-lib, as a program does that knows the form alone. */
const filled = async (values: Readonly<Record<string, string | true>>): Promise<Uint8Array> => {
  const document = await PDFDocument.load(blank, { updateMetadata: false });
  for (const [name, value] of Object.entries(values)) {
    if (value === true) document.getForm().getCheckBox(name).check();
  }
  const ticked = await document.save({ updateFieldAppearances: false });
  return fillByHand(ticked, (name) => (typeof values[name] === 'string' ? values[name] : undefined));
};
const answersOf = (questions: readonly AnsweredQuestion[]) => new Map(questions.flatMap(({ id, answer }) => (answer ? [[id, answer]] : [])));

test('every field belongs to one question, in the order of the book', async () => {
  const { copy } = await read(blank);
  const ids = copy.questions.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const name of await fieldNames()) expect(ids.filter((id) => name === id || name.startsWith(`${id}_`))).toHaveLength(1);
  expect(copy.questions.every(({ answer, question, part, id }) => answer === undefined && (id === 'cover_name' || (question !== '' && part !== '')))).toBe(
    true,
  );
});

test('what Chrome’s engine has typed and ticked everywhere is read everywhere, and so it is from a flat copy', async () => {
  const { saved } = await fillInPdfium(blank, ({ kind }) => (kind === 'text' ? 'Żółć' : true));
  const { copy } = await read(saved);
  for (const { id, answer } of copy.questions) expect(answer, id).toBeDefined();
  const flat = await flatten(saved);
  if (!flat.ok) throw new Error(JSON.stringify(flat.diagnostics));
  expect((await read(flat.bytes)).copy).toEqual(copy);
});

test('a copy that does not say what it asks is read by the names of its fields', async () => {
  const bytes = await filled(
    Object.fromEntries((await fieldNames()).filter((name) => /_(?:1|5|1_1)$/.test(name) || !/\d$/.test(name)).map((name) => [name, 'x'])),
  );
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  document.catalog.delete(PDFName.of('PieceInfo'));
  for (const page of document.getPages()) page.node.delete(PDFName.of('PieceInfo'));
  const old = await read(await document.save({ updateFieldAppearances: false }));
  const known = answersOf((await read(bytes)).copy.questions);
  const found = answersOf(old.copy.questions);
  expect([...found.keys()].toSorted()).toEqual([...known.keys()].toSorted());
  const scale = (questions: readonly AnsweredQuestion[]) => questions.filter(({ kind }) => kind === 'scale').map(({ id }) => id);
  expect(scale(old.copy.questions)).toEqual(scale((await read(blank)).copy.questions));
});

test('a comparison with two ticks on one side is told; one on each side is what it asks for', async () => {
  const { copy } = await read(blank);
  const id = copy.questions.find(({ kind }) => kind === 'compare')?.id ?? '';
  expect((await read(await filled({ [`${id}_before_2`]: true, [`${id}_now_5`]: true }))).told).toEqual([]);
  expect((await read(await filled({ [`${id}_now_2`]: true, [`${id}_now_5`]: true }))).told).toEqual(['two-ticks']);
});

describe('texts', () => {
  test('have composed letters, plain spaces and line feeds', async () => {
    const question = (await read(blank)).copy.questions.find(({ kind }) => kind === 'question');
    const { copy } = await read(await filled({ [question?.id ?? '']: `${'Zoë'.normalize('NFD')}\u00A0said:\r\nwell \r ` }));
    expect(answersOf(copy.questions).get(question?.id ?? '')).toEqual({ text: 'Zoë said:\nwell' });
  });

  test('keep marks of direction for programs, and are written for people without them', async () => {
    const question = (await read(blank)).copy.questions.find(({ kind }) => kind === 'question');
    const { copy } = await read(await filled({ [question?.id ?? '']: '\u202Eabc\u0007 \u200Fשלום http://x.example www.x.example' }));
    expect(answersOf(copy.questions).get(question?.id ?? '')).toEqual({ text: '\u202Eabc \u200Fשלום http://x.example www.x.example' });
    const markdown = asMarkdown([{ file: 'ana.pdf', copy }]);
    expect(markdown).toContain('abc שלום http\\://x.example www\\.x.example');
    expect(asText([{ file: 'ana.pdf', copy }])).toContain('abc שלום http://x.example');
  });

  test('mean nothing to Markdown, and are no formula in a table', async () => {
    const question = (await read(blank)).copy.questions.find(({ kind }) => kind === 'question');
    const wicked = '# no head\n<script>alert(1)</script> [x](javascript:1) *a* ![i](http://x) | y\n- 1. z\u001B[2J';
    const one = await read(await filled({ [question?.id ?? '']: wicked }));
    const markdown = asMarkdown([{ file: 'ana.pdf', copy: one.copy }]);
    expect(markdown).toContain('\\# no head');
    expect(markdown).toContain('\\<script\\>');
    expect(markdown).toContain('\\[x\\](javascript:1)');
    expect(markdown).toContain('\\- 1. z');
    expect(markdown).not.toContain('\u001B');
    expect(asText([{ file: 'ana.pdf', copy: one.copy }])).not.toContain('\u001B');
    for (const formula of ['=1+1', '+1', '-1', '@x', ' =1', '\u00A0=1', '\t=1', '＝1']) {
      const { copy } = await read(await filled({ [question?.id ?? '']: formula }));
      for (const csv of [asCsv([{ file: '=x.pdf', copy }]), asLongCsv([{ file: '=x.pdf', copy }])]) {
        expect(csv).not.toMatch(/(?:^|,|")[\s\p{Cf}]*[=+\-@＝]/mu);
        expect(csv).toContain("'=x.pdf");
      }
    }
    // Where a spreadsheet parts cells by semicolons, quotes in the middle of a cell mean nothing to it.
    const parted = await read(await filled({ [question?.id ?? '']: 'a;=1+1;b\n=1+1\n-1+cmd\n- an item; -2' }));
    expect(asCsv([{ file: 'ana.pdf', copy: parted.copy }])).toContain("a;'=1+1;b\n'=1+1\n'-1+cmd\n- an item; '-2");
  });
});
