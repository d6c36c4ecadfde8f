/** Reads from EXIF data how a camera was held (Exif 2.32, 4.6.4), in a JPEG or a PNG. */
import { segmentsOf } from './jpeg.ts';
import { chunksOf, isPng } from './png.ts';

/** From 1, upright, to 8; from 5 on, width and height are swapped. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

const EXIF = 0xe1;
const HEAD = 'Exif\0';
const ORIENTATION = 0x0112;
const SHORT = 3;

/**
 * The orientation of a picture as browsers read it: that of its first EXIF data; 1, upright, where that is damaged or missing.
 *
 * @param bytes of a PNG or a JPEG
 */
export const orientationOf = (bytes: Buffer): Orientation => {
  const data = isPng(bytes) ? chunksOf(bytes).find(({ type }) => type === 'eXIf')?.data : exifOfJpeg(bytes);
  // Some programs copy the head of a JPEG's segment into a PNG.
  return data ? orientationIn(data.toString('latin1', 0, HEAD.length) === HEAD ? data.subarray(6) : data) : 1;
};

const exifOfJpeg = (bytes: Buffer): Buffer | undefined => {
  for (const { marker, body } of segmentsOf(bytes)) if (marker === EXIF && body.toString('latin1', 0, HEAD.length) === HEAD) return body;
  return undefined;
};

/** Reads only the first directory: the second one describes the thumbnail (TIFF 6.0, section 2). */
const orientationIn = (tiff: Buffer): Orientation => {
  const order = tiff.toString('latin1', 0, 2);
  if (tiff.length < 8 || (order !== 'II' && order !== 'MM')) return 1;
  const short = (at: number): number => (at + 2 > tiff.length ? 0 : order === 'II' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number): number => (at + 4 > tiff.length ? 0 : order === 'II' ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  if (short(2) !== 42) return 1;
  const directory = long(4);
  for (let entry = 0; entry < short(directory); entry += 1) {
    const at = directory + 2 + entry * 12;
    if (short(at) !== ORIENTATION) continue;
    const value = short(at + 8);
    // Some programs write a wrong count; more than two values would be stored elsewhere.
    return short(at + 2) === SHORT && long(at + 4) <= 2 && value >= 1 && value <= 8 ? (value as Orientation) : 1;
  }
  return 1;
};
