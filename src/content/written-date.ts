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
