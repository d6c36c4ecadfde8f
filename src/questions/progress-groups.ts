/** Groups the answers that differ by how they do: in time, or between two people, who are no earlier and later. */
import type { ChangedAnswer, ComparedCopy } from './progress.ts';

/** In time: `new`, `changed`, `gone`; between two people: `different`, `inOne`. */
export type GroupKind = 'new' | 'changed' | 'gone' | 'different' | 'inOne';

export interface Group {
  kind: GroupKind;
  /** At least one. */
  changes: ChangedAnswer[];
}

/** @param together whether the copies are of two people */
export const groupsOf = (changes: readonly ChangedAnswer[], together: boolean): Group[] => {
  const of = (kind: GroupKind, ...own: ChangedAnswer['change'][]): Group => ({ kind, changes: changes.filter(({ change }) => own.includes(change)) });
  const groups = together ? [of('different', 'changed'), of('inOne', 'new', 'gone')] : [of('new', 'new'), of('changed', 'changed'), of('gone', 'gone')];
  return groups.filter(({ changes: own }) => own.length > 0);
};

/** Whether the days on which copies were saved follow each other; copies without one are passed over. */
export const isInOrder = (copies: readonly Pick<ComparedCopy, 'saved'>[]): boolean => {
  const days = copies.flatMap(({ saved }) => saved ?? []);
  return days.every((day, index) => index === 0 || (days[index - 1] ?? '') <= day);
};
