/**
 * Puts values into a phrase of the strings file.
 *
 * @param phrase such as `page {{page}} of {{pages}}`
 * @param values the words for each name; a name without a value stays as it is
 */
export const say = (phrase: string, values: Record<string, string | number>): string =>
  phrase.replace(/\{\{(\w+)\}\}/g, (written, name: string) => String(values[name] ?? written));
