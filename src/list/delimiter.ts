/** Finds the sign between the cells of a CSV file: programs write what the language of the computer asks for. */

const DELIMITERS = [',', ';', '\t'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** What a delimiter is called in a message. */
export const DELIMITER_NAMES: Record<Delimiter, string> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs' };

/** The line with which Excel can be told the delimiter. */
const DECLARED = /^sep=([,;\t])\r?(?:\n|$)/i;

/**
 * Finds the delimiter of a text: what a line `sep=;` at its top says, else what stands most often in the first record, outside of quotes.
 *
 * @returns the delimiter, and where the records begin
 */
export const findDelimiter = (text: string): { delimiter: Delimiter; start: number } => {
  const declared = DECLARED.exec(text);
  if (declared) return { delimiter: declared[1] as Delimiter, start: declared[0].length };
  const start = /^(?:[ \t]*\r?\n)*/.exec(text)?.[0].length ?? 0;
  const counts = new Map<string, number>(DELIMITERS.map((one) => [one, 0]));
  let quoted = false;
  for (let at = start; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (sign === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (sign === '\n') break;
    else if (counts.has(sign)) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  // The first of equals wins: a list of one column has none of them.
  const [delimiter] = DELIMITERS.toSorted((one, other) => (counts.get(other) ?? 0) - (counts.get(one) ?? 0));
  return { delimiter: delimiter ?? ',', start: 0 };
};
