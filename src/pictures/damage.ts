/** Whether a PNG or a JPEG is whole: the layout engine takes damaged ones too, and they would be gaps on the page, or stop the program. */
import { inflateSync } from 'node:zlib';
import { isFrame } from './jpeg.ts';
import { isPng, SIGNATURE } from './png.ts';
import { CHANNELS, passesOf } from './png-points.ts';

/** More than a whole sheet at 600 dots an inch has; the points are held in memory, four bytes each. */
const MOST_POINTS = 40_000_000;

/** What a damaged picture is told as: what was found in place of a whole one. */
type Damage = string | undefined;

const CUT_OFF = 'one that ends too early';
const DAMAGED = 'one that is damaged';

const tooMany = (width: number, height: number): Damage => {
  if (width === 0 || height === 0) return 'one without any points';
  return width * height > MOST_POINTS ? `one of ${width} by ${height} points, which is more than paper can show` : undefined;
};

/**
 * Looks for damage in the bytes of a PNG (ISO 15948) or a JPEG (ISO 10918-1).
 *
 * @returns what was found in place of a whole picture; nothing where it is whole, or neither of the two
 */
export const damageOf = (bytes: Buffer): Damage => {
  if (isPng(bytes)) return damageOfPng(bytes);
  return bytes[0] === 0xff && bytes[1] === 0xd8 ? damageOfJpeg(bytes) : undefined;
};

/** For each type of colour, how many bits a number of a point may have (11.2.2 of the standard). */
const DEPTHS: Readonly<Record<number, readonly number[]>> = { 0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16] };

const damageOfPng = (bytes: Buffer): Damage => {
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
  const wrongSize = tooMany(width, height);
  if (wrongSize) return wrongSize;

  let size = 0;
  // Each row has a byte more: the number of its filter.
  for (const { columns, rows } of passesOf(width, height, interlaced === 1)) size += rows * (1 + Math.ceil((columns * channels * depth) / 8));
  try {
    const points = inflateSync(Buffer.concat(chunks.get('IDAT') ?? []), { maxOutputLength: size });
    return points.length < size ? CUT_OFF : undefined;
  } catch {
    return DAMAGED;
  }
};

const SCAN = 0xda;
const END = Buffer.from([0xff, 0xd9]);

const damageOfJpeg = (bytes: Buffer): Damage => {
  let framed = false;
  for (let at = 2; ;) {
    // Any number of FF may stand before a marker (B.1.1.2 of the standard).
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at + 1] ?? 0;
    if (at + 4 > bytes.length) return CUT_OFF;
    if (bytes[at] !== 0xff) return DAMAGED;
    if (marker === SCAN) return !framed ? DAMAGED : bytes.indexOf(END, at) < 0 ? CUT_OFF : undefined;
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end > bytes.length) return CUT_OFF;
    if (isFrame(marker)) {
      if (end < at + 10) return DAMAGED;
      const wrongSize = tooMany(bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5));
      if (wrongSize) return wrongSize;
      framed = true;
    }
    at = end;
  }
};
