/** The usual name of the PDF. */
import type { Role } from '../content/workbook.ts';
import type { Format } from '../theme/overrides.ts';

export interface NamedBy extends Format {
  for: Role | 'both';
  lang: string;
  steps?: string;
  edition: 'client' | 'counselor';
  flat?: boolean;
  discreet?: boolean;
}

/** Discreet copies are told apart by a letter that says nothing: of the two, and of the counselor. */
const LETTERS: Record<Role, string> = { 'broke-trust': 'a', 'was-hurt': 'b' };
const COUNSELOR = 'c';

const slug = (words: string): string =>
  words
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '') || 'notes';

/** What tells a copy from the plain one, which is on Letter. */
const formatParts = ({ paper, largePrint, binding, inkSaver }: Format): string[] => [
  ...(paper === 'letter' ? [] : [paper]),
  ...(largePrint ? ['large-print'] : []),
  ...(binding && binding !== 'none' ? [binding] : []),
  ...(inkSaver ? ['ink-saver'] : []),
];

/**
 * Each edition has a name of its own, so that none overwrites another.
 *
 * @param workbook the name of its folder
 * @param discreetTitle what a discreet copy is called
 */
export const fileName = (workbook: string, discreetTitle: string, options: NamedBy): string => {
  const role = options.for === 'both' ? undefined : options.for;
  const parts = options.discreet
    ? [slug(discreetTitle), ...(role ? [LETTERS[role]] : []), ...(options.edition === 'counselor' ? [COUNSELOR] : [])]
    : [workbook, ...(options.lang === 'en' ? [] : [options.lang]), ...(role ? [role] : []), ...(options.edition === 'counselor' ? ['counselor'] : [])];
  if (options.steps) parts.push(`${options.discreet ? '' : 'steps-'}${options.steps.replaceAll(/[^a-z0-9-]+/g, '.')}`);
  parts.push(...formatParts(options));
  if (options.flat) parts.push('print');
  return `${parts.join('-')}.pdf`;
};
