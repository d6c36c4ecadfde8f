/** JPEGs that are right (ISO 10918-1): each block of 8 by 8 has one tone, in one, three or four components, with the segments that programs write before it. */
import { exifOf, segment } from '../fixtures/exif.ts';
import { makeExif } from './make-exif.ts';
import type { Random } from './random.ts';

const SOI = Buffer.from([0xff, 0xd8]);
const EOI = Buffer.from([0xff, 0xd9]);
/** All steps are 8: a tone is its mean. */
const QUANTIZATION = segment(0xdb, Buffer.concat([Buffer.from([0]), Buffer.alloc(64, 8)]));

/** A table of codes that are all of one length (K.3 has shorter ones, which need no more bits to be told apart). */
const codes = (kind: number, symbols: readonly number[], bits: number): Buffer => {
  const counts = Buffer.alloc(16);
  counts[bits - 1] = symbols.length;
  return segment(0xc4, Buffer.concat([Buffer.from([kind]), counts, Buffer.from(symbols)]));
};
/** How many bits a difference of tones has, 0 to 7, in codes of four bits. */
const TONES = codes(0x00, [0, 1, 2, 3, 4, 5, 6, 7], 4);
/** The end of a block, in a code of one bit. */
const ENDS = codes(0x10, [0], 1);

/** Writes bits; a byte of ones is followed by one of zeros (F.1.2.3). */
const packed = (bits: string): Buffer => {
  const padded = bits.padEnd(Math.ceil(bits.length / 8) * 8, '1');
  return Buffer.from((padded.match(/.{8}/g) ?? []).flatMap((byte) => (byte === '11111111' ? [0xff, 0] : [Number.parseInt(byte, 2)])));
};

/** A difference from the tone before, and the end of the block (F.1.2.1). */
const blockBits = (difference: number): string => {
  const size = difference === 0 ? 0 : Math.floor(Math.log2(Math.abs(difference))) + 1;
  const value = difference < 0 ? difference + 2 ** size - 1 : difference;
  return `${size.toString(2).padStart(4, '0')}${size === 0 ? '' : value.toString(2).padStart(size, '0')}0`;
};

/** The data of a scan: each unit has a block or more of each component. */
const scanData = (units: number, blocks: readonly number[], interval: number, random: Random): Buffer => {
  const parts: Buffer[] = [];
  for (let first = 0; first < units; first += interval) {
    const tones = blocks.map(() => 0);
    let bits = '';
    for (let unit = first; unit < Math.min(units, first + interval); unit += 1) {
      blocks.forEach((count, component) => {
        for (let block = 0; block < count; block += 1) {
          const tone = random.below(100) - 50;
          bits += blockBits(tone - (tones[component] ?? 0));
          tones[component] = tone;
        }
      });
    }
    // A mark between two intervals (E.1.4).
    if (first > 0) parts.push(Buffer.from([0xff, 0xd0 + ((first / interval - 1) % 8)]));
    parts.push(packed(bits));
  }
  return Buffer.concat(parts);
};

const big = (value: number): [number, number] => [value >> 8, value & 255];

/** A picture of a few blocks. */
export const makeJpeg = (random: Random): Buffer => {
  const [width, height] = [random.few(1, 90), random.few(1, 90)];
  const components = random.pick([1, 3, 3, 3, 4]);
  // The first component may have two blocks where the others have one.
  const [across, down] =
    components === 3
      ? random.pick([
          [1, 1],
          [2, 1],
          [1, 2],
          [2, 2],
        ] as const)
      : ([1, 1] as const);
  const units = Math.ceil(width / (8 * across)) * Math.ceil(height / (8 * down));
  const interval = random.chance(0.3) ? 1 + random.below(units) : units;
  const ids = Array.from({ length: components }, (_, index) => index + 1);
  const frame = Buffer.from([8, ...big(height), ...big(width), components, ...ids.flatMap((id) => [id, id === 1 ? across * 16 + down : 0x11, 0])]);
  const scan = Buffer.from([components, ...ids.flatMap((id) => [id, 0]), 0, 63, 0]);
  const perhaps = (share: number, make: () => Buffer): Buffer => (random.chance(share) ? make() : Buffer.alloc(0));
  return Buffer.concat([
    SOI,
    perhaps(0.6, () => segment(0xe0, Buffer.from(['JFIF\0', '\x01\x01', '\x01', '\0\x48\0\x48', '\0\0'].join(''), 'latin1'))),
    perhaps(0.5, () => exifOf(makeExif(random))),
    perhaps(0.2, () => segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta/>', 'latin1'))),
    perhaps(0.2, () => segment(0xe2, Buffer.concat([Buffer.from('ICC_PROFILE\0\x01\x01', 'latin1'), Buffer.alloc(random.pick([0, 128, 3000]))]))),
    perhaps(components === 1 ? 0.1 : 0.4, () =>
      segment(0xee, Buffer.from([...Buffer.from('Adobe'), 0, 100, 0, 0, 0, 0, components === 4 ? random.pick([0, 2]) : random.below(2)])),
    ),
    perhaps(0.2, () => segment(0xfe, Buffer.from('a comment'))),
    // Bytes that fill up before a marker (B.1.1.2).
    perhaps(0.1, () => Buffer.alloc(1 + random.below(3), 0xff)),
    QUANTIZATION,
    segment(random.pick([0xc0, 0xc1]), frame),
    TONES,
    ENDS,
    ...(interval < units ? [segment(0xdd, Buffer.from(big(interval)))] : []),
    segment(0xda, scan),
    scanData(
      units,
      ids.map((id) => (id === 1 ? across * down : 1)),
      interval,
      random,
    ),
    EOI,
    perhaps(0.1, () => Buffer.from('what a camera writes behind it')),
  ]);
};
