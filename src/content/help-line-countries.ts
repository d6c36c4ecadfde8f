/** Which countries with shipped help lines to propose to the readers of a language. */

/** The largest first. */
const COUNTRIES: Record<string, readonly string[]> = {
  en: ['us', 'gb', 'ca', 'au', 'ie', 'nz'],
  es: ['mx', 'es', 'us', 'co', 'ar', 'cl'],
};

/**
 * The codes of countries where people speak a language, and whose help lines are shipped; none for other languages.
 *
 * @param language a BCP 47 tag
 */
export const countriesFor = (language: string): readonly string[] => COUNTRIES[language.split('-')[0] ?? language] ?? [];
