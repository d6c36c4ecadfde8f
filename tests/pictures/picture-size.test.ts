import { expect, test } from 'vitest';
import { sizeOfPicture } from '../../src/pictures/picture-size.ts';

const segment = (marker: number, body: Buffer): Buffer => Buffer.concat([Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255]), body]);
/** A frame of 600 by 200. */
const frame = (marker: number): Buffer => segment(marker, Buffer.from([8, 0, 200, 2, 88, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0]));
const jpeg = (...parts: Buffer[]): Buffer => Buffer.concat([Buffer.from([0xff, 0xd8]), ...parts]);
/** EXIF data with an orientation, in either order of bytes. */
const exif = (orientation: number, little: boolean): Buffer => {
  const tiff = Buffer.alloc(26);
  const short = (value: number, at: number) => (little ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at));
  tiff.write(little ? 'II' : 'MM', 0, 'latin1');
  short(42, 2);
  if (little) tiff.writeUInt32LE(8, 4);
  else tiff.writeUInt32BE(8, 4);
  short(1, 8);
  short(0x0112, 10);
  short(3, 12);
  short(orientation, 18);
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]));
};

test.each([0xc0, 0xc1, 0xc2])('a JPEG with the frame %s says its size', (marker) => {
  expect(sizeOfPicture(jpeg(frame(marker)))).toEqual({ width: 600, height: 200 });
});

test.each([
  [6, true],
  [8, false],
  [5, true],
])('a camera that was turned (%i) changes width and height', (orientation, little) => {
  expect(sizeOfPicture(jpeg(exif(orientation, little), frame(0xc0)))).toEqual({ width: 200, height: 600 });
});

test('a camera that stood upright, and other data in the place of EXIF, change nothing', () => {
  expect(sizeOfPicture(jpeg(exif(3, true), frame(0xc0)))).toEqual({ width: 600, height: 200 });
  expect(sizeOfPicture(jpeg(segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<x/>')), frame(0xc2)))).toEqual({ width: 600, height: 200 });
});
