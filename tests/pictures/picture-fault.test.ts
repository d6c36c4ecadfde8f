import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { faultOfFileSize, faultOfPicture } from '../../src/pictures/picture-fault.ts';

/** A chunk of a PNG; nobody looks at its check sum. */
const chunk = (type: string, data: Uint8Array): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
};
interface Looks {
  width?: number;
  height?: number;
  depth?: number;
  colour?: number;
  interlaced?: number;
}
const png = (data: Uint8Array | undefined, { width = 5, height = 5, depth = 8, colour = 2, interlaced = 0 }: Looks = {}, ...more: Buffer[]): Buffer => {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([depth, colour, 0, 0, interlaced], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    ...more,
    ...(data ? [chunk('IDAT', data)] : []),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};
const packed = (size: number): Buffer => deflateSync(Buffer.alloc(size));

/** 5 by 5 pixels in red, green and blue, with a filter for each row. */
const WHOLE = packed(5 * (1 + 15));

test.each([
  ['in colour', png(WHOLE)],
  // 1, 1, 1, 2, 2, 3 and 2 rows in the seven passes, each with its filter.
  ['interlaced', png(packed(5 * 5 * 3 + 11), { interlaced: 1 })],
  ['with transparency', png(packed(5 * 21), { colour: 6 })],
  ['in grey, eight pixels to a byte', png(packed(5 * 2), { colour: 0, depth: 1 })],
  ['with a palette', png(packed(5 * 6), { colour: 3 }, chunk('PLTE', Buffer.alloc(3)))],
  ['in very many pieces', png(WHOLE, {}, Buffer.concat(Array.from({ length: 200_000 }, () => chunk('IDAT', Buffer.alloc(0)))))],
])('a whole PNG has no damage: %s', async (_, bytes) => {
  expect(faultOfPicture(bytes)).toBeUndefined();
});

test.each([
  ['no pixels in it', png(undefined), 'one that is damaged'],
  ['pixels that are no deflated data', png(Buffer.from('garbage, garbage'), { colour: 6 }), 'one that is damaged'],
  ['too few pixels', png(packed(20)), 'one that ends too early'],
  ['a row of an unknown filter', png(deflateSync(Buffer.alloc(5 * 16, 5))), 'one that is damaged'],
  ['far more pixels than it says', png(packed(1_000_000)), 'one that is damaged'],
  ['the end cut off', png(WHOLE).subarray(0, -20), 'one that ends too early'],
  ['no size', png(WHOLE, { width: 0 }), 'one without any pixels'],
  ['an unknown kind of colour', png(WHOLE, { colour: 7 }), 'one that is damaged'],
  ['a depth that its colours cannot have', png(WHOLE, { depth: 3 }), 'one that is damaged'],
  ['a palette missing', png(packed(5 * 6), { colour: 3 }), 'one that is damaged'],
])('a PNG is damaged with %s', async (_, bytes, found) => {
  expect(faultOfPicture(bytes)).toMatchObject({ code: 'image-damaged', found });
});

const segment = (marker: number, data: readonly number[]): number[] => [0xff, marker, 0, data.length + 2, ...data];
const frame = (width: number, height: number): number[] => segment(0xc0, [8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0]);
const scan = [...segment(0xda, [1, 1, 0, 0, 63, 0]), 1, 2, 3];
const jpeg = (...bytes: (number | number[])[]): Buffer => Buffer.from([0xff, 0xd8, ...bytes.flat()]);
const END = [0xff, 0xd9];

test('a whole JPEG has no damage, with bytes behind its end and filling before a marker', async () => {
  expect(faultOfPicture(jpeg(segment(0xe0, [1, 2, 3]), 0xff, frame(5, 5), scan, END, 7, 7))).toBeUndefined();
});

test.each([
  ['nothing but its first bytes', jpeg(0xff), 'one that ends too early'],
  ['the end cut off', jpeg(frame(5, 5), scan), 'one that ends too early'],
  ['a segment cut off', jpeg(frame(5, 5)).subarray(0, -3), 'one that ends too early'],
  ['no size before its pixels', jpeg(scan, END), 'one that is damaged'],
  ['something else between segments', jpeg(frame(5, 5), 1, 2, 3, 4, 5), 'one that is damaged'],
  ['no pixels', jpeg(frame(0, 5), scan, END), 'one without any pixels'],
])('a JPEG is damaged with %s', async (_, bytes, found) => {
  expect(faultOfPicture(bytes)).toMatchObject({ code: 'image-damaged', found });
});

test('other files are not for this to judge', async () => {
  expect(faultOfPicture(Buffer.from('GIF89a'))).toBeUndefined();
});

test.each([
  ['PNG', png(WHOLE, { width: 9000, height: 9000 })],
  ['JPEG', jpeg(frame(9000, 9000), scan, END)],
])('a %s of more pixels than paper can show is too large, not damaged', async (_, bytes) => {
  expect(faultOfPicture(bytes)).toEqual({
    code: 'image-too-large',
    expected: 'a picture of at most 40 million pixels',
    found: 'one of 9000 by 9000',
    hint: 'make it smaller in a picture program: at 300 pixels an inch, a whole page has 2550 by 3300',
  });
});

test('a file of more than 20 MB is too large', () => {
  expect(faultOfFileSize(20 * 1024 * 1024)).toBeUndefined();
  expect(faultOfFileSize(20 * 1024 * 1024 + 1)).toMatchObject({ code: 'image-too-large', found: 'one of 20.1 MB' });
});
