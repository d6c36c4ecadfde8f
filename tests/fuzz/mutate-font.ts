/** Fonts that are whole but for a few values: what a page meets is the damage that checks of the head pass over. */
import type { Random } from './random.ts';

interface Table {
  tag: string;
  /** Offset of its entry in the directory. */
  entry: number;
  start: number;
  length: number;
}

const tablesOf = (bytes: Buffer): Table[] =>
  Array.from({ length: bytes.readUInt16BE(4) }, (_, index) => {
    const entry = 12 + index * 16;
    return { tag: bytes.toString('latin1', entry, entry + 4), entry, start: bytes.readUInt32BE(entry + 8), length: bytes.readUInt32BE(entry + 12) };
  });

/** Numbers at the ends of what there is. */
const EXTREMES = [0, 1, 2, 0x7f, 0x80, 0xff, 0x100, 0x7fff, 0x8000, 0xfffe, 0xffff];
/** Tables that each letter on a page goes through are changed more often. */
const OFTEN = new Set(['glyf', 'loca', 'cmap', 'hmtx', 'GSUB', 'GPOS', 'GDEF', 'maxp', 'head', 'hhea', 'name', 'OS/2', 'post']);

type Change = (bytes: Buffer, tables: readonly Table[], random: Random) => Buffer | void;

const tableToChange = (tables: readonly Table[], random: Random): Table => {
  const often = tables.filter(({ tag }) => OFTEN.has(tag));
  return random.pick(random.chance(0.9) ? often : tables);
};

/** A place in a table; its beginning, where counts and offsets stand, more often. */
const placeIn = ({ start, length }: Table, random: Random, size: number): number =>
  start + random.below(Math.max(1, (random.chance(0.4) ? Math.min(length, 64) : length) - size));

const CHANGES: readonly Change[] = [
  (bytes, tables, random) => {
    const at = placeIn(tableToChange(tables, random), random, 1);
    bytes[at] = random.below(256);
  },
  (bytes, tables, random) => {
    bytes.writeUInt16BE(random.pick(EXTREMES), placeIn(tableToChange(tables, random), random, 2));
  },
  (bytes, tables, random) => {
    const at = placeIn(tableToChange(tables, random), random, 2);
    bytes.writeUInt16BE((bytes.readUInt16BE(at) + random.pick([1, 0xffff, 2, 0x100])) & 0xffff, at);
  },
  (bytes, tables, random) => {
    const at = placeIn(tableToChange(tables, random), random, 4);
    bytes.writeUInt32BE(random.pick([0, 1, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xffffffff, bytes.length]), at);
  },
  // The directory: a table is shorter, empty, or another one.
  (bytes, tables, random) => {
    const { entry, length } = random.pick(tables);
    bytes.writeUInt32BE(random.pick([0, 1, 2, length >> 1, Math.max(0, length - 1), Math.max(0, length - random.below(40))]), entry + 12);
  },
  (bytes, tables, random) => {
    const [one, other] = [random.pick(tables), random.pick(tables)];
    bytes.copy(bytes, one.entry + 8, other.entry + 8, other.entry + 16);
  },
  // A piece of a table over another piece.
  (bytes, tables, random) => {
    const table = tableToChange(tables, random);
    const size = Math.min(table.length, 2 + random.below(60));
    const from = placeIn(table, random, size);
    bytes.copyWithin(placeIn(table, random, size), from, from + size);
  },
  // Zeros, or ones, over a piece.
  (bytes, tables, random) => {
    const at = placeIn(tableToChange(tables, random), random, 16);
    bytes.fill(random.pick([0, 0xff]), at, Math.min(bytes.length, at + 1 + random.below(16)));
  },
  // A glyph that is made of itself, or of any other.
  (bytes, tables, random) => {
    const glyf = tables.find(({ tag }) => tag === 'glyf');
    const loca = tables.find(({ tag }) => tag === 'loca');
    const head = tables.find(({ tag }) => tag === 'head');
    if (!glyf || !loca || !head) return;
    const long = bytes.readUInt16BE(head.start + 50) === 1;
    const count = loca.length / (long ? 4 : 2) - 1;
    for (let times = 1 + random.below(4); times > 0; times -= 1) {
      const id = random.below(count);
      const at = glyf.start + (long ? bytes.readUInt32BE(loca.start + id * 4) : 2 * bytes.readUInt16BE(loca.start + id * 2));
      if (at + 16 > glyf.start + glyf.length) continue;
      bytes.writeInt16BE(-1, at);
      bytes.writeUInt16BE(random.pick([0x0001, 0x0021, 0x0003]), at + 10);
      bytes.writeUInt16BE(random.chance(0.5) ? id : random.below(count), at + 12);
    }
  },
  (bytes, _, random) => bytes.subarray(0, random.below(bytes.length)),
];

/**
 * Changes a font.
 *
 * @param source a TrueType font that is whole
 */
export const mutateFont = (source: Buffer, random: Random): Buffer => {
  let bytes: Buffer = Buffer.from(source);
  for (let count = random.few(1, 3); count > 0; count -= 1) bytes = random.pick(CHANGES)(bytes, tablesOf(source), random) ?? bytes;
  return bytes;
};
