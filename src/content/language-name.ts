/** Names languages as they are called in themselves. */

/** Those of the shipped workbooks, as Unicode's data have them: to look one up there takes a twentieth of a build. */
const KNOWN: Readonly<Record<string, string>> = { en: 'English', es: 'español' };

/**
 * The name of a language in that language, as it stands within a sentence; its tag where it has none.
 *
 * @param language a BCP 47 tag
 */
export const ownName = (language: string): string =>
  (Object.hasOwn(KNOWN, language) ? KNOWN[language] : undefined) ?? new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
