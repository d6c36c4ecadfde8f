/** A mistake for each code that tells of the command line, of files that are written, and of PDFs that are read again. */
import { closeSync, openSync } from 'node:fs';
import { link, mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { type PDFDict, PDFDocument, PDFName, PDFNumber, PDFString } from '@cantoo/pdf-lib';
import { Command } from 'commander';
import { warnOfUnnamedWorkbook } from '../../../src/cli/workbook-here.ts';
import { booklet } from '../../../src/commands/booklet.ts';
import { build } from '../../../src/commands/build.ts';
import { flattenFile, type FlattenOptions } from '../../../src/commands/flatten.ts';
import { encodeQuestions, type RecordedQuestion } from '../../../src/record/question-map.ts';
import { newWorkbook } from '../../../src/commands/new.ts';
import { keptByNpm, npmOptionsError } from '../../../src/commands/npm-options.ts';
import { preview } from '../../../src/commands/preview.ts';
import { checkTarget } from '../../../src/output/check-target.ts';
import { trust } from '../../../src/commands/template/trust.ts';
import { deliver } from '../../../src/output/write-pdf.ts';
import { PreviewBuilds } from '../../../src/preview/builds.ts';
import { recordFile } from '../../../src/trust/record.ts';
import { pagesPdf } from '../../booklet/pages.ts';
import { plainPdf } from '../../fixtures/plain/build.ts';
import { fillByHand } from '../../flatten/filled.ts';
import type { Mistake, Mistakes, Told } from './place.ts';

/** A server on a port of this machine, while something else wants it. */
const onTakenPort = async (what: (port: number) => Promise<Told[]>): Promise<Told[]> => {
  const server = createServer();
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  try {
    return await what((server.address() as { port: number }).port);
  } finally {
    server.close();
  }
};

const BOOK = { workbook: 'book', lang: 'en', template: 'calm', for: 'both', relationship: 'other', edition: 'client' } as const;

export const commands: Mistakes<'commands'> = {
  // Nothing that an author writes raises it: an option that no command lets through stands for a fault of the program.
  fault: async (place) => {
    const ending = new AbortController();
    const builds = new PreviewBuilds({ ...BOOK, workbook: 7, cwd: place.home } as never, { signal: ending.signal });
    const told = await new Promise<Told[]>((resolve) => {
      builds.listen({ ...BOOK, workbook: 7, cwd: place.home } as never, ({ problems }) => problems.length > 0 && resolve(problems));
    });
    ending.abort();
    await builds.ended;
    return told;
  },
  'folder-taken': (place) => place.run((streams) => newWorkbook({ folder: 'book', yes: true, stdin: new PassThrough(), ...streams })),
  'no-file': (place) => place.run((streams) => flattenFile({ file: 'ana.pdf', ...streams })),
  'no-password': (place) => place.run((streams) => build({ ...BOOK, protect: true, ...streams })),
  'npm-options': () => [npmOptionsError(keptByNpm({ npm_lifecycle_event: 'start', npm_config_flat: 'true' }, ['--flat']), 'start')],
  option: (place) => place.run((streams) => newWorkbook({ folder: 'mine', yes: true, paper: 'a7', stdin: new PassThrough(), ...streams })),
  'port-taken': (place) =>
    onTakenPort((port) => place.run((streams) => preview({ ...BOOK, port, open: false, signal: new AbortController().signal, ...streams }))),
  'refused-combination': (place) => place.run((streams) => build({ ...BOOK, paper: 'a5', largePrint: true, ...streams })),
  'same-file': async (place) => {
    await place.write({ 'ana.pdf': '%PDF-1.7' });
    return place.run((streams) => flattenFile({ file: 'ana.pdf', out: 'ana.pdf', ...streams }));
  },
  'telling-id': (place) => place.run((streams) => build({ ...BOOK, id: 'ana-1', name: 'Ana Gómez', ...streams })),
  'trust-record': async (place) => {
    await mkdir(path.dirname(recordFile()), { recursive: true });
    await writeFile(recordFile(), 'words');
    try {
      return await place.run((streams) => trust({ list: true, ...streams }));
    } finally {
      await rm(recordFile());
    }
  },
  'workbook-here': (place) => place.run((streams) => warnOfUnnamedWorkbook(new Command('build'), { ...streams, cwd: place.path('book') })),
};

export const output: Mistakes<'output'> = {
  'output-in-sources': (place) => checkTarget(place.path('book/en/book.txt'), false, [place.path('book')]),
  'output-in-use': async (place) => {
    await place.write({ 'book.pdf': '%PDF-1.7 with answers' });
    return checkTarget(place.path('book.pdf'), false);
  },
  'output-linked': async (place) => {
    await place.write({ 'book.pdf': '' });
    await link(place.path('book.pdf'), place.path('other.pdf'));
    return deliver(place.path('book.pdf'), Buffer.from('%PDF-new'), { stdout: process.stdout });
  },
  'output-no-pdf': async (place) => {
    await place.write({ 'notes.txt': 'words' });
    return checkTarget(place.path('notes.txt'), false);
  },
  'output-unwritable': async (place) => {
    await mkdir(place.path('folder.pdf'));
    return checkTarget(place.path('folder.pdf'), false);
  },
};

/** A PDF to be flattened. */
const flattening =
  (bytes: () => Promise<Uint8Array>, options: Pick<FlattenOptions, 'archive' | 'only' | 'pages'> = {}): Mistake =>
  async (place) => {
    await place.write({ 'ana.pdf': await bytes() });
    return place.run((streams) => flattenFile({ file: 'ana.pdf', ...options, ...streams }));
  };
/** A PDF to be put on sheets. */
const folding =
  (bytes: () => Promise<Uint8Array>): Mistake =>
  async (place) => {
    await place.write({ 'book.pdf': await bytes() });
    return place.run((streams) => booklet({ file: 'book.pdf', sheetThickness: 0.1, ...streams }));
  };

/** A protected PDF to be put on sheets, with a password. */
const foldingWith =
  (password: string): Mistake =>
  async (place) => {
    await place.write({ 'book.pdf': await pagesPdf(2, { encrypt: true }), word: `${password}\n` });
    const word = openSync(place.path('word'), 'r');
    try {
      return await place.run((streams) => booklet({ file: 'book.pdf', sheetThickness: 0.1, passwordFd: word, ...streams }));
    } finally {
      closeSync(word);
    }
  };

let made: Promise<Uint8Array> | undefined;
/** A small workbook with fields. */
const workbook = () => (made ??= plainPdf().then(({ bytes }) => bytes));

/** With a note of another program on its first page. */
const withNote = async (bytes: Uint8Array): Promise<Uint8Array> => {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const note = document.context.register(document.context.obj({ Type: 'Annot', Subtype: 'Text', Rect: [0, 0, 10, 10] }));
  document.getPage(0).node.addAnnot(note);
  return document.save({ updateFieldAppearances: false });
};

/** A PDF with one of its fields changed. */
const withField = async (bytes: Uint8Array, name: string, change: (field: PDFDict, document: PDFDocument) => void): Promise<Uint8Array> => {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  change(document.getForm().getField(name).acroField.dict, document);
  return document.save({ updateFieldAppearances: false });
};

export const pdf: Mistakes<'pdf'> = {
  'annotations-left-out': folding(async () => withNote(await pagesPdf(1))),
  'answer-as-drawn': flattening(async () =>
    withField(await workbook(), 'welcome_name', (field, { context }) => {
      const font = context.obj({ Type: 'Font', Subtype: 'Type0', Encoding: 'Identity-H' });
      const drawing = context.stream('BT /F 12 Tf <00010002> Tj ET', { Subtype: 'Form', BBox: [0, 0, 100, 20], Resources: { Font: { F: font } } });
      field.set(PDFName.of('AP'), context.obj({ N: context.register(drawing) }));
    }),
  ),
  'answer-hidden': flattening(async () =>
    withField(await workbook(), 'welcome_name', (field) => {
      field.set(PDFName.of('V'), PDFString.of('Ana'));
      field.set(PDFName.of('F'), PDFNumber.of(2));
    }),
  ),
  'answer-smaller': flattening(async () => fillByHand(await workbook(), (name) => (name === 'welcome_said' ? 'Line\n'.repeat(12).trim() : undefined))),
  'answer-unclear': flattening(async () =>
    withField(await workbook(), 'welcome_ready_1', (field) => {
      field.set(PDFName.of('V'), PDFName.of('Off'));
      field.set(PDFName.of('AS'), PDFName.of('Yes'));
    }),
  ),
  'damaged-emoji': flattening(async () => fillByHand(await workbook(), (name) => (name === 'welcome_name' ? 'Well \uF600' : undefined))),
  'answer-continued': flattening(async () => fillByHand(await workbook(), (name) => (name === 'welcome_name' ? 'A very long answer. '.repeat(40) : undefined))),
  'broken-pdf': folding(async () => (await pagesPdf(3)).subarray(0, 500)),
  'counselor-copy': async (place) => {
    await place.run((streams) => build({ ...BOOK, edition: 'counselor', country: 'us', out: 'ana.pdf', quiet: true, ...streams }));
    return place.run((streams) => flattenFile({ file: 'ana.pdf', ...streams }));
  },
  'encrypted-pdf': folding(() => pagesPdf(2, { encrypt: true })),
  'fields-in-booklet': folding(workbook),
  'foreign-annotations': flattening(async () => withNote(await workbook())),
  'foreign-pdf': flattening(async () => (await PDFDocument.create()).save()),
  'more-on-page': flattening(
    async () => {
      const document = await PDFDocument.load(await fillByHand(await workbook(), (name) => (name === 'welcome_name' ? 'Ana' : undefined)), {
        updateMetadata: false,
      });
      // Of a template that begins no page with a worksheet.
      const question = (place: string, id: string) => ({
        id,
        kind: 'question',
        place,
        part: 'Welcome',
        sheet: place,
        question: id,
        fields: [['', 'text', '']],
      });
      const questions = encodeQuestions([question('welcome/name', 'welcome_name'), question('welcome/said', 'welcome_said')] as RecordedQuestion[], false);
      const Private = { Questions: document.context.register(document.context.flateStream(questions)) };
      document.catalog.set(PDFName.of('PieceInfo'), document.context.obj({ MDBK: { Private } }));
      return document.save({ updateFieldAppearances: false });
    },
    { only: ['welcome/said'] },
  ),
  'no-fields': flattening(async () => (await plainPdf(undefined, { flat: true })).bytes),
  'extras-left-out': flattening(async () => {
    const document = await PDFDocument.load(await workbook(), { updateMetadata: false });
    document.addJavaScript('s', 'app.beep()');
    return document.save({ updateFieldAppearances: false });
  }),
  'not-for-archive': flattening(async () => withNote(await workbook()), { archive: true }),
  'unknown-page': flattening(workbook, { pages: '1-200' }),
  'pdf-too-large': folding(async () => Buffer.from(`%PDF-1.7\n${'1 0 obj null endobj\n'.repeat(300_001)}`)),
  'not-a-pdf': folding(async () => Buffer.from('words')),
  'thick-booklet': folding(() => pagesPdf(84)),
  'open-now': foldingWith('secret'),
  'wrong-password': foldingWith('open sesame'),
};
