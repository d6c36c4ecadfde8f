/** Words as they are written in YAML. */
import { stringify } from 'yaml';

/**
 * Words on one line of YAML, in quotation marks where they would be read as something else.
 *
 * @param words without line breaks
 */
export const written = (words: string): string => stringify(words, { lineWidth: 0 }).trimEnd();
