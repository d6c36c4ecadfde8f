import { describe, expect, test } from 'vitest';
import { Unreadable } from '../../src/answers/objects.ts';
import { gapBetween, inverse, type Matrix, scanContent } from '../../src/flatten/scan-content.ts';

const page = [
  '1 0 0 -1 0 792 cm',
  '/H1 <</MCID 0>> BDC q 1 0 0 1 5 5 cm BT (a (nested\\)) EMC string) Tj ET Q EMC',
  '/Artifact <</Type /Layout>> BDC q 0.6 w /DeviceRGB CS 0 0 0 SCN 10 100 m 110 100 l 10 124 m 110 124 l S Q EMC',
  '/P <</MCID 1>> BDC q EMC /Link <</MCID 2>> BDC EMC /P <</MCID 3>> BDC Q EMC',
  '% a comment with EMC and Q in it',
  '/Artifact <</Type /Background>> BDC 0 0 10 10 re f EMC',
  '/Artifact <</Type /Pagination /Subtype /Footer>> BDC EMC',
  '/Artifact <</Type /Pagination /Subtype /Footer>> BDC q BT (2) Tj ET Q EMC',
].join('\n');

test.each(['(\\', '\\(', '((', '(a', '(a\\'])('a long page in which a string is never closed is told at once: %s', (unit) => {
  expect(() => scanContent(unit.repeat(2_000_000 / unit.length))).toThrow(Unreadable);
});

test.each(['<0', '[<0>'])('a long page in which a bracket is never closed is read: %s', (unit) => {
  expect(scanContent(unit.repeat(2_000_000 / unit.length)).gaps.length).toBeGreaterThan(0);
});

describe('the content of a page', () => {
  const scanned = scanContent(page);

  test('may be added to between what is marked, not inside', () => {
    const begins = ['1 0 0 -1', '/H1', '/Artifact <</Type /L', '/P <</MCID 1', '/Artifact <</Type /B', '/Artifact <</Type /P'].map((start) =>
      page.indexOf(start),
    );
    expect(scanned.gaps.map(({ at }) => at)).toEqual([...begins, page.lastIndexOf('/Artifact'), page.length]);
  });

  test('says where each piece begins', () => {
    expect([...scanned.begins]).toEqual([
      [0, page.indexOf('/H1')],
      [1, page.indexOf('/P <</MCID 1')],
      [2, page.indexOf('/Link')],
      [3, page.indexOf('/P <</MCID 3')],
    ]);
  });

  test('gives the lines that are drawn for the eye, in points from below', () => {
    expect(scanned.lines).toEqual([{ from: page.indexOf('/Artifact'), to: page.indexOf('/P <</MCID 1') - 1, left: 10, right: 110, bottom: 668, top: 692 }]);
  });

  test('takes what is read between two pieces right before the second, under the matrix that is in force there', () => {
    const { at, matrix } = gapBetween(scanned, 0, [1, 2]);
    expect(at).toBe(page.indexOf('/P <</MCID 1'));
    expect(matrix).toEqual([1, 0, 0, -1, 0, 792]);
    expect(inverse(matrix).map((value) => value + 0)).toEqual([1, 0, 0, -1, 0, 792]);
  });

  test('takes what is read last at its end, before the page number, and never before what is read first', () => {
    const end = page.indexOf('/Artifact <</Type /P');
    expect(gapBetween(scanned, 3, []).at).toBe(end);
    // A piece that is read later and drawn earlier is passed over.
    expect(gapBetween(scanned, 1, [0]).at).toBe(end);
    expect(gapBetween(scanContent('/P <</MCID 0>> BDC EMC'), 0, []).at).toBe(22);
    expect(gapBetween(scanned, undefined, [7, 1]).at).toBe(page.indexOf('/P <</MCID 1'));
    // Inside a saved state nothing is put: the place before it is taken.
    expect(gapBetween(scanned, 1, [2]).at).toBe(page.indexOf('/P <</MCID 1'));
  });

  test.each([
    ['a state that is not restored', 'q'],
    ['a state restored that was not saved', 'Q'],
    ['a mark that is not closed', '/P <</MCID 0>> BDC'],
    ['a mark closed that was not opened', 'EMC'],
    ['a string without an end', '(abc Tj'],
    ['a clip that stays', '0 0 1 1 re W n'],
    ['a matrix without numbers', '1 0 0 x 0 0 cm'],
    ['a matrix that draws all on a point', '0 0 0 0 0 0 cm'],
    ['an image in the stream', 'BI /W 1 ID x EI'],
  ])('is refused with %s', (_, operators) => {
    expect(() => scanContent(operators)).toThrow(Unreadable);
  });
});

test('a matrix is undone by its inverse', () => {
  const matrix: Matrix = [2, 0.5, -1, 3, 40, -7];
  const [a, b, c, d, e, f] = inverse(matrix);
  const [x, y] = [2 * 11 + -1 * 13 + 40, 0.5 * 11 + 3 * 13 - 7];
  expect([a * x + c * y + e, b * x + d * y + f].map((value) => Math.round(value * 1e6) / 1e6)).toEqual([11, 13]);
  expect(() => inverse([1, 1, 1, 1, 0, 0])).toThrow(Unreadable);
});
