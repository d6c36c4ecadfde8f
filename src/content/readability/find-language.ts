/** The readability formula of a language, where there is one. */
import type { ReadingLanguage } from './reading-language.ts';

/**
 * What is known of a language.
 *
 * @param tag a BCP 47 tag, such as `en` or `es-MX`
 * @returns nothing for a language without a formula made for it: another language's would say nothing
 */
export async function readingLanguage(tag: string): Promise<ReadingLanguage | undefined> {
  const [primary] = tag.toLowerCase().split('-');
  if (primary === 'en') return (await import('./english.ts')).english;
  if (primary === 'es') return (await import('./spanish.ts')).spanish;
  return undefined;
}
