/** Says how long a whole copy takes, for the variable {{book.time}}. */
import { say } from './phrase.ts';
import type { Strings } from './strings.ts';
import type { Section } from './workbook.ts';

/** The name of the variable that the program fills in. */
export const TIME_VARIABLE = 'book.time';

/** Shorter times are told in minutes. */
const FROM_HOURS = 90;

/**
 * How long all parts of a copy take, and how many times somebody sits down for it: once for each worksheet, and for each page without one.
 * What is for the counselor is not counted, nor what stands in no contents.
 *
 * @param sections of the copy; the minutes of a section are those that it tells, or those of its worksheets where they are more
 */
export const wholeTime = (sections: readonly Section[]): { minutes: number; sittings: number } => {
  let [all, sittings] = [0, 0];
  for (const { part, unlisted, minutes = 0, blocks } of sections) {
    if (part === 'counselor' || unlisted) continue;
    const each = blocks.flatMap((block) => (block.kind === 'worksheet' ? [block.minutes] : []));
    const own = Math.max(
      minutes,
      each.reduce((sum, one) => sum + one, 0),
    );
    all += own;
    sittings += each.length > 0 ? each.length : own > 0 ? 1 : 0;
  }
  return { minutes: all, sittings };
};

/** The time in words, for the middle of a sentence: "about 20 hours, in 70 sittings". */
export const timeInWords = ({ minutes, sittings }: { minutes: number; sittings: number }, strings: Strings): string => {
  const time = minutes < FROM_HOURS ? say(strings.minutes, { minutes }) : say(strings.hours, { hours: Math.round(minutes / 60) });
  const words = sittings > 1 ? say(strings.sittings, { time, sittings }) : time;
  return words.slice(0, 1).toLowerCase() + words.slice(1);
};
