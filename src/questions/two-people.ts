/** Tells whether copies are of two people: nobody’s answers are held against another’s by accident. */
import type { NamedCopy } from './formats.ts';

/**
 * What says that copies are of two people: both roles, or two signs of copies that were made for somebody.
 *
 * @returns such as `those of broke-trust and was-hurt`; nothing where they may be of one person
 */
export const ofTwoPeople = (copies: readonly NamedCopy[]): string | undefined => {
  const roles = new Set(copies.flatMap(({ copy }) => (copy.record && copy.record.for !== 'both' ? [copy.record.for] : [])));
  const ids = new Set(copies.flatMap(({ copy }) => copy.record?.copy?.id ?? []));
  if (roles.size > 1) return `those of ${[...roles].join(' and ')}`;
  return ids.size > 1 ? `those with the signs ${[...ids].join(' and ')}` : undefined;
};
