/** Fills the placeholders of phrases that the program prints. */
/**
 * Fills the placeholders of a phrase from the strings file.
 *
 * @param phrase such as `page {{page}} of {{pages}}`
 * @param values the value for each name; placeholders without a value are kept
 */
export const say = (phrase: string, values: Record<string, string | number>): string =>
  phrase.replace(/\{\{(\w+)\}\}/g, (written, name: string) => String(values[name] ?? written));
