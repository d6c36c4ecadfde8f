/** Photos on the page: upright, whatever the camera noted of how it was held, and in which order of bytes. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { build } from '../../src/commands/build.ts';
import { Capture } from '../commands/capture.ts';
import { exifOf, greyPng, type Order, tiffOf, withSegments } from '../fixtures/exif.ts';
import { type SmallBook, smallBook } from '../fixtures/small-book.ts';

/** A JPEG of 32 by 16 points: white, with a black bar at the left. */
const JPEG = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4x9lnN+gXz/wAALCAAQACABAREA/8QA' +
    'FgABAQEAAAAAAAAAAAAAAAAAAAcG/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQAAPwDGLMCMrMD/2Q==',
  'base64',
);
const ROWS = Array.from({ length: 40 }, (_, y) => Array.from({ length: 60 }, (__, x) => (x < 20 || y < 10 ? 0 : 255)));
/** The same points, as they are stored by a camera that lay on its right side (orientation 6). */
const LYING = Array.from({ length: 60 }, (_, y) => Array.from({ length: 40 }, (__, x) => ROWS[x]?.[59 - y] ?? 0));

let book: SmallBook;
beforeEach(async () => {
  book = await smallBook();
});
afterEach(() => book.remove());

const pdfWith = async (picture: Buffer, name: string): Promise<Buffer> => {
  await writeFile(path.join(book.home, 'book', name), picture);
  await writeFile(path.join(book.home, 'book/practice.yaml'), `name: Harbor\nlogo: ${name}\n`);
  await writeFile(path.join(book.home, 'book/en/ring.png'), picture);
  const [out, stderr] = [path.join(book.home, 'made.pdf'), new Capture()];
  const code = await build({ ...book.options, out, force: true, stdout: new Capture(), stderr });
  expect([code, stderr.text]).toEqual([0, expect.not.stringContaining('error')]);
  return readFile(out);
};

test('a JPEG stands alike in both orders of bytes, with and without what cameras write before and behind it', async () => {
  const photo = (order: Order) => withSegments(JPEG, exifOf(tiffOf(order, [{ tag: 0x010f, type: 2, count: 4, value: 0 }, { value: 6 }], [{ value: 3 }])));
  const [little, big, upright] = [await pdfWith(photo('II'), 'a.jpg'), await pdfWith(photo('MM'), 'a.jpg'), await pdfWith(JPEG, 'a.jpg')];
  expect(little.equals(big)).toBe(true);
  expect(little.equals(upright)).toBe(false);
});

test('damaged EXIF data leaves a JPEG as it is stored', async () => {
  const damaged = Buffer.concat([tiffOf('MM', [{ value: 6 }]).subarray(0, 4), Buffer.alloc(12, 0xff)]);
  expect((await pdfWith(withSegments(JPEG, exifOf(damaged)), 'a.jpg')).equals(await pdfWith(JPEG, 'a.jpg'))).toBe(true);
});

test('a PNG is turned', async () => {
  const turned = await pdfWith(greyPng(LYING, tiffOf('II', [{ value: 6 }])), 'a.png');
  expect(turned.includes('/Width 60')).toBe(true);
  expect(turned.includes('/Width 40')).toBe(false);
});
