import { deflateSync, inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { faultOfPicture } from '../../src/pictures/picture-fault.ts';
import { orientationOf } from '../../src/pictures/orientation.ts';
import { chunksOf, pngOf } from '../../src/pictures/png.ts';
import { sizeOfPicture } from '../../src/pictures/picture-size.ts';
import { uprightPicture } from '../../src/pictures/upright.ts';
import { exifOf, greyPng, segment, tiffOf, withSegments } from '../fixtures/exif.ts';

const FRAME = segment(0xc0, Buffer.from([8, 0, 200, 2, 88, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0]));
const JPEG = Buffer.concat([Buffer.from([0xff, 0xd8]), FRAME, Buffer.from([0xff, 0xda, 0, 2, 0xff, 0xd9])]);

/** The rows of a PNG that is not interlaced and has bytes for points, as they are drawn. */
const rowsOf = (png: Buffer): number[][] => {
  const chunks = chunksOf(png);
  const head = chunks[0]?.data ?? Buffer.alloc(13);
  const stride = 1 + head.readUInt32BE(0);
  const data = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map((chunk) => chunk.data)));
  return Array.from({ length: head.readUInt32BE(4) }, (_, row) => {
    const [filter, ...points] = data.subarray(row * stride, (row + 1) * stride);
    if (filter === 1) points.forEach((point, index) => (points[index] = (point + (points[index - 1] ?? 0)) & 255));
    return points;
  });
};

describe('a PNG', () => {
  test.each([
    [
      1,
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
    ],
    [
      2,
      [
        [3, 2, 1],
        [6, 5, 4],
      ],
    ],
    [
      3,
      [
        [6, 5, 4],
        [3, 2, 1],
      ],
    ],
    [
      4,
      [
        [4, 5, 6],
        [1, 2, 3],
      ],
    ],
    [
      5,
      [
        [1, 4],
        [2, 5],
        [3, 6],
      ],
    ],
    [
      6,
      [
        [4, 1],
        [5, 2],
        [6, 3],
      ],
    ],
    [
      7,
      [
        [6, 3],
        [5, 2],
        [4, 1],
      ],
    ],
    [
      8,
      [
        [3, 6],
        [2, 5],
        [1, 4],
      ],
    ],
  ])('of orientation %i is turned', (value, seen) => {
    const stored = greyPng(
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
      tiffOf('II', [{ value }]),
    );
    const upright = uprightPicture(stored);
    expect(rowsOf(upright)).toEqual(seen);
    expect(faultOfPicture(upright)).toBeUndefined();
    expect(sizeOfPicture(stored)).toEqual(sizeOfPicture(upright));
    expect(orientationOf(upright)).toBe(1);
  });

  test('whose points are less than a byte is turned, its palette kept', () => {
    const head = Buffer.from([0, 0, 0, 3, 0, 0, 0, 2, 2, 3, 0, 0, 0]);
    const palette = { type: 'PLTE', data: Buffer.from([0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0, 255]) };
    const stored = pngOf([
      { type: 'IHDR', data: head },
      palette,
      { type: 'eXIf', data: tiffOf('MM', [{ value: 6 }]) },
      { type: 'IDAT', data: deflateSync(Buffer.from([0, 0b00_01_10_00, 0, 0b11_10_01_00])) },
      { type: 'IEND', data: Buffer.alloc(0) },
    ]);
    const upright = chunksOf(uprightPicture(stored));
    expect([...inflateSync(upright.find(({ type }) => type === 'IDAT')?.data ?? Buffer.alloc(0))]).toEqual([0, 0b11_00_0000, 0, 0b10_01_0000, 0, 0b01_10_0000]);
    expect(upright).toContainEqual(palette);
  });
});

