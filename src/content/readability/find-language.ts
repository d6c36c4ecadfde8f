/** Finds the readability formula of a language. */
import type { ReadingLanguage } from './reading-language.ts';

/**
 * The formula of a language.
 *
 * @param tag a BCP 47 tag, such as `en` or `es-MX`
 * @returns undefined for a language without a formula of its own: that of another language would be meaningless
 */
export async function readingLanguage(tag: string): Promise<ReadingLanguage | undefined> {
  const [primary] = tag.toLowerCase().split('-');
  if (primary === 'en') return (await import('./english.ts')).english;
  if (primary === 'es') return (await import('./spanish.ts')).spanish;
  return undefined;
}
