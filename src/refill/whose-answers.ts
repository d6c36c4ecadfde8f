/** Keeps the answers of one person out of the copy of another, and those of one workbook out of another that nobody has named. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error, warning } from '../diagnostics/make.ts';
import { differingPeople, type Whose } from '../questions/two-people.ts';
import type { CopyRecord } from '../record/copy-record.ts';
import { shellText, shellWord } from '../system/shell-quote.ts';

/** Whose answers a file holds, and of which workbook, as far as it says so. */
export interface SaidOfAnswers extends Whose {
  /** The name of the workbook’s folder. */
  workbook?: string | undefined;
  /** Whether it is a file that `mendbook answers` wrote, and no copy. */
  isFile: boolean;
}

/** What a record, or the part of one in a file of answers, says of the answers. */
export const saidOfAnswers = (
  record: { for?: string | undefined; workbook?: Pick<CopyRecord['workbook'], 'id'> | undefined; copy?: { id?: string | undefined } | undefined },
  isFile: boolean,
): SaidOfAnswers => ({ for: record.for, id: record.copy?.id, workbook: record.workbook?.id, isFile });

/** How the new copy is asked for. */
export type AskedBy = 'build' | 'batch';

const WAYS: Record<AskedBy, { role: (role: string) => string; id: (id: string) => string }> = {
  build: {
    role: (role) => `for the same person, give --for ${role}; for another one, name the filled copy of that person, or another file to write`,
    id: (id) => `for the same person, give --id ${shellText(id)}; for another one, name the filled copy of that person`,
  },
  batch: {
    role: (role) => `name the filled copy of this client in the column answers; or, where it is of this client, write ${role} into the column for`,
    id: (id) => `name the filled copy of this client in the column answers; or, where it is of this client, write ${id} into the column id`,
  },
};

/**
 * An error where answers are of another person than the copy that they would go into: of the other role, or with another sign. Where one of the
 * two says no role or no sign, nothing is compared.
 *
 * @param said of the answers
 * @param now the new copy
 * @param shown the name of the file of answers
 */
export const answersOfAnother = (said: SaidOfAnswers | undefined, now: Whose, shown: string, by: AskedBy): Diagnostic[] => {
  const differing = said && differingPeople([said, now]);
  if (!differing) return [];
  const [found = '', expected = ''] = 'roles' in differing ? differing.roles : differing.ids;
  const message =
    'roles' in differing
      ? `expected answers of ${expected}, for whom the copy is, found those of ${found}: ${shown}`
      : `expected answers of a copy with the id ${expected}, found those of one with the id ${found}: ${shown}`;
  const way = 'roles' in differing ? WAYS[by].role(found) : WAYS[by].id(found);
  const allTheSame = said.isFile
    ? `to carry them over all the same, take what stands under record out of ${shown}`
    : `to carry them over all the same, write them with mendbook answers ${shellWord(shown)} -o answers.yaml, take what stands under record out of that file, and name it`;
  return [error('two-people', message, undefined, way, allTheSame)];
};

/**
 * A warning where answers go into a copy with an id, and nothing in their file says whose they are.
 *
 * @param id of the new copy, as it was asked for
 * @param shown the name of the file of answers
 */
export const answersOfNobody = (said: SaidOfAnswers | undefined, id: string | undefined, shown: string): Diagnostic[] =>
  !id || said?.id
    ? []
    : [
        warning(
          'two-people',
          `expected answers with an id, as the new copy has ${id}, found nothing that says whose they are: ${shown}`,
          undefined,
          'look whether they are of the same client; the new copy will say so',
        ),
      ];

/** The workbook that is built. */
export interface BuiltWorkbook {
  /** The name of its folder. */
  id: string;
  /** The command that names the workbook of the answers; given where the one that is built was not named. */
  commandFor?: ((workbook: string) => string) | undefined;
}

/**
 * What is said where answers are of another workbook than the one that is built: an error where nobody has named that one, else a warning.
 *
 * @param said of the answers
 * @param shown the name of the file of answers
 */
export const answersOfOtherWorkbook = (said: SaidOfAnswers | undefined, { id, commandFor }: BuiltWorkbook, shown: string): Diagnostic[] => {
  const { workbook = id } = said ?? {};
  if (workbook === id) return [];
  const message = `expected answers of a copy of ${id}, found those of a copy of ${workbook}: ${shown}`;
  if (!commandFor) return [warning('other-workbook', message, undefined, 'only questions that both workbooks ask under one id have a place for their answers')];
  return [
    error(
      'other-workbook',
      message,
      undefined,
      `name the folder of the workbook that the copy was made from: ${commandFor(shellWord(workbook))}`,
      `for a copy of ${id} all the same, name that one: ${commandFor(id)}`,
    ),
  ];
};
