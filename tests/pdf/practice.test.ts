/** A practice in the PDF: its name where it belongs, nothing of it in a discreet copy. */
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { build } from '../../src/commands/build.ts';
import type { BuildOptions } from '../../src/commands/build-options.ts';
import { Capture } from '../commands/capture.ts';
import { type SmallBook, smallBook } from '../fixtures/small-book.ts';
import { openInPdfjs } from '../readers/pdfjs.ts';
import { packed, printedWords } from '../readers/words.ts';

const LOGO = path.resolve(import.meta.dirname, '../fixtures/logos/figma.svg');
const PRACTICE =
  'name: Harbor Counseling\ncounselor: Ana Ruiz\ncredentials: LMFT 1042\ncontact: [12 Quay Street, hello@harbor.example]\nlogo: logo.svg\nfooter: Harbor at the quay\nlicense: For clients alone.\ncolors: { accent: "#7a1f5c" }\n';

let book: SmallBook;
beforeEach(async () => {
  book = await smallBook();
  await copyFile(LOGO, path.join(book.home, 'book/logo.svg'));
  await writeFile(path.join(book.home, 'book/practice.yaml'), PRACTICE);
});
afterEach(() => book.remove());

const make = async (options: Partial<BuildOptions> = {}) => {
  const stderr = new Capture();
  const out = path.join(book.home, 'made.pdf');
  const code = await build({ ...book.options, out, force: true, stdout: new Capture(), stderr, ...options });
  const bytes = code === 0 ? await readFile(out) : Buffer.alloc(0);
  return { code, talk: stderr.text, bytes };
};
const pagesOf = async (bytes: Buffer) => printedWords(await openInPdfjs(new Uint8Array(bytes)));

/** All that is in a file, unpacked. */
const unpacked = (bytes: Buffer): string => {
  const parts = [bytes.toString('latin1')];
  for (let at = bytes.indexOf('stream\n'); at >= 0; at = bytes.indexOf('stream\n', at + 1)) {
    try {
      parts.push(inflateSync(bytes.subarray(at + 'stream\n'.length), { finishFlush: 2 }).toString('latin1'));
    } catch {
      // Not packed, and read already.
    }
  }
  return parts.join('\n');
};

test('the cover, the foot of each page and the last page carry the practice, the same in each edition', async () => {
  for (const edition of ['client', 'counselor'] as const) {
    const { code, bytes, talk } = await make({ edition });
    expect(code).toBe(0);
    expect(talk).toContain('  for Harbor Counseling\n');
    const pages = await pagesOf(bytes);
    expect(pages[0]).toContain(packed('Harbor Counseling'));
    expect(pages[0]).toContain(packed('Ana Ruiz LMFT 1042'));
    expect(pages.slice(1).every((words) => words.includes(packed('Harbor at the quay')))).toBe(true);
    for (const words of ['Harbor Counseling', 'Ana Ruiz, LMFT 1042', '12 Quay Street', 'hello@harbor.example', 'For clients alone.'])
      expect(pages.at(-1)).toContain(packed(words));
  }
});

test('the logo is a figure with the name as its words on the cover, and decoration elsewhere; the same input gives the same bytes', async () => {
  const { bytes } = await make();
  const text = unpacked(bytes);
  expect(text.match(/\/Alt \(Harbor Counseling\)/g)).toHaveLength(1);
  expect((await make()).bytes.equals(bytes)).toBe(true);
});

test('a vector logo is drawn as vectors, a picture once however often it is shown', async () => {
  const images = async () => unpacked((await make()).bytes).match(/\/Subtype \/Image/g)?.length ?? 0;
  const vectors = await images();
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(200 * 4, 128)]);
  const chunk = (type: string, data: Buffer) => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(data.length, 0);
    head.write(type, 4, 'latin1');
    return Buffer.concat([head, data, Buffer.alloc(4)]);
  };
  const header = Buffer.from([0, 0, 0, 200, 0, 0, 0, 200, 8, 6, 0, 0, 0]);
  const png = Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: 200 }, () => row)))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
  await writeFile(path.join(book.home, 'book/logo.png'), png);
  await book.change('book/practice.yaml', 'logo.svg', 'logo.png');
  // The picture, and its transparency.
  expect((await images()) - vectors).toBe(2);
  await writeFile(path.join(book.home, 'book/practice.yaml'), 'language: en\n');
  expect(await images()).toBe(vectors);
});

test('a discreet copy has nothing of the practice: no word, no drawing, no colour, neither on a page nor in the file', async () => {
  const { bytes, talk } = await make({ discreet: true });
  await writeFile(path.join(book.home, 'book/practice.yaml'), 'language: en\n');
  const { bytes: plain } = await make({ discreet: true });
  expect(bytes.equals(plain)).toBe(true);
  expect(talk).not.toContain('Harbor');
  expect(`${unpacked(bytes)} ${(await pagesOf(bytes)).join(' ')}`).not.toMatch(/harbor|quay|ruiz|lmft/i);
});

test('words of the practice stand in the text; a discreet copy asks for its own', async () => {
  await book.change('book/en/steps/look.yaml', 'What happened?', 'What would you tell {{practice.counselor}}?');
  expect((await pagesOf((await make()).bytes)).join(' ')).toContain(packed('What would you tell Ana Ruiz?'));
  const { code, talk } = await make({ discreet: true });
  expect(code).toBe(1);
  expect(talk).toMatch(/unknown-variable.*"practice\.counselor"[\s\S]*for discreet copies, and those without a practice, declare it in workbook\.yaml/);
});
