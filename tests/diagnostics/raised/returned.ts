/** A mistake for each code that tells of copies whose answers are read. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { PDFDict, PDFDocument, PDFName, PDFNumber } from '@cantoo/pdf-lib';
import { build as buildCommand } from '../../../src/commands/build.ts';
import type { Streams } from '../../../src/commands/streams.ts';
import { answers } from '../../../src/commands/answers.ts';
import { progress } from '../../../src/commands/progress.ts';
import { createBuilder } from '../../../src/api/index.ts';
import { fillByHand } from '../../flatten/filled.ts';
import type { Mistake, Mistakes, Place } from './place.ts';

/** Reads a copy of a book with a question and a rating. */
const reading =
  (change: (bytes: Uint8Array) => Promise<Uint8Array>): Mistake =>
  async (place: Place) => {
    await place.blocks('- question: What happened?\n  id: what\n- scale: How near is it?\n  id: near\n  labels: [Far, Near]\n');
    const made = await createBuilder().build({ cwd: place.home, workbook: 'book', country: 'us' });
    if (!made.ok) throw new Error(JSON.stringify(made.diagnostics));
    await place.write({ 'ana.pdf': await change(made.bytes) });
    return place.run((streams) => answers({ files: ['ana.pdf'], ...streams }));
  };

/** Fills in a book with two boxes, changes its words, and builds it again over the filled copy. */
const rebuilding: Mistake = async (place) => {
  const build = (streams: Streams) => buildCommand({ ...streams, workbook: 'book', country: 'us', out: 'ana.pdf', keepAnswers: true });
  await place.blocks('- choice: Is it so?\n  id: so\n  options: ["Yes", "No"]\n');
  await place.run((streams) => buildCommand({ ...streams, workbook: 'book', country: 'us', out: 'ana.pdf', quiet: true }));
  const document = await PDFDocument.load(await readFile(place.path('ana.pdf')), { updateMetadata: false });
  document.getForm().getCheckBox('look_so_2').check();
  await place.write({ 'ana.pdf': await document.save({ updateFieldAppearances: false }) });
  await place.blocks('- choice: Is it so?\n  id: so\n  options: ["Yes", "Not yet"]\n');
  return place.run(build);
};

export const returned: Mistakes<'returned'> = {
  'answer-long': reading(async (bytes) => {
    const filled = await PDFDocument.load(await fillByHand(bytes, (name) => (name === 'look_what' ? 'A long answer.' : undefined)), { updateMetadata: false });
    filled.getForm().getField('look_what').acroField.dict.set(PDFName.of('MaxLen'), PDFNumber.of(5));
    return filled.save({ updateFieldAppearances: false });
  }),
  'answer-without-place': rebuilding,
  'answers-of-many': async (place) => {
    await place.write({ 'returns.yaml': 'copies:\n  - questions: []\n  - questions: []\n' });
    return place.run((streams) => buildCommand({ ...streams, workbook: 'book', country: 'us', out: 'new.pdf', answers: 'returns.yaml' }));
  },
  'few-copies': (place) => place.run((streams) => progress({ files: ['ana.pdf'], ...streams })),
  'filled-copy-kept': rebuilding,
  'newer-copy': reading(async (bytes) => {
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    const own = document.catalog.lookup(PDFName.of('PieceInfo'), PDFDict).lookup(PDFName.of('MDBK'), PDFDict).lookup(PDFName.of('Private'), PDFDict);
    const record = { form: 99, program: '9.0.0', workbook: { id: 'book', date: '2030-01-01' }, language: 'en', edition: 'client', for: 'both', options: {} };
    own.set(PDFName.of('Copy'), document.context.register(document.context.flateStream(JSON.stringify(record))));
    return document.save({ updateFieldAppearances: false });
  }),
  'nothing-filled-in': reading((bytes) => Promise.resolve(bytes)),
  'other-workbook': async (place) => {
    const made = await createBuilder().build({ cwd: place.home, workbook: 'book', country: 'us' });
    if (!made.ok) throw new Error(JSON.stringify(made.diagnostics));
    await place.write({ 'ana.pdf': made.bytes });
    return place.run((streams) => buildCommand({ ...streams, workbook: 'rebuilding-trust', unnamed: true, out: 'new.pdf', answers: 'ana.pdf' }));
  },
  'same-copy': async (place) => {
    await reading((bytes) => Promise.resolve(bytes))(place);
    return place.run((streams) => progress({ files: ['ana.pdf', 'ana.pdf'], ...streams }));
  },
  'two-copies': reading(async (bytes) => {
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    for (const page of await document.copyPages(document, document.getPageIndices())) document.addPage(page);
    return document.save({ updateFieldAppearances: false });
  }),
  'two-people': async (place) => {
    for (const role of ['broke-trust', 'was-hurt'] as const) {
      const made = await createBuilder().build({ cwd: place.home, workbook: 'book', for: role, country: 'us' });
      if (!made.ok) throw new Error(JSON.stringify(made.diagnostics));
      await place.write({ [`${role}.pdf`]: made.bytes });
    }
    return place.run((streams) => progress({ files: ['broke-trust.pdf', 'was-hurt.pdf'], ...streams }));
  },
  'two-workbooks': async (place) => {
    const other = await createBuilder().build({ cwd: path.resolve(import.meta.dirname, '../../fixtures'), workbook: 'every-kind', country: 'us' });
    const made = await createBuilder().build({ cwd: place.home, workbook: 'book', country: 'us' });
    if (!made.ok || !other.ok) throw new Error(JSON.stringify([made.diagnostics, other.diagnostics]));
    await place.write({ 'one.pdf': made.bytes, 'other.pdf': other.bytes });
    return place.run((streams) => progress({ files: ['one.pdf', 'other.pdf'], ...streams }));
  },
  'two-ticks': reading(async (bytes) => {
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    for (const name of ['look_near_3', 'look_near_7']) document.getForm().getCheckBox(name).check();
    return document.save({ updateFieldAppearances: false });
  }),
};