describe('a PNG that what draws it reads wrong', () => {
  const small = (depth: number, colour: number, rows: readonly (readonly number[])[], width: number, ...chunks: { type: string; data: Buffer }[]): Buffer =>
    pngOf([
      { type: 'IHDR', data: Buffer.from([0, 0, 0, width, 0, 0, 0, rows.length, depth, colour, 0, 0, 0]) },
      ...chunks,
      { type: 'IDAT', data: deflateSync(Buffer.from(rows.flatMap((row) => [0, ...row]))) },
      { type: 'IEND', data: Buffer.alloc(0) },
    ]);
  /** Its depth, its type of colour, and its rows without their filters. */
  const plain = (png: Buffer): [depth: number, colour: number, points: number[]] => {
    const chunks = chunksOf(uprightPicture(png));
    expect(chunks.map(({ type }) => type).filter((type) => /^(?:tRNS|PLTE)$/.test(type) && chunks[0]?.data[9] !== 3)).toEqual([]);
    const [, , , width = 0, , , , , depth = 0, colour = 0] = chunks[0]?.data ?? [];
    const size = (depth / 8) * ({ 3: 1, 4: 2, 6: 4 }[colour] ?? 0);
    const data = inflateSync(chunks.find(({ type }) => type === 'IDAT')?.data ?? Buffer.alloc(0));
    const points = [...data.subarray(1)];
    if (data[0] === 1) points.forEach((point, index) => index >= size && (points[index] = (point + (points[index - size] ?? 0)) & 255));
    return [depth, colour, points.slice(0, width * size)];
  };
  const transparent = (...values: number[]) => ({ type: 'tRNS', data: Buffer.from(values) });

  test('a grey that is not seen is seen through, and no other', () => {
    expect(plain(small(8, 0, [[0, 7, 9]], 3, transparent(0, 7)))).toEqual([8, 4, [0, 255, 7, 0, 9, 255]]);
    expect(plain(small(2, 0, [[0b00_01_11_00]], 3, transparent(0, 1)))).toEqual([8, 4, [0, 255, 85, 0, 255, 255]]);
    expect(plain(small(16, 0, [[1, 2, 1, 3]], 2, transparent(1, 3)))).toEqual([16, 4, [1, 2, 255, 255, 1, 3, 0, 0]]);
  });

  test('so is a colour', () => {
    expect(plain(small(8, 2, [[1, 2, 3, 4, 5, 6]], 2, transparent(0, 4, 0, 5, 0, 6)))).toEqual([8, 6, [1, 2, 3, 255, 4, 5, 6, 0]]);
  });

  test('a palette that is seen through has a byte for each point', () => {
    const palette = { type: 'PLTE', data: Buffer.from([0, 0, 0, 255, 0, 0]) };
    expect(plain(small(1, 3, [[0b010_00000]], 3, palette, transparent(0)))).toEqual([8, 3, [0, 1, 0]]);
  });

  test('a palette of suggestions goes', () => {
    expect(plain(small(8, 6, [[1, 2, 3, 4]], 1, { type: 'PLTE', data: Buffer.from([0, 0, 0]) }))).toEqual([8, 6, [1, 2, 3, 4]]);
  });

  test('layers of refinement go, where some of them have no points too', () => {
    const head = Buffer.from([0, 0, 0, 1, 0, 0, 0, 2, 8, 4, 0, 0, 1]);
    const stored = pngOf([
      { type: 'IHDR', data: head },
      { type: 'IDAT', data: deflateSync(Buffer.from([0, 11, 255, 0, 22, 128])) },
      { type: 'IEND', data: Buffer.alloc(0) },
    ]);
    const chunks = chunksOf(uprightPicture(stored));
    expect(chunks[0]?.data[12]).toBe(0);
    expect([...inflateSync(chunks[1]?.data ?? Buffer.alloc(0))]).toEqual([1, 11, 255, 1, 22, 128]);
  });
});

describe('a JPEG', () => {
  test.each(['II', 'MM'] as const)('says its orientation in one form, whatever it was written in (%s)', (order) => {
    for (const value of [2, 3, 4, 5, 6, 7, 8]) {
      const upright = uprightPicture(withSegments(JPEG, exifOf(tiffOf(order, [{ value }]))));
      expect(upright.toString('latin1', 6, 14)).toBe('Exif\0\0MM');
      expect(orientationOf(upright)).toBe(value);
      expect(sizeOfPicture(upright)).toEqual(value > 4 ? { width: 200, height: 600 } : { width: 600, height: 200 });
    }
  });

  test('tells nothing of where it was taken and by whom', () => {
    const notes = [
      exifOf(tiffOf('II', [{ value: 1 }])),
      segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<x/>')),
      segment(0xfe, Buffer.from('by Dana')),
    ];
    expect(uprightPicture(withSegments(JPEG, ...notes))).toEqual(JPEG);
  });

  test('loses the bytes that fill up before a marker', () => {
    expect(uprightPicture(withSegments(JPEG, Buffer.from([0xff, 0xff, 0xff])))).toEqual(JPEG);
  });

  test('keeps what its colours mean', () => {
    const kept = [segment(0xe2, Buffer.from('ICC_PROFILE\0\x01\x01')), segment(0xee, Buffer.from('Adobe\0\x64\0\0\0\0\x02'))];
    expect(uprightPicture(withSegments(JPEG, ...kept))).toEqual(withSegments(JPEG, ...kept));
  });

  test('that is drawn as it is comes back as the same bytes, and no bytes are changed', () => {
    expect(uprightPicture(JPEG)).toBe(JPEG);
    const turned = withSegments(JPEG, exifOf(tiffOf('II', [{ value: 6 }])));
    const before = Buffer.from(turned);
    uprightPicture(turned);
    expect(turned).toEqual(before);
  });
});
