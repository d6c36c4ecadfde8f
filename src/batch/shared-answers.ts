/** Finds answers of one client in the copies of several: a cell that was filled down by mistake gives one client’s answers to all. */
import path from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error, warning } from '../diagnostics/make.ts';
import type { AskedCopy } from '../list/asked-copies.ts';
import { namedRows } from '../list/named-rows.ts';
import type { Cell } from '../list/rows.ts';
import { asLookedUp } from '../system/as-looked-up.ts';

/** The file of the answers of a copy, an absolute path: it is given from the folder of the list. */
export const fileOfAnswers = ({ answers }: Pick<AskedCopy, 'answers'>): string | undefined =>
  answers && path.resolve(path.dirname(answers.at.file), answers.text);

/** A copy whose file of answers was read. */
export interface AnsweredCopy {
  asked: AskedCopy & { answers: Cell };
  /** The sign that this file says. */
  said?: string | undefined;
  /** Whether the copy is made in this run. */
  isDue: boolean;
}

/** Whether values that rows give differ; a row that gives none may be of any client. */
export const differ = (values: readonly (string | undefined)[]): boolean =>
  new Set(values.flatMap((value) => (value === undefined ? [] : [asLookedUp(value)]))).size > 1;

const haveOtherRoles = (copies: readonly AskedCopy[]): boolean => differ(copies.map(({ options: { for: role } }) => (role === 'both' ? undefined : role)));
const haveOtherNames = (copies: readonly AskedCopy[]): boolean => differ(copies.map(({ options: { name } }) => name));
const haveOtherIds = (copies: readonly AskedCopy[]): boolean => differ(copies.map(({ id }) => id));

/**
 * What is wrong with answers that may be of another row.
 *
 * @param answered the copies of this run that have answers
 * @param all those that the whole list asks for, in this run or not
 */
export const sharedAnswers = (answered: readonly AnsweredCopy[], all: readonly AskedCopy[]): Diagnostic[] => {
  const ofRows = ofOtherRows(answered, all);
  const ofOneId = inSeveralRows(answered.filter((copy) => !ofRows.has(copy)));
  const told = new Set([...ofRows.keys(), ...ofOneId.keys()].map(({ asked }) => fileOfAnswers(asked)));
  return [
    ...ofRows.values(),
    ...new Set(ofOneId.values()),
    ...sharedFiles(
      answered.filter(({ asked }) => !told.has(fileOfAnswers(asked))),
      all,
    ),
    ...ofNobody(answered),
  ];
};

/** Copies by a word of theirs. */
const groupedBy = <Copy>(copies: readonly Copy[], word: (copy: Copy) => string | undefined): Map<string, Copy[]> => {
  const groups = new Map<string, Copy[]>();
  for (const copy of copies) {
    const key = word(copy);
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), copy]);
  }
  return groups;
};

const lookedUp = (word: string | undefined): string | undefined => word && asLookedUp(word);

const writeId = (id: string, where: string): string => `where they are of ${where}, write ${id} into the column id`;
const nameOwn = (client: string): string => `name the filled copy of ${client} in the column answers`;

/** Rows without an id whose answers have that of another row, which is not of the same name. */
const ofOtherRows = (answered: readonly AnsweredCopy[], all: readonly AskedCopy[]): Map<AnsweredCopy, Diagnostic> => {
  const byId = groupedBy(all, ({ id }) => lookedUp(id));
  const found = new Map<AnsweredCopy, Diagnostic>();
  for (const copy of answered) {
    const { asked, said } = copy;
    if (said === undefined || asked.id !== undefined) continue;
    const owners = (byId.get(asLookedUp(said)) ?? []).filter((owner) => owner.row !== asked.row);
    const isSame = ({ options }: AskedCopy): boolean =>
      options.name !== undefined && asked.options.name !== undefined && asLookedUp(options.name) === asLookedUp(asked.options.name);
    if (owners.length === 0 || owners.some((owner) => isSame(owner) && !haveOtherRoles([owner, asked]))) continue;
    const message = `expected answers of the client of row ${asked.row.number}, found those of a copy with the id ${said}, as ${namedRows(owners.map(({ row }) => row))} has: ${asked.answers.text}`;
    found.set(copy, error('two-people', message, asked.answers.at, nameOwn('this client'), writeId(said, 'this client')));
  }
  return found;
};

/** Rows without an id whose answers have one and the same, though they are of different names or roles: one error for each id. */
const inSeveralRows = (answered: readonly AnsweredCopy[]): Map<AnsweredCopy, Diagnostic> => {
  const found = new Map<AnsweredCopy, Diagnostic>();
  const withoutId = answered.filter(({ asked }) => asked.id === undefined);
  for (const sharing of groupedBy(withoutId, ({ said }) => lookedUp(said)).values()) {
    const copies = sharing.map(({ asked }) => asked);
    const last = sharing.at(-1);
    if (!last?.said || !(haveOtherNames(copies) || haveOtherRoles(copies))) continue;
    const message = `expected answers of one client in each row, found those of a copy with the id ${last.said} in ${namedRows(copies.map(({ row }) => row))}, column answers`;
    const one = error('two-people', message, last.asked.answers.at, nameOwn('each client'), writeId(last.said, 'one client'));
    for (const copy of sharing) found.set(copy, one);
  }
  return found;
};

/** Warns of files that rows with different names, ids or roles share, in this run or not. */
const sharedFiles = (answered: readonly AnsweredCopy[], all: readonly AskedCopy[]): Diagnostic[] => {
  const byFile = groupedBy(all, fileOfAnswers);
  return [...groupedBy(answered, ({ asked }) => fileOfAnswers(asked))].flatMap(([file, copies]) => {
    const sharing = byFile.get(file) ?? [];
    const last = copies.at(-1);
    const isOfOneId = sharing.every(({ id }) => id !== undefined) && !haveOtherIds(sharing);
    if (!last || isOfOneId || !(haveOtherRoles(sharing) || haveOtherIds(sharing) || haveOtherNames(sharing))) return [];
    const { text, at } = last.asked.answers;
    return [
      warning(
        'two-people',
        `expected answers of one person, found ${text} in ${namedRows(sharing.map(({ row }) => row))}, column answers: each copy gets what stands in it`,
        at,
        'name the filled copy of each client in its own row; leave it so if that file was filled in beforehand for all of them',
      ),
    ];
  });
};

/** Warns of answers without a sign that go into copies with one. */
const ofNobody = (answered: readonly AnsweredCopy[]): Diagnostic[] => {
  const unsigned = answered.flatMap(({ asked, said, isDue }) => (isDue && said === undefined && asked.id !== undefined ? [asked] : []));
  const [first] = unsigned;
  if (!first) return [];
  const named = unsigned.length === 1 ? first.answers.text : `the files of ${namedRows(unsigned.map(({ row }) => row))}`;
  const message = `expected answers with an id, as the row of their copy has one, found nothing that says whose they are in ${named}`;
  return [warning('two-people', message, first.answers.at, 'look whether they are of the client of that row; the new copies will say so')];
};
