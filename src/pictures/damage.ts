/** Whether a PNG or a JPEG is whole: the layout engine takes damaged ones too, and they would be gaps on the page, or stop the program. */
import { inflateSync } from 'node:zlib';

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
  if (bytes.subarray(0, PNG.length).equals(PNG)) return damageOfPng(bytes);
  return bytes[0] === 0xff && bytes[1] === 0xd8 ? damageOfJpeg(bytes) : undefined;
};

const PNG = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/** For each type of colour, how many numbers a point has, and how many bits such a number may have (11.2.2 of the standard). */
const COLOURS: Readonly<Record<number, { channels: number; depths: readonly number[] }>> = {
  0: { channels: 1, depths: [1, 2, 4, 8, 16] },
  2: { channels: 3, depths: [8, 16] },
  3: { channels: 1, depths: [1, 2, 4, 8] },
  4: { channels: 2, depths: [8, 16] },
  6: { channels: 4, depths: [8, 16] },
};

/** The passes of an interlaced picture: first column and row, and the steps to the next ones (8.2 of the standard). */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;
const WHOLE = [[0, 0, 1, 1]] as const;

const damageOfPng = (bytes: Buffer): Damage => {
  const chunks = new Map<string, Buffer[]>();
  for (let at = PNG.length; !chunks.has('IEND');) {
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
  const colour = COLOURS[type];
  if (!colour?.depths.includes(depth) || interlaced > 1 || (type === 3 && !chunks.has('PLTE'))) return DAMAGED;
  const wrongSize = tooMany(width, height);
  if (wrongSize) return wrongSize;

  let size = 0;
  for (const [left, top, across, down] of interlaced ? PASSES : WHOLE) {
    const [columns, rows] = [Math.ceil((width - left) / across), Math.ceil((height - top) / down)];
    // Each row has a byte more: the number of its filter.
    if (columns > 0 && rows > 0) size += rows * (1 + Math.ceil((columns * colour.channels * depth) / 8));
  }
  try {
    const points = inflateSync(Buffer.concat(chunks.get('IDAT') ?? []), { maxOutputLength: size });
    return points.length < size ? CUT_OFF : undefined;
  } catch {
    return DAMAGED;
  }
};

/** Segments that hold the size of a picture: SOF0 to SOF15 without DHT, JPG and DAC, which lie between them. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
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
