/** Tells whether copies are of two people: nobody’s answers are held against another’s by accident. */
import { asLookedUp } from '../system/as-looked-up.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { warning } from '../diagnostics/make.ts';
import type { AnsweredQuestion } from './answered.ts';
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

/** Whether a question asks, outside of all parts, for the name of who fills in the copy: that of the shipped cover, or of a template. */
const asksForName = ({ id, place }: AnsweredQuestion): boolean => place === '' && /(?:^|[_-])name$/.test(id);

/** What was written into a copy as the name of its person; nothing where nothing was. */
const nameIn = ({ copy }: NamedCopy): string | undefined => {
  const name = copy.questions.find((question) => asksForName(question) && question.answer?.text !== undefined)?.answer?.text;
  return name === undefined ? undefined : asLookedUp(name.replaceAll(/\s+/g, ' '));
};

/**
 * A warning where copies may be of two people, and nothing in them says that they are of one: only some have an id, or none has, and the
 * names on their covers differ. The names are not told: a terminal may be seen by others.
 */
export const notKnownAsOne = (copies: readonly NamedCopy[]): Diagnostic[] => {
  const unsigned = copies.filter(({ copy }) => (copy.record?.copy?.id ?? '') === '');
  if (unsigned.length === 0) return [];
  const told = (found: string, hint: string): Diagnostic[] => [
    warning(
      'two-people',
      `expected copies of one person, but ${found}`,
      undefined,
      hint,
      'build copies with --id, or a column id: two with different ids are never compared by accident',
    ),
  ];
  if (unsigned.length < copies.length) {
    const files = unsigned.map(({ file }) => file).join(', ');
    return told(
      `nothing in ${files} says that ${unsigned.length === 1 ? 'it is' : 'they are'} of the same person`,
      'only some of the copies have an id: look whose they are before you trust the comparison',
    );
  }
  const names = new Set(copies.flatMap((copy) => nameIn(copy) ?? []));
  return names.size > 1 ? told('the names that are written on them differ', 'look at the covers before you trust the comparison') : [];
};
