/** Rewrites a PNG in the simple form that pdfkit reads correctly: upright, not interlaced, with an opacity beside each pixel. */
import { deflateSync, inflateSync } from 'node:zlib';
import { CHANNELS, passesOf } from './png-pixels.ts';
import type { Orientation } from './orientation.ts';
import { type Chunk, chunksOf, pngOf } from './png.ts';
import { withTransparency } from './png-transparency.ts';

/** For each orientation, which pixel of the stored picture is seen at a place; `right` and `bottom` are the last column and row of the stored picture. */
const SOURCES: Record<Orientation, (x: number, y: number, right: number, bottom: number) => [x: number, y: number]> = {
  1: (x, y) => [x, y],
  2: (x, y, right) => [right - x, y],
  3: (x, y, right, bottom) => [right - x, bottom - y],
  4: (x, y, _, bottom) => [x, bottom - y],
  5: (x, y) => [y, x],
  6: (x, y, _, bottom) => [y, bottom - x],
  7: (x, y, right, bottom) => [right - y, bottom - x],
  8: (x, y, right) => [right - y, x],
};

/** The row filter that stores each byte as its difference from the pixel before (ISO 15948, 9.2). */
const SUB = 1;

const dataOf = (chunks: readonly Chunk[], name: string): Buffer | undefined => chunks.find(({ type }) => type === name)?.data;

/**
 * Whether pdfkit reads a PNG correctly as it is: it takes any palette for that of the pixels, reads interlacing only for whole bytes,
 * and reads only the first byte of a transparent colour.
 *
 * @param bytes of a whole PNG
 */
export const isPlainPng = (bytes: Buffer): boolean => {
  const chunks = chunksOf(bytes);
  const [depth = 8, colour = 0, , , interlaced = 0] = dataOf(chunks, 'IHDR')?.subarray(8) ?? [];
  const transparent = dataOf(chunks, 'tRNS') !== undefined;
  return interlaced === 0 && (colour === 3 ? !transparent || depth === 8 : !transparent && dataOf(chunks, 'PLTE') === undefined);
};

/**
 * Turns a whole PNG upright, in the form that pdfkit reads.
 *
 * @param orientation as EXIF counts it
 * @returns a PNG that is not interlaced, with its pixels as they are to be seen
 */
export const turnPng = (bytes: Buffer, orientation: Orientation): Buffer => {
  const chunks = chunksOf(bytes);
  const head = Buffer.from(dataOf(chunks, 'IHDR') ?? Buffer.alloc(13));
  const [width, height, depth, colour] = [head.readUInt32BE(0), head.readUInt32BE(4), head.readUInt8(8), head.readUInt8(9)];
  const shape = { width, height, bits: depth * (CHANNELS[colour] ?? 1), interlaced: head[12] === 1 };
  const packed = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)));
  const transparency = dataOf(chunks, 'tRNS');
  const given = { bytes: pointsOf(packed, shape), depth, colour };
  const made = transparency ? withTransparency(given, transparency) : given;
  const points = made.bytes;
  const bits = made.depth * (CHANNELS[made.colour] ?? 1);
  const size = Math.max(1, bits / 8);

  const [across, down] = orientation > 4 ? [height, width] : [width, height];
  const stride = 1 + Math.ceil((across * bits) / 8);
  const rows = Buffer.alloc(stride * down);
  const source = SOURCES[orientation];
  for (let y = 0; y < down; y += 1) {
    const row = rows.subarray(y * stride + 1, (y + 1) * stride);
    for (let x = 0; x < across; x += 1) {
      const [column, line] = source(x, y, width - 1, height - 1);
      const from = (line * width + column) * size;
      if (bits < 8) row[(x * bits) >> 3] = (row[(x * bits) >> 3] ?? 0) | ((points[from] ?? 0) << (8 - bits - ((x * bits) & 7)));
      else points.copy(row, x * size, from, from + size);
    }
    if (bits < 8 || made.colour === 3) continue;
    rows[y * stride] = SUB;
    for (let at = row.length - 1; at >= size; at -= 1) row[at] = (row[at] ?? 0) - (row[at - size] ?? 0);
  }
  head.writeUInt32BE(across, 0);
  head.writeUInt32BE(down, 4);
  head.set([made.depth, made.colour], 8);
  head[12] = 0;
  const gone = made.colour === 3 ? /^(?:IDAT|eXIf)$/ : /^(?:IDAT|eXIf|tRNS|PLTE|bKGD|sBIT|hIST)$/;
  const data = deflateSync(rows, { level: 9 });
  const first = chunks.findIndex(({ type }) => type === 'IDAT');
  return pngOf(
    chunks.flatMap((chunk, index) =>
      chunk.type === 'IHDR' ? { type: 'IHDR', data: head } : index === first ? { type: 'IDAT', data } : gone.test(chunk.type) ? [] : chunk,
    ),
  );
};

interface Shape {
  width: number;
  height: number;
  /** Bits of a pixel. */
  bits: number;
  interlaced: boolean;
}

/** The pixels of a picture row by row; numbers of less than a byte take one byte each. */
const pointsOf = (packed: Buffer, { width, height, bits, interlaced }: Shape): Buffer => {
  const size = Math.max(1, bits / 8);
  const points = Buffer.alloc(width * height * size);
  let at = 0;
  for (const { left, top, across, down, columns, rows } of passesOf(width, height, interlaced)) {
    const length = Math.ceil((columns * bits) / 8);
    let above: Buffer = Buffer.alloc(length);
    for (let row = 0; row < rows; row += 1) {
      const line = packed.subarray(at + 1, at + 1 + length);
      unfilter(packed[at] ?? 0, line, above, size);
      for (let column = 0; column < columns; column += 1) {
        const to = ((top + row * down) * width + left + column * across) * size;
        if (bits < 8) points[to] = ((line[(column * bits) >> 3] ?? 0) >> (8 - bits - ((column * bits) & 7))) & ((1 << bits) - 1);
        else line.copy(points, to, column * size, (column + 1) * size);
      }
      above = line;
      at += 1 + length;
    }
  }
  return points;
};

/** Undoes the filter of a row, in place (ISO 15948, 9.2). */
const unfilter = (filter: number, line: Buffer, above: Buffer, size: number): void => {
  for (let at = 0; at < line.length; at += 1) {
    const [left, up, corner] = at < size ? [0, above[at] ?? 0, 0] : [line[at - size] ?? 0, above[at] ?? 0, above[at - size] ?? 0];
    const guess = filter === 1 ? left : filter === 2 ? up : filter === 3 ? (left + up) >> 1 : filter === 4 ? paeth(left, up, corner) : 0;
    line[at] = (line[at] ?? 0) + guess;
  }
};

const paeth = (left: number, up: number, corner: number): number => {
  const [byLeft, byUp, byCorner] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  return byLeft <= byUp && byLeft <= byCorner ? left : byUp <= byCorner ? up : corner;
};
