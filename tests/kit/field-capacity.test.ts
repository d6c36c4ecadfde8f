import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EXPECTS, type Expects } from '../../src/content/expects.ts';
import { leastWidth, NEEDED } from '../../src/kit/field-capacity.ts';
import { roomOf } from '../../src/pdf/field-room.ts';

const letter = 0.43;

/** The room of a space of ruled lines. */
const roomOn = (width: number, lines: number, leading: number, fontSize: number, expects: Expects = 'sentence') =>
  roomOf(
    {
      mark: { kind: 'text', name: 'a_b', label: 'A', multiline: lines > 1, fontSize, expects },
      rules: { kind: 'lines', leading, width: 0.35, color: '#000000' },
      width,
      height: lines * leading,
    },
    leading,
    letter,
  );

test.each([
  [11, 24],
  [16, 33],
])('a space of the least width holds what is expected, with a pen and with a keyboard (%s points)', (fontSize, leading) => {
  fc.assert(
    fc.property(fc.constantFrom(...EXPECTS), fc.integer({ min: 1, max: 6 }), (expects, lines) => {
      const width = leastWidth(expects, { lines, leading, fontSize, letter: letter * fontSize });
      const { typed, written } = roomOn(width, lines, leading, fontSize, expects);
      expect([typed >= NEEDED[expects].typed, written >= NEEDED[expects].written]).toEqual([true, true]);
    }),
  );
});

test('more lines need no more width, and larger letters no less', () => {
  for (const expects of EXPECTS) {
    const least = (lines: number, fontSize: number) => leastWidth(expects, { lines, leading: 24, fontSize, letter: letter * fontSize });
    expect(least(2, 11)).toBeLessThanOrEqual(least(1, 11));
    expect(least(1, 16)).toBeGreaterThanOrEqual(least(1, 11));
  }
});

test('letters by hand take 5 mm each', () => {
  expect(roomOn(142, 1, 24, 11).written).toBe(10);
  expect(roomOn(142, 3, 24, 11).written).toBe(30);
});

test.each(['date', 'number'] as const)('a %s stands on one line: more lines give it no more room', (expects) => {
  const least = (lines: number) => leastWidth(expects, { lines, leading: 24, fontSize: 11, letter: letter * 11 });
  expect(least(2)).toBe(least(1));
  expect(roomOn(60, 3, 24, 11, expects)).toEqual(roomOn(60, 1, 24, 11, expects));
  expect(roomOn(60, 3, 24, 11).typed).toBeGreaterThan(2 * roomOn(60, 3, 24, 11, expects).typed);
});
