/** What a copy says of itself is read again, whatever program has saved it since. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPdf } from '../../src/answers/open-filled.ts';
import { readFlatAnswers, readQuestions, readRecord } from '../../src/answers/read-record.ts';
import { createBuilder, type BuildRequest, flatten } from '../../src/api/index.ts';
import { recordOf } from '../../src/builder/record-of.ts';
import { decodeRecord } from '../../src/record/copy-record.ts';
import { type SmallBook, smallBook } from '../fixtures/small-book.ts';
import { fillInPdfium } from '../flatten/filled.ts';

let book: SmallBook;
let bytes: Uint8Array;

const built = async (asked: BuildRequest): Promise<Uint8Array> => {
  const made = await createBuilder().build({ cwd: book.home, workbook: 'book', ...asked });
  if (!made.ok) throw new Error(JSON.stringify(made.diagnostics));
  return made.bytes;
};

beforeAll(async () => {
  book = await smallBook();
  bytes = await built({ name: 'Ana Gómez', for: 'was-hurt', paper: 'a4', largePrint: true, steps: 'look' });
});
afterAll(() => book.remove());

const recordIn = async (file: Uint8Array) => {
  const { opened, diagnostics } = await openPdf(file, 'ana.pdf');
  if (!opened) throw new Error(JSON.stringify(diagnostics));
  return readRecord(opened);
};

const RECORD = {
  form: 1,
  program: expect.stringMatching(/^\d+\.\d+\.\d+/),
  workbook: { id: 'book', date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
  language: 'en',
  edition: 'client',
  for: 'was-hurt',
  options: { steps: 'look', paper: 'a4', 'large-print': true },
  unsaid: ['name'],
};

describe('what a copy says of itself', () => {
  test('is its workbook, its edition and the options that shape it, and no name', async () => {
    expect(await recordIn(bytes)).toEqual(RECORD);
    expect(JSON.stringify(await recordIn(bytes))).not.toContain('Ana');
  });

  test('is still there when Chrome’s engine has saved answers', async () => {
    const { saved } = await fillInPdfium(bytes, ({ kind }) => (kind === 'text' ? 'a word' : undefined));
    expect(await recordIn(saved)).toEqual(RECORD);
  });

  test('is still there in a flat copy', async () => {
    const flat = await flatten(bytes);
    if (!flat.ok) throw new Error(JSON.stringify(flat.diagnostics));
    expect(await recordIn(flat.bytes)).toEqual(RECORD);
  });

  test('is on each page, where a program has taken pages out', async () => {
    const whole = await PDFDocument.load(bytes, { updateMetadata: false });
    const part = await PDFDocument.create({ updateMetadata: false });
    for (const page of await part.copyPages(whole, [2])) part.addPage(page);
    part.setCreator('Mendbook');
    expect(await recordIn(await part.save())).toEqual(RECORD);
  });

  test('cannot be read by searching the texts of a discreet copy', async () => {
    const discreet = await built({ discreet: true, for: 'was-hurt' });
    expect(await recordIn(discreet)).toMatchObject({ for: 'was-hurt', options: { discreet: true } });
    expect(Buffer.from(discreet).includes('"form"')).toBe(false);
  });

  test('is nothing where it is damaged, or where other data stand in its place', async () => {
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    const piece = document.catalog.lookup(PDFName.of('PieceInfo'), PDFDict);
    piece
      .lookup(PDFName.of('MDBK'), PDFDict)
      .lookup(PDFName.of('Private'), PDFDict)
      .set(PDFName.of('Copy'), document.context.register(document.context.flateStream('{"form":1')));
    expect(await recordIn(await document.save({ updateFieldAppearances: false }))).toBeUndefined();
    for (const content of ['', 'null', '[]', '{"form":"x"}', '{"form":1,"program":{}}']) expect(decodeRecord(Buffer.from(content))).toBeUndefined();
  });
});

test('a record holds no path and no word of the user’s that may be a name', () => {
  const edition = { name: 'book', date: '2026-11-22', language: 'en' } as Parameters<typeof recordOf>[0];
  const record = decodeRecord(recordOf(edition, { template: '/home/ana/template', name: 'Ana', steps: '1-3' }, { practice: { name: 'Dr. Ana' } }));
  expect(record?.options).toEqual({ steps: '1-3' });
  expect(record?.unsaid).toEqual(['name', 'template', 'practice']);
  expect(JSON.stringify(record)).not.toContain('ana');
  expect(JSON.stringify(record)).not.toContain('Ana');
  expect(decodeRecord(recordOf(edition, { template: 'warm' }))?.unsaid).toBeUndefined();
});

test('a record has the name of a packet and of a template that are shipped, and the parts of a packet of one’s own', async () => {
  const shipped = await built({ workbook: 'starter', lang: 'es', packet: 'one-talk', template: 'warm', paper: 'a4' });
  expect((await recordIn(shipped))?.options).toEqual({ packet: 'one-talk', template: 'warm', paper: 'a4' });
  const parts = '[{ part: look, for: broke-trust }, { part: begin, for: was-hurt }]';
  await writeFile(path.join(book.home, 'ana-gomez.yaml'), `title: For Ana\noptions: { for: was-hurt, paper: a4 }\nparts: ${parts}\n`);
  const own = await recordIn(await built({ packet: 'ana-gomez.yaml' }));
  expect(own).toMatchObject({ for: 'was-hurt', options: { only: ['begin'], paper: 'a4' } });
  expect(JSON.stringify(own)).not.toMatch(/ana|packet/i);
});

describe('what a copy asks', () => {
  test('is in it in its own words, with the fields of each question and what only they say', async () => {
    const { opened } = await openPdf(await built({ for: 'was-hurt' }), 'ana.pdf');
    const questions = opened && readQuestions(opened);
    expect(questions?.map(({ id, kind }) => [id, kind])).toEqual([
      ['cover_name', 'space'],
      ['look_happened', 'question'],
      ['look_near', 'scale'],
      ['begin_do', 'question'],
      ['begin_ready', 'checklist'],
      ['begin_now', 'compare'],
    ]);
    expect(questions?.find(({ id }) => id === 'begin_ready')).toEqual({
      id: 'begin_ready',
      kind: 'checklist',
      place: 'begin',
      part: 'Begin again',
      sheet: 'A first step',
      question: 'Before you begin',
      fields: [
        ['_1', 'check', 'It is small'],
        ['_2', 'check', 'It is mine to do'],
      ],
    });
  });

  test('is still there in a flat copy, with the answers', async () => {
    const { saved } = await fillInPdfium(bytes, ({ kind }) => (kind === 'text' ? 'Żółć' : undefined));
    const flat = await flatten(saved);
    if (!flat.ok) throw new Error(JSON.stringify(flat.diagnostics));
    const { opened } = await openPdf(flat.bytes, 'ana.pdf');
    expect(opened && readQuestions(opened)?.map(({ id }) => id)).toContain('look_happened');
    expect(opened && readFlatAnswers(opened)).toMatchObject({ look_happened: 'Żółć' });
  });
});
