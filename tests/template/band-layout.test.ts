import { expect, test } from 'vitest';
import { leastWidth } from '../../src/kit/field-capacity.ts';
import { type Asked, bandHeight, bandOf, type BandMeasures } from '../../templates/calm/parts/band-layout.ts';

/** Letter paper in calm: titles of 11 points, lines of 24 points. */
const measures: BandMeasures = {
  width: 486,
  gap: 12,
  near: 6,
  leading: 24,
  titleLeading: 18,
  titleWidth: (title) => title.length * 6,
  least: (expects, lines, title) => leastWidth(expects, { lines, leading: 24, fontSize: 11, letter: 4.75, beside: title === 'before' }),
};
const narrow = { ...measures, width: 330 };

const promise: Asked[] = [
  { title: 'The promise', expects: 'sentence' },
  { title: 'By when', expects: 'date' },
  { title: 'Kept?', expects: 'few-words' },
  { title: 'Felt', expects: 'number' },
];
const places = (asked: Asked[], of = measures) => bandOf(asked, of).map((row) => row.map(({ index }) => index));

test('a sentence has a line to itself, short spaces share one', () => {
  expect(places(promise)).toEqual([[0], [1, 2, 3]]);
});

test('every space keeps its order, and is there once', () => {
  for (const of of [measures, narrow]) expect(places(promise, of).flat()).toEqual([0, 1, 2, 3]);
});

test('where a line is too short for a sentence it has several', () => {
  const [row] = bandOf(promise, narrow);
  expect(row?.[0]?.lines).toBe(2);
  expect(row?.[0]?.width).toBeGreaterThanOrEqual(measures.least('sentence', 2, row?.[0]?.title ?? 'before'));
});

test('an entry is as tall as its lines, and the titles above them', () => {
  expect(bandHeight(bandOf(promise, measures), measures)).toBe(2 * measures.leading);
  expect(bandHeight([[{ index: 0, width: 486, lines: 2, title: 'above' }]], measures)).toBe(2 * measures.leading + measures.titleLeading);
});

test('no row is wider than the page', () => {
  for (const of of [measures, narrow]) {
    for (const row of bandOf(promise, of)) {
      const taken = row.map(({ index, width, title }) => width + (title === 'before' ? of.titleWidth(promise[index]?.title ?? '') + of.near : 0));
      expect(taken.reduce((sum, width) => sum + width, 0) + of.gap * (row.length - 1)).toBeLessThanOrEqual(of.width);
    }
  }
});
