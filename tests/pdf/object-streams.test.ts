/** The small objects of a file are found again where its cross-reference stream says that they are. */
import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { crossReferences, divided, MOST_OBJECTS, objectStream, type Place } from '../../src/pdf/object-streams.ts';

const place: fc.Arbitrary<Place> = fc.oneof(fc.record({ offset: fc.nat(2 ** 32 - 1) }), fc.record({ stream: fc.nat(2 ** 31 - 1), index: fc.nat(65_535) }));

/** Rows as a reader gets them: each is what it holds and what the row above has, modulo 256 (PNG, filter type 2). */
const rowsOf = (content: Buffer, width: number): Buffer[] => {
  const rows: Buffer[] = [];
  for (let at = 0; at < content.length; at += width + 1) {
    expect(content[at]).toBe(2);
    const above = rows.at(-1) ?? Buffer.alloc(width);
    rows.push(Buffer.from(content.subarray(at + 1, at + 1 + width).map((byte, column) => byte + (above[column] as number))));
  }
  return rows;
};

test('every place is read back from the cross-reference stream', () => {
  fc.assert(
    fc.property(fc.array(place), (places) => {
      const { entries, content } = crossReferences(places);
      const [free, ...rows] = rowsOf(content, 7);
      expect([free?.[0], free?.readUInt16BE(5)]).toEqual([0, 65_535]);
      expect(entries).toMatchObject({ Size: places.length + 1, W: [1, 4, 2] });
      const read = rows.map((row): Place => (row[0] === 2 ? { stream: row.readUInt32BE(1), index: row.readUInt16BE(5) } : { offset: row.readUInt32BE(1) }));
      expect(read).toEqual(places);
    }),
  );
});

test('every object of an object stream begins where its head says', () => {
  const objects = [
    { id: 7, body: '<<\n/Type /Annot\n>>' },
    { id: 912, body: '[1 2 3]' },
    { id: 3, body: '(Ana \xe9)' },
  ];
  const { entries, content } = objectStream(objects);
  const text = inflateSync(content).toString('latin1');
  const numbers = text.slice(0, Number(entries['First'])).trim().split(' ').map(Number);
  expect(entries['N']).toBe(3);
  expect(objects.map((_, index) => numbers[2 * index])).toEqual([7, 912, 3]);
  for (const [index, { body }] of objects.entries())
    expect(text.slice(Number(entries['First']) + (numbers[2 * index + 1] as number))).toSatisfy((rest: string) => rest.startsWith(body));
  expect(text.slice(Number(entries['First']))).toBe(objects.map(({ body }) => body).join('\n'));
});

test('an object stands right after the one that says the same words, and none is lost', () => {
  const many = Array.from({ length: MOST_OBJECTS + 3 }, (_, index) => ({ id: index + 1, body: String(index) }));
  const streams = divided(
    many,
    new Map([
      [9, 4],
      [MOST_OBJECTS + 2, 1],
      [5, 9999],
    ]),
  );
  const ids = streams.flat().map(({ id }) => id);
  expect(streams.map(({ length }) => length)).toEqual([MOST_OBJECTS, 3]);
  expect(ids.slice(0, 7)).toEqual([1, MOST_OBJECTS + 2, 2, 3, 4, 9, 5]);
  expect(ids.toSorted((one, other) => one - other)).toEqual(many.map(({ id }) => id));
});
