import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pictureProps } from '../../src/template/picture-props.ts';

/** The head of a JPEG of a size in pixels, and no more of it. */
const jpegHead = (width: number, height: number): Buffer =>
  Buffer.from([0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0]);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mendbook-pictures-'));
  await writeFile(path.join(folder, 'wall.jpg'), jpegHead(9000, 9000));
  await writeFile(path.join(folder, 'cut.jpg'), jpegHead(90, 90));
  await writeFile(path.join(folder, 'heavy.jpg'), Buffer.alloc(21 * 1024 * 1024));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test.each([
  ['wall.jpg', 'image-too-large', 'expected a picture of at most 40 million pixels, found one of 9000 by 9000 at "wall.jpg"', /^make it smaller/],
  ['heavy.jpg', 'image-too-large', 'expected a picture of at most 20 MB, found one of 21 MB at "heavy.jpg"', /^make it smaller/],
  ['cut.jpg', 'image-damaged', 'expected a whole picture, found one that ends too early at "cut.jpg"', /^open it in a picture program/],
])('a picture of a component is told by its own fault: %s', (src, code, message, hint) => {
  expect(pictureProps({ src, width: 10 }, folder)).toEqual({ props: { width: 10 }, fault: { code, message, hint: expect.stringMatching(hint) } });
});
