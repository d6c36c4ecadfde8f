/** Names rows of a list in a message. */
import type { Row } from './rows.ts';

/** The most rows that a message names. */
const MOST_NAMED = 20;

/** Rows by their numbers, each once: `row 2`, `rows 2, 5`, `rows 2, 3 … and 80 more`. */
export const namedRows = (rows: readonly Pick<Row, 'number'>[]): string => {
  const numbers = [...new Set(rows.map(({ number }) => number))];
  const more = numbers.length > MOST_NAMED ? ` and ${numbers.length - MOST_NAMED} more` : '';
  return `${numbers.length === 1 ? 'row' : 'rows'} ${numbers.slice(0, MOST_NAMED).join(', ')}${more}`;
};
