import fc from 'fast-check';
import { expect, test } from 'vitest';
import { capacity, typedLines } from '../../src/pdf/capacity.ts';
import { openFieldFont } from '../../src/pdf/field-font.ts';
import { FIELD_FONT } from '../fixtures/plain/theme.ts';

const { font } = openFieldFont(FIELD_FONT);
const box = { width: 486, height: 96, fontSize: 11, multiline: true };

test('a field of four ruled lines takes a paragraph', () => {
  const most = capacity(font, box);
  expect(typedLines(box)).toBe(6);
  // About as much as stands on as many lines of a book.
  expect(most).toBeGreaterThan(400);
  expect(most).toBeLessThan(600);
});

test('a single line counts as one however high it is', () => {
  expect(typedLines({ ...box, height: 48, multiline: false })).toBe(1);
});

test('large type takes less', () => {
  expect(capacity(font, { ...box, fontSize: 16 })).toBeLessThan(capacity(font, box));
});

test('a wider or higher field never takes less, and every field takes something', () => {
  fc.assert(
    fc.property(
      fc.float({ min: 5, max: 600, noNaN: true }),
      fc.float({ min: 5, max: 700, noNaN: true }),
      fc.constantFrom(11, 16),
      fc.boolean(),
      fc.float({ min: 0, max: 100, noNaN: true }),
      (width, height, fontSize, multiline, more) => {
        const most = capacity(font, { width, height, fontSize, multiline });
        expect(most).toBeGreaterThanOrEqual(1);
        expect(capacity(font, { width: width + more, height, fontSize, multiline })).toBeGreaterThanOrEqual(most);
        expect(capacity(font, { width, height: height + more, fontSize, multiline })).toBeGreaterThanOrEqual(most);
      },
    ),
  );
});
