/** The table of what drawings may have: nothing is told of what is drawn, and all that is not. */
import { expect, test } from 'vitest';
import { readDrawing } from '../../../src/pictures/svg/read-svg.ts';
import { DRAWN_FEATURES, drawingOf, TOLD_FEATURES } from '../../fixtures/svg-features.ts';

const told = (text: string) =>
  readDrawing('/logo.svg', Buffer.from(text)).diagnostics.map(({ code, severity, message }) => `${code} ${severity}: ${message.replace(/^.*?found /, '')}`);

const DRAWN = DRAWN_FEATURES.map(([feature, inside, attributes = 'viewBox="0 0 100 100"']) => [feature, drawingOf(inside, attributes)] as const);

test.each(DRAWN)('%s is drawn without a word', (_, text) => {
  expect(told(text)).toEqual([]);
});

test.each(TOLD_FEATURES)('%s is told', (inside, expected) => {
  expect(told(drawingOf(`${inside}<circle r="3"/>`))).toContain(expected);
});
