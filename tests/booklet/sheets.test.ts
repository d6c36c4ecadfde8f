import { expect, test } from 'vitest';
import { scaleFor, SHEETS, sheetFor } from '../../src/booklet/sheets.ts';

const mm = (width: number, height: number) => ({ width: (width * 72) / 25.4, height: (height * 72) / 25.4 });

test.each([
  ['A5', mm(148, 210), 'a4'],
  ['Letter', { width: 612, height: 792 }, 'tabloid'],
  ['A4', mm(210, 297), 'a3'],
  ['half a Letter', { width: 396, height: 612 }, 'letter'],
] as const)('%s goes on %s', (_, page, name) => {
  expect(sheetFor(page)).toEqual({ size: SHEETS[name], name });
});

test('other pages get a sheet of just their size', () => {
  expect(sheetFor({ width: 300, height: 500 })).toEqual({ size: { width: 600, height: 500 } });
});

test.each([
  ['A5 on Letter', mm(148, 210), 'letter', 139.7 / 148],
  ['Letter on Letter', { width: 612, height: 792 }, 'letter', 396 / 612],
  ['A4 on A4', mm(210, 297), 'a4', 210 / 297],
] as const)('%s is scaled until two fill the sheet', (_, page, name, scale) => {
  expect(scaleFor(page, SHEETS[name])).toBeCloseTo(scale, 4);
});
