/** The time of a copy: counted from its worksheets and pages, and said in words. */
import { expect, test } from 'vitest';
import type { Strings } from '../../src/content/strings.ts';
import { timeInWords, wholeTime } from '../../src/content/whole-time.ts';
import type { Section } from '../../src/content/workbook.ts';

const strings = { minutes: 'About {{minutes}} min', hours: 'About {{hours}} hours', sittings: '{{time}}, in {{sittings}} sittings' } as Strings;

const worksheets = (...minutes: number[]): Section['blocks'] => minutes.map((each) => ({ kind: 'worksheet', minutes: each, blocks: [] })) as never;
const section = (about: Partial<Section>): Section => ({ id: 'one', part: 'step', blocks: [], ...about }) as Section;

test('each worksheet is a sitting, and so is a page without one', () => {
  const sections = [section({ part: 'opening', minutes: 5 }), section({ minutes: 140, blocks: worksheets(60, 60, 20) })];
  expect(wholeTime(sections)).toEqual({ minutes: 145, sittings: 4 });
});

test('a page that tells less than its worksheets take counts as they do', () => {
  expect(wholeTime([section({ minutes: 10, blocks: worksheets(15, 10) })])).toEqual({ minutes: 25, sittings: 2 });
});

test('what only the counselor has, and what is in no contents, is not counted', () => {
  expect(wholeTime([section({ part: 'counselor', minutes: 30 }), section({ unlisted: true, minutes: 5 })])).toEqual({ minutes: 0, sittings: 0 });
});

test('the time is said in hours, a short one in minutes', () => {
  expect(timeInWords({ minutes: 1230, sittings: 70 }, strings)).toBe('about 21 hours, in 70 sittings');
  expect(timeInWords({ minutes: 45, sittings: 1 }, strings)).toBe('about 45 min');
});
