/** Notes that a copy is on another paper than the one of its country, where nobody has asked for a paper. */
import { type AskedOptions, DEFAULTS } from '../options/option-values.ts';
import { paperOfCountry } from '../options/papers.ts';
import type { BuilderOptions } from './builder.ts';

/**
 * The note; nothing where the paper was chosen, or is the usual one of the country.
 *
 * @param asked the options as they were given
 * @param resolved the same, with what practice.yaml and the packet give
 * @param wayTo what to do to get a paper
 */
export const noteOfPaper = (
  asked: AskedOptions,
  { country, from }: Pick<BuilderOptions, 'country' | 'from'>,
  wayTo = (paper: string): string => `--paper ${paper}`,
): string | undefined => {
  if (!country || asked.paper !== undefined || from?.paper) return undefined;
  const usual = paperOfCountry(country);
  if (usual === DEFAULTS.paper) return undefined;
  return `on ${DEFAULTS.paper[0]?.toUpperCase()}${DEFAULTS.paper.slice(1)} paper; in the country "${country}" people print on ${usual.toUpperCase()}: ${wayTo(usual)}`;
};
