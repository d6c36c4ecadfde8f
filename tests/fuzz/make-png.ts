/** PNGs that are right (ISO 15948): each type of colour and depth, interlaced or not, with the chunks that programs write beside the pixels. */
import { deflateSync } from 'node:zlib';
import { CHANNELS, passesOf } from '../../src/pictures/png-pixels.ts';
import { type Chunk, pngOf } from '../../src/pictures/png.ts';
import { makeExif } from './make-exif.ts';
import type { Random } from './random.ts';

/** Each type of colour with the depths that it may have (11.2.2 of the standard). */
const COLOURS: readonly (readonly [type: number, depths: readonly number[]])[] = [
  [0, [1, 2, 4, 8, 16]],
  [2, [8, 16]],
  [3, [1, 2, 4, 8]],
  [4, [8, 16]],
  [6, [8, 16]],
];

const bytes = (count: number, random: Random): Buffer => Buffer.from(Array.from({ length: count }, () => random.below(256)));

/** Rows of pixels, each behind the number of its filter. */
const pixelsOf = (width: number, height: number, bits: number, interlaced: boolean, random: Random): Buffer => {
  const plain = random.chance(0.5);
  const passes = passesOf(width, height, interlaced);
  return Buffer.concat(
    passes.flatMap(({ columns, rows }) =>
      Array.from({ length: columns > 0 ? rows : 0 }, () => {
        const row = Math.ceil((columns * bits) / 8);
        return Buffer.concat([Buffer.from([random.below(5)]), plain ? Buffer.alloc(row, random.below(256)) : bytes(row, random)]);
      }),
    ),
  );
};

const long = (...values: number[]): Buffer => {
  const buffer = Buffer.alloc(values.length * 4);
  values.forEach((value, index) => buffer.writeUInt32BE(value, index * 4));
  return buffer;
};

/** How much of each type of colour is seen through (11.3.2.1). */
const transparencyOf = (type: number, palette: number, random: Random): Buffer | undefined => {
  if (type === 3) return bytes(1 + random.below(palette), random);
  if (type === 0) return Buffer.from([0, random.below(2)]);
  return type === 2 ? Buffer.from([0, random.below(256), 0, random.below(256), 0, random.below(256)]) : undefined;
};

/** A picture of a few pixels. */
export const makePng = (random: Random): Buffer => {
  const [type, depths] = random.pick(COLOURS);
  const depth = random.pick(depths);
  const [width, height] = [random.few(1, 60), random.few(1, 60)];
  const interlaced = random.chance(0.3);
  const palette = 1 + random.below(2 ** Math.min(depth, 8));
  const data = deflateSync(pixelsOf(width, height, depth * (CHANNELS[type] ?? 1), interlaced, random), { level: random.pick([0, 6, 9]) });
  const cut = random.below(data.length);
  const perhaps = (share: number, name: string, content: () => Buffer | undefined): Chunk[] => {
    const chunk = random.chance(share) ? content() : undefined;
    return chunk ? [{ type: name, data: chunk }] : [];
  };
  return pngOf([
    { type: 'IHDR', data: Buffer.concat([long(width, height), Buffer.from([depth, type, 0, 0, interlaced ? 1 : 0])]) },
    ...perhaps(0.2, 'gAMA', () => long(random.pick([45_455, 0, 100_000]))),
    ...perhaps(0.2, 'sRGB', () => Buffer.from([random.below(4)])),
    ...perhaps(0.2, 'iCCP', () => Buffer.concat([Buffer.from('profile\0\0', 'latin1'), deflateSync(bytes(128, random))])),
    ...perhaps(0.3, 'pHYs', () =>
      Buffer.concat([long(random.pick([0, 2835, 11_811, 0xffffffff]), random.pick([0, 2835, 11_811])), Buffer.from([random.below(2)])]),
    ),
    ...(type === 3 ? [{ type: 'PLTE', data: bytes(palette * 3, random) }] : perhaps(type === 2 || type === 6 ? 0.1 : 0, 'PLTE', () => bytes(9, random))),
    ...perhaps(0.3, 'tRNS', () => transparencyOf(type, palette, random)),
    ...perhaps(0.1, 'bKGD', () => Buffer.from(type === 3 ? [0] : type === 2 || type === 6 ? [0, 1, 0, 1, 0, 1] : [0, 1])),
    ...perhaps(0.3, 'eXIf', () => makeExif(random)),
    ...perhaps(0.2, 'tEXt', () => Buffer.from('Comment\0of a program', 'latin1')),
    // The data of the pixels may be in several chunks, empty ones among them.
    ...(random.chance(0.3) ? [data.subarray(0, cut), Buffer.alloc(0), data.subarray(cut)] : [data]).map((part) => ({ type: 'IDAT', data: part })),
    ...perhaps(0.1, 'tIME', () => Buffer.from([7, 234, 1, 31, 12, 0, 0])),
    { type: 'IEND', data: Buffer.alloc(0) },
  ]);
};
