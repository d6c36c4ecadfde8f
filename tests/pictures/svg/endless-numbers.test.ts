/** Numbers that have no end in an SVG: no page can be drawn with them. */
import { expect, test } from 'vitest';
import { readDrawing } from '../../../src/pictures/svg/read-svg.ts';

const drawn = (inside: string): string =>
  readDrawing('/logo.svg', Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">${inside}</svg>`)).drawing?.drawing ?? '';

test.each([
  '<path d="M0 0 9 9" stroke="#1e4001" stroke-width="1e400"/>',
  '<path d="M0 0 9 9" style="stroke: #1e4001; stroke-width: 1e400"/>',
  '<path d="M0 0 1e400 9" stroke="#1e4001"/>',
])('%s is drawn with a number that ends, and its colour is kept', (inside) => {
  const drawing = drawn(inside);
  expect(drawing).toContain('#1e4001');
  expect(drawing).not.toMatch(/e400\b(?!1)|Infinity|NaN/);
});
