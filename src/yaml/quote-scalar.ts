/** Writes text as a scalar of YAML. */
import { stringify } from 'yaml';

/**
 * A text as a scalar on one line, in quotation marks where YAML would read it as something else.
 *
 * @param words text without line breaks
 */
export const written = (words: string): string => stringify(words, { lineWidth: 0 }).trimEnd();
