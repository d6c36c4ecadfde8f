/** Parses dates on the command line and in lists. */
import { type Parse, WrongValue } from './parse-values.ts';

/** ISO 8601, with or without a time of day. */
const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;
const DATE_AND_TIME = /^(\d{4}-\d\d-\d\d)(?:[T ]+(\d\d?):(\d\d)(?::00)?)?$/;

const isDay = (written: string): boolean => {
  const [, year, month, day] = DATE.exec(written) ?? [];
  const date = new Date(`${written}T00:00:00Z`);
  // JavaScript takes 31 February as a day in March.
  return year !== undefined && date.getUTCMonth() + 1 === Number(month) && date.getUTCDate() === Number(day);
};

/** The day and month of a date such as 3/12/2026 may be either way round. */
const expected = (written: string, example: string): WrongValue =>
  new WrongValue(`Expected a date such as ${example}, found ${written === '' ? 'nothing' : `"${written}"`}.`);

/** A day, as 2026-12-03. */
export const day: Parse<string> = (written) => {
  const text = written.trim();
  if (!isDay(text)) throw expected(text, '2026-12-03');
  return text;
};

/** A day with or without a time, as 2026-12-10 or 2026-12-10 14:30. */
export const dayAndTime: Parse<string> = (written) => {
  const text = written.trim();
  const [, date = '', hour, minute] = DATE_AND_TIME.exec(text) ?? [];
  if (!isDay(date) || Number(hour ?? 0) > 23 || Number(minute ?? 0) > 59) throw expected(text, '2026-12-10 or 2026-12-10 14:30');
  return hour === undefined ? date : `${date} ${hour.padStart(2, '0')}:${minute ?? ''}`;
};
