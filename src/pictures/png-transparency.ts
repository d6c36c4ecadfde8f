/** Turns the transparency that a PNG declares once, for a colour or a palette, into an opacity beside each pixel: pdfkit reads only those correctly (ISO 15948, 11.3.2.1). */

/** The pixels of a picture, row by row; numbers of less than a byte take one byte each. */
export interface Points {
  bytes: Buffer;
  /** Bits of one number. */
  depth: number;
  /** The colour type (ISO 15948, 11.2.2). */
  colour: number;
}

/** A grey of fewer than 8 bits scaled to 8. */
const widened = (value: number, depth: number): number => (depth < 8 ? Math.round((value * 255) / (2 ** depth - 1)) : value);

/**
 * Adds an opacity to each pixel of a picture that declares one transparent colour; the indices of a palette become bytes.
 *
 * @param transparency the data of the chunk `tRNS`
 */
export const withTransparency = ({ bytes, depth, colour }: Points, transparency: Buffer): Points => {
  if (colour === 3) return { bytes, depth: 8, colour };
  const wide = depth === 16 ? 2 : 1;
  const numbers = colour === 2 ? 3 : 1;
  if ((colour !== 0 && colour !== 2) || transparency.length < numbers * 2) return { bytes, depth, colour };
  const size = numbers * wide;
  const key = Buffer.concat(Array.from({ length: numbers }, (_, index) => transparency.subarray(index * 2 + 2 - wide, index * 2 + 2)));
  if (depth < 8) key[0] = (key[0] ?? 0) & ((1 << depth) - 1);
  const count = bytes.length / size;
  const result = Buffer.alloc(count * (size + wide), 0xff);
  for (let point = 0; point < count; point += 1) {
    const from = bytes.subarray(point * size, (point + 1) * size);
    const to = point * (size + wide);
    if (from.equals(key)) result.fill(0, to + size, to + size + wide);
    if (depth < 8) result[to] = widened(from[0] ?? 0, depth);
    else from.copy(result, to);
  }
  return { bytes: result, depth: Math.max(8, depth), colour: colour + 4 };
};
