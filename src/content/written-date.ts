/** Writes a date as readers of a language and a country do. */

/**
 * A date with the name of its month, so that nobody has to know which number is the month: 22 November 2026 in Ireland,
 * November 22, 2026 in the United States, 22 de noviembre de 2026 in Spain.
 *
 * @param date as an ISO date
 * @param language a BCP 47 tag; only its language counts
 * @param country two letters
 */
export function writtenDate(date: string, language: string, country: string): string {
  const locale = `${language.split('-')[0] ?? language}-${country.toUpperCase()}`;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));
}

/**
 * A date that may have a time of day, with the day of the week where it has one: people keep an appointment by it.
 *
 * @param written as an ISO date, or with a time behind it: `2026-12-10 14:30`
 * @param country two letters; left out, the one that most speakers of the language are taken to live in
 */
export const writtenAppointment = (written: string, language: string, country: string | undefined): string => {
  const locale = country ? `${language.split('-')[0] ?? language}-${country.toUpperCase()}` : language;
  const [date = '', time] = written.split(' ');
  const day = { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' } as const;
  return (
    new Intl.DateTimeFormat(locale, time ? { ...day, hour: 'numeric', minute: '2-digit' } : day)
      .format(new Date(`${date}T${time ?? '00:00'}:00Z`))
      // Fonts for reading lack the narrow space that some languages write before "p.m.".
      .replaceAll('\u202F', '\u00A0')
  );
};
