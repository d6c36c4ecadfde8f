/** Tells whether copies are of two people: nobody’s answers are held against another’s by accident. */
import { asLookedUp } from '../system/as-looked-up.ts';
import type { NamedCopy } from './formats.ts';

/** Whose a copy is, as far as it says so. */
export interface Whose {
  /** For whom it is: `both` or a role. */
  for?: string | undefined;
  /** The sign that a list gave it. */
  id?: string | undefined;
}

/**
 * What says that copies are of two people: both roles, or two signs of copies that were made for somebody.
 *
 * @returns the roles, or the signs, that differ; nothing where they may be of one person
 */
export const differingPeople = (copies: readonly Whose[]): { roles: string[] } | { ids: string[] } | undefined => {
  const roles = [...new Set(copies.flatMap(({ for: role = 'both' }) => (role === 'both' || role === '' ? [] : [role])))];
  const ids = [...new Map(copies.flatMap(({ id = '' }) => (id === '' ? [] : [[asLookedUp(id), id] as const]))).values()];
  if (roles.length > 1) return { roles };
  return ids.length > 1 ? { ids } : undefined;
};

/**
 * Whether copies are of two people.
 *
 * @returns such as `those of broke-trust and was-hurt`; nothing where they may be of one person
 */
export const ofTwoPeople = (copies: readonly NamedCopy[]): string | undefined => {
  const differing = differingPeople(copies.map(({ copy: { record } }) => ({ for: record?.for, id: record?.copy?.id })));
  if (!differing) return undefined;
  return 'roles' in differing ? `those of ${differing.roles.join(' and ')}` : `those with the signs ${differing.ids.join(' and ')}`;
};
