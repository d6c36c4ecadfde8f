/** Makes a short word of a value, for the names of discreet files: equal for equal values, and saying nothing of them. */
import { createHash } from 'node:crypto';

/** Enough that two copies of one person do not share a name. */
const LETTERS = 5;

/** Such as `3f9a1`. */
export const neutralWord = (value: string): string => createHash('sha256').update(value.normalize('NFC')).digest('hex').slice(0, LETTERS);
