/** The words that a counselor adds to one copy: a note, the day of the session, the next appointment. */
import { parseInline } from './markdown.ts';
import { say } from './phrase.ts';
import type { Prose } from './span.ts';
import type { Strings } from './strings.ts';
import { writtenAppointment, writtenDate } from './written-date.ts';

export interface PersonalWords {
  /** Inline markdown; empty lines part paragraphs. */
  note?: string | undefined;
  /** The day of the session, as an ISO date. */
  session?: string | undefined;
  /** The next appointment: an ISO date, with or without a time of day. */
  nextAppointment?: string | undefined;
}

/** What is wrong with the markdown of a note, in words; nothing where it is right. */
export const faultOfNote = (note: string): string | undefined => {
  const read = parsed(note);
  const [problem] = read.flatMap(({ problems }) => problems);
  if (problem) return problem.message;
  // Whether the page that it leads to is in this copy is not known here.
  const inside = read.flatMap(({ spans }) => spans).find(({ href }) => href !== undefined && !/^(?:https?|mailto|tel):/i.test(href));
  return inside && `expected links to addresses that begin with https: or mailto:, found ${inside.href ?? ''}`;
};

const parsed = (note: string): ReturnType<typeof parseInline>[] =>
  note
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => parseInline(paragraph));

/** The day of a session, in words. A line never ends within its date. @param country two letters */
export const sessionWords = (session: string, { session: phrase }: Strings, language: string, country: string | undefined): string =>
  say(phrase, {
    date: (country
      ? writtenDate(session, language, country)
      : new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(session))
    ).replaceAll(' ', '\u00A0'),
  });

/**
 * The paragraphs of those words; none where there is nothing to say.
 *
 * @param country two letters, for the form of dates
 */
export const personalParagraphs = (
  { note, session, nextAppointment }: PersonalWords,
  strings: Strings,
  language: string,
  country: string | undefined,
): Prose[] => [
  ...(session ? [[{ text: sessionWords(session, strings, language, country) }]] : []),
  ...(note ? parsed(note).map(({ spans }) => spans) : []),
  ...(nextAppointment
    ? [[{ text: say(strings.nextAppointment, { date: writtenAppointment(nextAppointment, language, country) }), strong: true as const }]]
    : []),
];
