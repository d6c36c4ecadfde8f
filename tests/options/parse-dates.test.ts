/** Dates are days that there are, in a form that is nowhere read the other way round. */
import { describe, expect, test } from 'vitest';
import { day, dayAndTime } from '../../src/options/parse-dates.ts';
import { WrongValue } from '../../src/options/parse-values.ts';

describe('a day', () => {
  test.each(['2026-12-03', ' 2028-02-29 '])('%s', (written) => {
    expect(day(written)).toBe(written.trim());
  });

  test.each(['3/12/2026', '2026-02-29', '2026-13-01', '2026-1-1', '', 'today', '2026-12-03 14:30'])('not %s', (written) => {
    expect(() => day(written)).toThrow(WrongValue);
  });
});

describe('an appointment', () => {
  test.each([
    ['2026-12-10', '2026-12-10'],
    ['2026-12-10 14:30', '2026-12-10 14:30'],
    ['2026-12-10T9:05:00', '2026-12-10 09:05'],
  ])('%s', (written, value) => {
    expect(dayAndTime(written)).toBe(value);
  });

  test.each(['2026-12-10 24:00', '2026-12-10 14:60', '2026-02-30 10:00', '14:30'])('not %s', (written) => {
    expect(() => dayAndTime(written)).toThrow(WrongValue);
  });
});
