/** Finds out how a page about filled copies should look, from what the copies say of themselves: nobody has to say it again. */
import { DEFAULTS, type Given } from '../options/option-values.ts';
import { PAPERS } from '../options/papers.ts';
import type { NamedCopy } from '../questions/formats.ts';

/** The paper, and the country whose form dates have. */
export type LookOfCopies = Given<'paper'> & { country?: string };

/**
 * The paper and the country of the last copy that says so.
 *
 * @returns without a paper where no copy says what it is, and without a country where none was made for one
 */
export const lookOfCopies = (copies: readonly NamedCopy[]): LookOfCopies => {
  const records = copies.flatMap(({ copy }) => copy.record ?? []);
  const [last] = records.slice(-1);
  // A record leaves out what is as usual.
  const asked = last && (last.options.paper ?? DEFAULTS.paper);
  const paper = PAPERS.find((one) => one === asked);
  const country = records.map(({ options }) => options.country).findLast((one) => typeof one === 'string' && /^[a-z]{2}$/i.test(one));
  return { ...(paper ? { paper } : {}), ...(typeof country === 'string' ? { country } : {}) };
};
