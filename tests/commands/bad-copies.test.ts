/** Whatever is given in place of a filled copy, each command that reads one says what is wrong with it, and writes nothing. */
import { readdirSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, type PDFRef } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answers } from '../../src/commands/answers.ts';
import { batch } from '../../src/commands/batch.ts';
import { build } from '../../src/commands/build.ts';
import { flattenFile } from '../../src/commands/flatten.ts';
import { inspect } from '../../src/commands/inspect.ts';
import { progress } from '../../src/commands/progress.ts';
import type { Streams } from '../../src/commands/streams.ts';
import { type SmallBook, smallBook } from '../fixtures/small-book.ts';
import { Capture } from './capture.ts';

const COPY = path.resolve(import.meta.dirname, '../fixtures/filled/pdf-lib.pdf');
const key = (name: string): PDFName => PDFName.of(name);

let book: SmallBook;
let good: Uint8Array;
beforeAll(async () => {
  book = await smallBook();
  good = await readFile(COPY);
  await writeFile(path.join(book.home, 'good.pdf'), good);
});
afterAll(() => book.remove());

/** The copy with a change to its objects. */
const changed = async (change: (document: PDFDocument) => void): Promise<Uint8Array> => {
  const document = await PDFDocument.load(good, { updateMetadata: false });
  change(document);
  return document.save({ updateFieldAppearances: false, useObjectStreams: false });
};
const firstField = (document: PDFDocument): PDFDict => document.getForm().getTextField('look_happened').acroField.dict;
/** A stream of 200 MB in a file of 200 kB. */
const bomb = (document: PDFDocument): PDFRef =>
  document.context.register(document.context.stream(deflateSync(Buffer.alloc(200_000_000)), { Filter: 'FlateDecode' }));
const foreign = async (): Promise<Uint8Array> => {
  const document = await PDFDocument.create();
  document.addPage();
  document.getForm().createTextField('first_name').addToPage(document.getPage(0));
  return document.save();
};

/** What is given, with the code that each command tells. */
const BAD: Record<string, { made: () => Promise<Uint8Array> | Uint8Array; code: string }> = {
  'an empty file': { made: () => new Uint8Array(), code: 'not-a-pdf' },
  'a text': { made: () => Buffer.from('We talked.\n'.repeat(100)), code: 'not-a-pdf' },
  'a head alone': { made: () => Buffer.from('%PDF-1.7\n'), code: 'broken-pdf' },
  'the first half of a copy': { made: () => good.slice(0, good.length >> 1), code: 'broken-pdf' },
  'a page tree in a circle': {
    made: async () => {
      const whole = Buffer.from(await changed(() => undefined)).toString('latin1');
      const [, pages = ''] = /\/Pages (\d+) 0 R/.exec(whole) ?? [];
      return Buffer.from(whole.replace(new RegExp(`(\n${pages} 0 obj\n[^]*?/Kids \\[)`), `$1 ${pages} 0 R`), 'latin1');
    },
    code: 'broken-pdf',
  },
  'an answer of 200 MB': { made: () => changed((document) => firstField(document).set(key('V'), bomb(document))), code: 'pdf-too-large' },
  'an answer of 200,000 letters': {
    made: () => changed((document) => firstField(document).set(key('V'), PDFHexString.fromText('x'.repeat(200_000)))),
    code: 'pdf-too-large',
  },
  'a form of another program': { made: foreign, code: 'foreign-pdf' },
};

const COMMANDS: Record<string, (file: string, streams: Streams) => Promise<number>> = {
  answers: (file, streams) => answers({ ...streams, files: ['good.pdf', file], out: 'out/answers.csv' }),
  progress: (file, streams) => progress({ ...streams, files: [file, 'good.pdf'], out: 'out/progress.json' }),
  flatten: (file, streams) => flattenFile({ ...streams, file, out: 'out/flat.pdf' }),
  'flatten --only': (file, streams) => flattenFile({ ...streams, file, out: 'out/flat.pdf', only: ['look'] }),
  inspect: (file, streams) => inspect({ ...streams, files: [file] }),
  'build --answers': (file, streams) => build({ ...streams, workbook: 'book', country: 'us', answers: file, out: 'out/new.pdf' }),
  'batch with answers': async (file, streams) => {
    await writeFile(path.join(book.home, 'list.csv'), `file,answers\nnew,${file}\n`);
    return batch({ ...streams, list: 'list.csv', workbook: 'book', out: 'out' });
  },
};

const run = async (command: string, file: string) => {
  await mkdir(path.join(book.home, 'out'), { recursive: true });
  const [stdout, stderr] = [new Capture(), new Capture()];
  const code = await (COMMANDS[command] as (typeof COMMANDS)[string])(file, { cwd: book.home, stdout, stderr });
  return { code, told: stderr.text, left: readdirSync(path.join(book.home, 'out')) };
};

describe.each(Object.entries(BAD))('%s', (name, { made, code }) => {
  const file = `${Object.keys(BAD).indexOf(name)}.pdf`;
  beforeAll(async () => writeFile(path.join(book.home, file), await made()));

  test.each(Object.keys(COMMANDS))('%s', async (command) => {
    const result = await run(command, file);
    expect(result.told).toContain(code);
    expect(result.code).toBe(1);
    expect(result.left).toEqual([]);
  });
});

describe('circles that lead to no answer', () => {
  test.each<[string, (document: PDFDocument) => void]>([
    ['a field that is its own parent', (document) => firstField(document).set(key('Parent'), document.context.getObjectRef(firstField(document)) as PDFRef)],
    [
      'fields in a circle',
      (document) => {
        const { context, catalog } = document;
        const [one, other] = [context.obj({ T: PDFHexString.fromText('a') }) as PDFDict, context.obj({ T: PDFHexString.fromText('b') }) as PDFDict];
        const refs = [context.register(one), context.register(other)] as const;
        for (const [dict, next] of [
          [one, refs[1]],
          [other, refs[0]],
        ] as const) {
          dict.set(key('Parent'), next);
          dict.set(key('Kids'), context.obj([next]));
        }
        catalog.lookup(key('AcroForm'), PDFDict).lookup(key('Fields'), PDFArray).push(refs[0]);
      },
    ],
    [
      'a bookmark after itself',
      ({ catalog, context }) => {
        const first = catalog.lookup(key('Outlines'), PDFDict).lookup(key('First'), PDFDict);
        first.set(key('Next'), context.getObjectRef(first) as PDFRef);
      },
    ],
    [
      'a record of 200 MB',
      (document) =>
        document.catalog.lookup(key('PieceInfo'), PDFDict).lookup(key('MDBK'), PDFDict).lookup(key('Private'), PDFDict).set(key('Copy'), bomb(document)),
    ],
    ['metadata of 200 MB', (document) => document.catalog.set(key('Metadata'), bomb(document))],
  ])('%s', async (_, change) => {
    await writeFile(path.join(book.home, 'circle.pdf'), await changed(change));
    const [stdout, stderr] = [new Capture(), new Capture()];
    expect(await answers({ files: ['circle.pdf'], format: 'text', cwd: book.home, stdout, stderr })).toBe(0);
    expect(stdout.text).toContain('Żółć, ¿qué?');
  });
});
