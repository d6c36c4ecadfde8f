/** Finds why a PNG or a JPEG cannot be shown: it is damaged, or too large. The layout engine accepts such files: they would leave gaps on the page, or stop the program. */
import { inflateSync } from 'node:zlib';
import type { DiagnosticCode } from '../diagnostics/codes.ts';
import { isPng, SIGNATURE } from './png.ts';
import { CHANNELS, passesOf } from './png-pixels.ts';
import { isFrame, isJpeg, readJpegHead, sizeOfFrame } from './jpeg.ts';

/** A fault of a picture, for a message of the form "expected …, found …". */
export interface PictureFault {
  code: DiagnosticCode & ('image-damaged' | 'image-too-large');
  expected: string;
  found: string;
  hint: string;
}

/** More than a whole sheet at 600 pixels an inch has; pixels are held in memory, four bytes each. */
const MOST_PIXELS = 40_000_000;
/** The largest file of a picture that is read, in bytes. */
const MOST_BYTES = 20 * 1024 * 1024;

const SMALLER = 'make it smaller in a picture program: at 300 pixels an inch, a whole page has 2550 by 3300';

const damaged = (found: string): PictureFault => ({
  code: 'image-damaged',
  expected: 'a whole picture',
  found,
  hint: 'open it in a picture program, and save it anew as PNG or JPEG',
});

const CUT_OFF = damaged('one that ends too early');
const DAMAGED = damaged('one that is damaged');

/**
 * The fault of a file that is too large to be read; nothing for a smaller one.
 *
 * @param size in bytes
 */
export const faultOfFileSize = (size: number): PictureFault | undefined =>
  size > MOST_BYTES
    ? { code: 'image-too-large', expected: 'a picture of at most 20 MB', found: `one of ${Math.ceil((size / 1024 / 1024) * 10) / 10} MB`, hint: SMALLER }
    : undefined;

const faultOfPixels = (width: number, height: number): PictureFault | undefined => {
  if (width === 0 || height === 0) return damaged('one without any pixels');
  return width * height > MOST_PIXELS
    ? { code: 'image-too-large', expected: `a picture of at most ${MOST_PIXELS / 1e6} million pixels`, found: `one of ${width} by ${height}`, hint: SMALLER }
    : undefined;
};

/**
 * Finds why a PNG (ISO 15948) or a JPEG (ISO 10918-1) cannot be shown.
 *
 * @returns the fault; nothing where the picture is whole and not too large, or is in neither format
 */
export const faultOfPicture = (bytes: Buffer): PictureFault | undefined => {
  if (isPng(bytes)) return faultOfPng(bytes);
  return isJpeg(bytes) ? faultOfJpeg(bytes) : undefined;
};

/** The bit depths that each colour type allows (ISO 15948, 11.2.2). */
const DEPTHS: Readonly<Record<number, readonly number[]>> = { 0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16] };

/** The filters of rows are numbered from 0 to this (ISO 15948, 9.2). */
const LAST_FILTER = 4;

const faultOfPng = (bytes: Buffer): PictureFault | undefined => {
  const chunks = new Map<string, Buffer[]>();
  for (let at = SIGNATURE.length; !chunks.has('IEND');) {
    if (at + 12 > bytes.length) return CUT_OFF;
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    const end = at + 12 + length;
    if (end > bytes.length) return CUT_OFF;
    const data = bytes.subarray(at + 8, end - 4);
    const alike = chunks.get(type);
    if (alike) alike.push(data);
    else chunks.set(type, [data]);
    at = end;
  }
  const [head] = chunks.get('IHDR') ?? [];
  if (head?.length !== 13) return DAMAGED;
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const [depth = 0, type = -1, , , interlaced = 0] = head.subarray(8);
  const channels = CHANNELS[type] ?? 1;
  if (!DEPTHS[type]?.includes(depth) || interlaced > 1 || (type === 3 && !chunks.has('PLTE'))) return DAMAGED;
  const wrongSize = faultOfPixels(width, height);
  if (wrongSize) return wrongSize;

  // Each row begins with a byte for the number of its filter.
  const passes = passesOf(width, height, interlaced === 1).map(({ columns, rows }) => ({ rows, length: 1 + Math.ceil((columns * channels * depth) / 8) }));
  const size = passes.reduce((sum, { rows, length }) => sum + rows * length, 0);
  try {
    const pixels = inflateSync(Buffer.concat(chunks.get('IDAT') ?? []), { maxOutputLength: size });
    if (pixels.length < size) return CUT_OFF;
    let at = 0;
    for (const { rows, length } of passes) for (let row = 0; row < rows; row += 1, at += length) if ((pixels[at] ?? 0) > LAST_FILTER) return DAMAGED;
    return undefined;
  } catch {
    return DAMAGED;
  }
};

const END = Buffer.from([0xff, 0xd9]);

const faultOfJpeg = (bytes: Buffer): PictureFault | undefined => {
  const { segments, followedBy, end } = readJpegHead(bytes);
  const frames = segments.filter(({ marker }) => isFrame(marker));
  for (const frame of frames) {
    const size = sizeOfFrame(frame);
    const fault = size ? faultOfPixels(size.width, size.height) : DAMAGED;
    if (fault) return fault;
  }
  if (followedBy === 'nothing') return CUT_OFF;
  if (followedBy === 'something else' || frames.length === 0) return DAMAGED;
  return bytes.indexOf(END, end) < 0 ? CUT_OFF : undefined;
};
