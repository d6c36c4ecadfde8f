/** What the public face calls the trust in the code of templates. */
import { EVERYTHING, NOTHING, recordedTrust, type Trust } from '../trust/trust.ts';
import type { CodeOfTemplates } from './types.ts';

/** What may run: nothing, where something else is said than the types have. */
export const trustOf = (asked: CodeOfTemplates['trust']): Trust => (asked === 'all' ? EVERYTHING : asked === 'allowed' ? recordedTrust() : NOTHING);
