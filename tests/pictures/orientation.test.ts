import { expect, test } from 'vitest';
import { orientationOf } from '../../src/pictures/orientation.ts';
import { exifOf, greyPng, segment, tiffOf, withSegments } from '../fixtures/exif.ts';

const FRAME = segment(0xc0, Buffer.from([8, 0, 200, 2, 88, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0]));
const JPEG = Buffer.concat([Buffer.from([0xff, 0xd8]), FRAME, Buffer.from([0xff, 0xda, 0, 2, 0xff, 0xd9])]);
const JFIF = segment(0xe0, Buffer.from('JFIF\0\x01\x02\0\0\x01\0\x01\0\0', 'latin1'));
const ORIENTATIONS = [1, 2, 3, 4, 5, 6, 7, 8];

test.each(['II', 'MM'] as const)('each orientation is read in the byte order %s, from a JPEG and a PNG', (order) => {
  for (const value of ORIENTATIONS) {
    const tiff = tiffOf(order, [{ tag: 0x010f, type: 2, count: 4, value: 0 }, { value }]);
    expect(orientationOf(withSegments(JPEG, exifOf(tiff)))).toBe(value);
    expect(orientationOf(withSegments(JPEG, JFIF, segment(0xfe, Buffer.from('note')), exifOf(tiff)))).toBe(value);
    expect(orientationOf(greyPng([[0]], tiff))).toBe(value);
    expect(orientationOf(greyPng([[0]], Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])))).toBe(value);
  }
});

test('EXIF data behind the frame is read, too; of two, the first', () => {
  const [six, three] = [exifOf(tiffOf('II', [{ value: 6 }])), exifOf(tiffOf('MM', [{ value: 3 }]))];
  expect(orientationOf(Buffer.concat([JPEG.subarray(0, 2), FRAME, six, JPEG.subarray(2 + FRAME.length)]))).toBe(6);
  expect(orientationOf(withSegments(JPEG, three, six))).toBe(3);
});

test.each([0, 1, 2])('a value that is counted as %i is read', (count) => {
  expect(orientationOf(withSegments(JPEG, exifOf(tiffOf('II', [{ count, value: 6 }]))))).toBe(6);
});

test('the orientation of the thumbnail is not that of the picture', () => {
  expect(orientationOf(withSegments(JPEG, exifOf(tiffOf('MM', [{ tag: 0x0110, type: 2, value: 0 }], [{ value: 6 }]))))).toBe(1);
});

test.each<[string, Buffer]>([
  ['another type', tiffOf('MM', [{ type: 2, value: 6 }])],
  ['several values', tiffOf('II', [{ count: 7, value: 6 }])],
  ['zero', tiffOf('II', [{ value: 0 }])],
  ['nine', tiffOf('MM', [{ value: 9 }])],
  ['another order of bytes', Buffer.concat([Buffer.from('XX'), tiffOf('MM', [{ value: 6 }]).subarray(2)])],
  ['another number than 42', Buffer.concat([Buffer.from('MM\0\x2b', 'latin1'), tiffOf('MM', [{ value: 6 }]).subarray(4)])],
  ['a directory behind its end', Buffer.concat([Buffer.from('MM\0\x2a\xff\xff\xff\xff', 'latin1'), tiffOf('MM', [{ value: 6 }]).subarray(8)])],
  ['a directory that is cut off', tiffOf('MM', [{ tag: 1, value: 0 }, { value: 6 }]).subarray(0, 24)],
  ['nothing at all', Buffer.alloc(0)],
])('EXIF data with %s says nothing', (_, tiff) => {
  expect(orientationOf(withSegments(JPEG, exifOf(tiff)))).toBe(1);
  expect(orientationOf(greyPng([[0]], tiff))).toBe(1);
});
