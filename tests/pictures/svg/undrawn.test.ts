import { expect, test } from 'vitest';
import { readDrawing } from '../../../src/pictures/svg/read-svg.ts';

const drawn = (inside: string): string => {
  const { drawing, diagnostics } = readDrawing(
    '/logo.svg',
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inside}<circle r="4"/></svg>`),
  );
  expect(diagnostics).toEqual([]);
  return drawing?.drawing ?? '';
};
const LINE = '<path d="M1 1 8 8" marker-end="url(#m)"/>';

test.each(['markerWidth="0"', 'markerHeight="0"', 'markerWidth="-2"', 'viewBox="0 0 0 5"'])('a marker with %s marks nothing, and its line stays', (size) => {
  const drawing = drawn(`<marker id="m" ${size}><rect width="3" height="3"/></marker>${LINE}`);
  expect(drawing).not.toContain('<rect');
  expect(drawing).toContain('<path d="M1 1 8 8"');
});

test('a marker with a size is drawn', () => {
  expect(drawn(`<marker id="m" markerWidth="2" viewBox="0 0 5 5"><rect width="3" height="3"/></marker>${LINE}`)).toContain('<rect');
});

test.each(['width="0" height="4"', 'width="4" height="0"', 'width="4" height="4" viewBox="0 0 4 0"'])('a window with %s shows nothing', (size) => {
  expect(drawn(`<svg ${size}><rect width="3" height="3"/></svg>`)).not.toContain('<rect');
});

test.each(['<path d="M5 5"/>', '<path d=""/>', '<polyline points="5"/>', '<polyline points=""/>'])('%s has no line that marks could stand on', (shape) => {
  const drawing = drawn(`<marker id="m"><rect width="3" height="3"/></marker><g marker-start="url(#m)">${shape}</g>`);
  expect(drawing).toMatch(/<(?:path|polyline)[^>]* marker-start="none"/);
});
