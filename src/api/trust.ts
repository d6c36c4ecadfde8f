/** Turns the `trust` of the public API into what the program asks before code runs. */
import { EVERYTHING, NOTHING, recordedTrust, type Trust } from '../trust/trust.ts';
import type { CodeOfTemplates } from './types.ts';

/** Which code may run; none for a value that the types do not allow. */
export const trustOf = (asked: CodeOfTemplates['trust']): Trust => (asked === 'all' ? EVERYTHING : asked === 'allowed' ? recordedTrust() : NOTHING);
