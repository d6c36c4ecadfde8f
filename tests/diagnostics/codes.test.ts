/** The codes of diagnostics, the mistakes that raise them, and docs/messages.md, held against each other. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DIAGNOSTIC_CODES, type DiagnosticCode } from '../../src/diagnostics/codes.ts';
import { MISTAKES } from './raised/mistakes.ts';
import { type Mistake, Place } from './raised/place.ts';

const CODES: readonly DiagnosticCode[] = Object.values(DIAGNOSTIC_CODES).flat();
const mistakes = Object.values(MISTAKES).flatMap((group) => Object.entries(group) as [DiagnosticCode, Mistake][]);

let place: Place;
beforeEach(async () => {
  place = await Place.make();
});
afterEach(() => place.remove());

describe('a mistake raises', () => {
  test.each(mistakes)('%s', async (code, mistake) => {
    const told = await mistake(place);
    expect(told.map((one) => one.code)).toContain(code);
  });
});

test('no code stands in two groups', () => {
  expect(CODES.filter((code, index) => CODES.indexOf(code) !== index)).toEqual([]);
});
