/** Writes object streams and cross-reference streams (ISO 32000-1, 7.5.7 and 7.5.8), in which small objects and their offsets are compressed together. */
import { compressed, type KeptParts, type PartsOnDisk } from './kept-parts.ts';
import type { SmallObject } from './object-text.ts';

export type { SmallObject } from './object-text.ts';

/** So many objects stand in one stream: a reader that looks for one of them unpacks all. */
export const MOST_OBJECTS = 500;

/** Where an object is: at a byte of the file, or in an object stream, which is an object itself. */
export type Place = { offset: number } | { stream: number; index: number };

/**
 * Divides objects among streams. One that says the same words as another stands right after it, where it costs next to nothing.
 * @param beside the number of an object, by the number of the one that stands after it
 */
export const divided = (objects: readonly SmallObject[], beside: ReadonlyMap<number, number>): SmallObject[][] => {
  // By their numbers, which are the indexes of a list: thousands of objects are looked up in each book.
  const all: (SmallObject | undefined)[] = [];
  for (const object of objects) all[object.id] = object;
  const after: (SmallObject | undefined)[] = [];
  const moved = new Set<SmallObject>();
  for (const [id, other] of beside) {
    const object = all[id];
    if (!object || !all[other]) continue;
    // Of several that say the same as one, the last stands with it; the others stay in their places.
    const before = after[other];
    if (before) moved.delete(before);
    after[other] = object;
    moved.add(object);
  }
  // In the order of their numbers, cross-references compress best.
  const ordered: SmallObject[] = [];
  for (const object of all) {
    if (!object || moved.has(object)) continue;
    ordered.push(object);
    const next = after[object.id];
    if (next) ordered.push(next);
  }
  return Array.from({ length: Math.ceil(ordered.length / MOST_OBJECTS) }, (_, index) => ordered.slice(index * MOST_OBJECTS, (index + 1) * MOST_OBJECTS));
};

/** The objects of a book are much alike: looking longer for what comes again saves a twentieth of them. */
const THOROUGHLY = 9;

/**
 * The content of an object stream, compressed, and what its dictionary says of it.
 * @param objects in order, at most `MOST_OBJECTS`
 * @param kept of earlier builds
 * @param onDisk of earlier runs
 */
export const objectStream = (
  objects: readonly SmallObject[],
  kept?: KeptParts,
  onDisk?: PartsOnDisk,
): { entries: Record<string, unknown>; content: Buffer } => {
  const make = () => packTogether(objects, onDisk);
  const { first, content } = kept ? kept.ofObjects(objects, make) : make();
  return { entries: { Type: 'ObjStm', N: objects.length, First: first, Filter: 'FlateDecode' }, content };
};

/** Objects after a list of their numbers and places, compressed; and where the first of them begins. */
const packTogether = (objects: readonly SmallObject[], onDisk: PartsOnDisk | undefined): { first: number; content: Buffer } => {
  let offset = 0;
  const head = objects
    .map(({ id, body }) => {
      const pair = `${id} ${offset}`;
      offset += body.length + 1;
      return pair;
    })
    .join(' ');
  // One byte a character.
  const content = Buffer.from([head, ...objects.map(({ body }) => body)].join('\n'), 'latin1');
  return { first: head.length + 1, content: compressed(content, onDisk, THOROUGHLY) };
};

/** Bytes of the fields of a row: the kind of the place; an offset or the number of a stream; a generation or an index in a stream. */
const FIELDS = [1, 4, 2];
const ROW = FIELDS.reduce((sum, width) => sum + width, 0);
/** Of PNG (its filter type 2, "Up"): each row holds the difference to the row above, which is next to nothing here. */
const UP = { predictor: 12, filter: 2 };
/** The generation of the object with number 0, which is none. */
const NEVER = 65_535;

/**
 * The content of a cross-reference stream, and what its dictionary says of it.
 * @param places of the objects 1, 2, 3 … in order
 */
export const crossReferences = (places: readonly Place[]): { entries: Record<string, unknown>; content: Buffer } => {
  const rows = Buffer.alloc((places.length + 1) * ROW);
  rows.writeUInt16BE(NEVER, 5);
  places.forEach((place, index) => {
    const at = (index + 1) * ROW;
    const packed = 'stream' in place;
    rows[at] = packed ? 2 : 1;
    rows.writeUInt32BE(packed ? place.stream : place.offset, at + 1);
    rows.writeUInt16BE(packed ? place.index : 0, at + 5);
  });
  const content = Buffer.alloc((places.length + 1) * (ROW + 1));
  for (let row = 0; row <= places.length; row += 1) {
    content[row * (ROW + 1)] = UP.filter;
    for (let column = 0; column < ROW; column += 1) {
      const at = row * ROW + column;
      // What does not fit into a byte wraps round, as PNG has it.
      content[row * (ROW + 1) + 1 + column] = (rows[at] as number) - (row > 0 ? (rows[at - ROW] as number) : 0);
    }
  }
  return { entries: { Type: 'XRef', Size: places.length + 1, W: FIELDS, DecodeParms: { Predictor: UP.predictor, Columns: ROW } }, content };
};

/**
 * The places of the objects 1, 2, 3 … from the content of a cross-reference stream that `crossReferences` made.
 * @param content unpacked
 */
export const readCrossReferences = (content: Buffer): Place[] => {
  const rows = content.length / (ROW + 1);
  let above = Buffer.alloc(ROW);
  return Array.from({ length: rows }, (_, index) => {
    const row = Buffer.from(content.subarray(index * (ROW + 1) + 1, (index + 1) * (ROW + 1)).map((byte, column) => byte + (above[column] as number)));
    above = row;
    return row[0] === 2 ? { stream: row.readUInt32BE(1), index: row.readUInt16BE(5) } : { offset: row.readUInt32BE(1) };
  }).slice(1);
};
