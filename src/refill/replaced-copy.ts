/** Keeps the copy of one client from being replaced by that of another, or by one that holds another’s answers. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import { differingPeople, type Whose } from '../questions/two-people.ts';
import { shellText } from '../system/shell-quote.ts';
import type { AskedBy } from './whose-answers.ts';

/** Whose a new copy is. */
export interface NewCopy extends Whose {
  /** Whose the answers are that go into it, as far as their file says so; left out where it stays empty. */
  answers?: Whose | undefined;
}

const WAYS: Record<AskedBy, { same: (id: string) => string; other: string }> = {
  build: { same: (id) => `where it is for the same client, give --id ${shellText(id)}`, other: 'for another one, choose another name with --out' },
  batch: {
    same: (id) => `where it is for the same client, write ${id} into the column id`,
    other: 'for another one, give the copy another name with --name-pattern or the column file, or move that file away',
  },
};

/**
 * An error where the file that a new copy replaces is the copy of another client: by its id, which the new one has not; or by its role, where
 * answers are put in. Empty copies for both roles replace each other as they are asked for: nothing of anybody is in them.
 *
 * @param there whose the file is that is replaced, as far as it says so
 * @param shown the name of that file
 */
export const replacesCopyOfAnother = (there: Whose | undefined, { answers, ...now }: NewCopy, shown: string, by: AskedBy): Diagnostic[] => {
  if (!there) return [];
  const differing = differingPeople(answers ? [now, answers, there] : [{ id: now.id }, { id: there.id }]);
  const { same, other } = WAYS[by];
  const replaced = 'if it is meant to be replaced, run the command again with --force';
  const refuse = (message: string, ...ways: string[]): Diagnostic[] => [
    error('two-people', `not overwritten: ${shown} is a copy ${message}`, undefined, ...ways, other, replaced),
  ];
  if (differing && 'roles' in differing) return refuse(`for ${differing.roles.at(-1)}, and the answers for the new one are those of ${differing.roles[0]}`);
  if (differing) return refuse(`with the id ${differing.ids.at(-1)}, and the new one has the id ${differing.ids[0]}`);
  const { id = '' } = there;
  return id !== '' && !(now.id ?? answers?.id) ? refuse(`with the id ${id}, and the new one has none`, same(id)) : [];
};
