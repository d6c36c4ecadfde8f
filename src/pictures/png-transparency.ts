/** What a PNG is seen through at, brought beside each point: what draws pictures reads it there alone (ISO 15948, 11.3.2.1). */

/** The points of a picture, row by row; those of less than a byte take one each. */
export interface Points {
  bytes: Buffer;
  /** Bits of one number. */
  depth: number;
  /** The type of colour. */
  colour: number;
}

/** A grey of less than a byte as a whole one. */
const widened = (value: number, depth: number): number => (depth < 8 ? Math.round((value * 255) / (2 ** depth - 1)) : value);

/**
 * Gives each point of a picture that has one colour which is not seen a number that says whether it is; the indices of a palette become bytes.
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
