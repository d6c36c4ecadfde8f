/** A mistake for each code that tells of copies whose answers are read. */
import { PDFDict, PDFDocument, PDFName, PDFNumber } from '@cantoo/pdf-lib';
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

export const returned: Mistakes<'returned'> = {
  'answer-long': reading(async (bytes) => {
    const filled = await PDFDocument.load(await fillByHand(bytes, (name) => (name === 'look_what' ? 'A long answer.' : undefined)), { updateMetadata: false });
    filled.getForm().getField('look_what').acroField.dict.set(PDFName.of('MaxLen'), PDFNumber.of(5));
    return filled.save({ updateFieldAppearances: false });
  }),
  'few-copies': (place) => place.run((streams) => progress({ files: ['ana.pdf'], ...streams })),
  'newer-copy': reading(async (bytes) => {
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    const own = document.catalog.lookup(PDFName.of('PieceInfo'), PDFDict).lookup(PDFName.of('MDBK'), PDFDict).lookup(PDFName.of('Private'), PDFDict);
    const record = { form: 99, program: '9.0.0', workbook: { id: 'book', date: '2030-01-01' }, language: 'en', edition: 'client', for: 'both', options: {} };
    own.set(PDFName.of('Copy'), document.context.register(document.context.flateStream(JSON.stringify(record))));
    return document.save({ updateFieldAppearances: false });
  }),
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
  'two-ticks': reading(async (bytes) => {
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    for (const name of ['look_near_3', 'look_near_7']) document.getForm().getCheckBox(name).check();
    return document.save({ updateFieldAppearances: false });
  }),
};
