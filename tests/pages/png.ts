/** Pictures as PNG (W3C: Portable Network Graphics, third edition): eight bits for red, green and blue, no interlacing. */
import { crc32, deflateSync } from 'node:zlib';
import type { Bitmap } from '../readers/pdfium.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Bits of a sample, true colour, deflate, adaptive filters, no interlacing. */
const KIND = [8, 2, 0, 0, 0];
/** Each row is told by its difference from the one above it: most of a page is the same from row to row. */
const UP = 2;

/**
 * Encodes a picture.
 *
 * @param bitmap as PDFium draws it: blue, green, red and one unused byte a pixel
 */
export function png({ width, height, pixels }: Bitmap): Buffer {
  const stride = width * 3 + 1;
  const rows = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1) {
    rows[y * stride] = UP;
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4;
      const to = y * stride + 1 + x * 3;
      for (let sample = 0; sample < 3; sample += 1) {
        const above = y > 0 ? (pixels[at - width * 4 + 2 - sample] ?? 0) : 0;
        rows[to + sample] = (pixels[at + 2 - sample] ?? 0) - above;
      }
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set(KIND, 8);
  return Buffer.concat([SIGNATURE, chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

/** Length, name, data and a checksum over the last two. */
function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}
