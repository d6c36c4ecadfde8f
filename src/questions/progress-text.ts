/** Writes a comparison for people, in the language of the program. */
import { answerLines } from '../diagnostics/width.ts';
import { type GroupKind, groupsOf, isInOrder } from './progress-groups.ts';
import type { ChangedAnswer, Comparison, RatingRow } from './progress.ts';

/** What each group of answers is called. */
export const GROUP_TITLES: Record<GroupKind, string> = {
  new: 'Answered since',
  changed: 'Changed',
  gone: 'No longer answered',
  different: 'Answered differently',
  inOne: 'Answered in one copy only',
};

/** What is said where both partners are beside each other. */
const BOTH_AGREED = 'Two people are compared here. Both must have agreed to it.';

/** What has to be known of the copies before they are compared, a sentence each. */
export const notesOn = ({ copies, differ }: Comparison, together: boolean): string[] => [
  ...(together ? [BOTH_AGREED] : []),
  ...(differ.versions ? ['The copies are of different versions of the workbook. Each question stands in the words of the last copy that asks it.'] : []),
  ...(differ.languages ? ['The copies are in different languages. An answer in other words may mean the same.'] : []),
  ...(!together && !isInOrder(copies) ? ['The copies are not in the order of the days on which they were saved.'] : []),
];

/** What stands before the answer of the first and of the last copy. */
export const sidesOf = ({ copies }: Comparison, together: boolean): [string, string] => (together ? ['1', String(copies.length)] : ['before', 'now']);

/** What stands in place of a rating, or beside it, where it cannot be set beside the others as it is; nothing where it can. @param copy its place, from 0 */
export const ratingNote = ({ notAsked, otherScales, unclear }: RatingRow, copy: number): string | undefined => {
  const several = unclear?.find((one) => one.copy === copy);
  if (several) return `${several.answer} (more than one is marked)`;
  const scale = otherScales?.find((one) => one.copy === copy)?.scale;
  if (scale) return `on a scale from ${scale.from} to ${scale.to}`;
  return notAsked?.includes(copy) ? 'not asked' : undefined;
};

/** The words of a comparison. @param together whether the copies are of both partners */
export const comparisonText = (comparison: Comparison, together: boolean): string => {
  const { copies, ratings, changes, same } = comparison;
  const sides = sidesOf(comparison, together);
  const parts = [
    ...notesOn(comparison, together),
    copies.map(({ file, saved }, index) => `${index + 1}  ${file}${saved === undefined ? '' : `, saved on ${saved}`}`).join('\n'),
    ...(ratings.length > 0 ? [headed('Ratings', ratings.map((row) => ratingLine(row, together)).join('\n'))] : []),
    ...groupsOf(changes, together).map((group) =>
      headed(GROUP_TITLES[group.kind], group.changes.map((change) => changeLines(change, sides, copies.length)).join('\n\n')),
    ),
    ...(same > 0 ? [`As it was: ${same === 1 ? '1 answer' : `${same} answers`}.`] : []),
    ...(ratings.length + changes.length + same === 0 ? ['Nothing was answered in these copies.'] : []),
  ];
  return `${answerLines(parts.join('\n\n'))}\n`;
};

const headed = (title: string, text: string): string => `${title}\n${'-'.repeat(title.length)}\n${text}`;

/** A rating in time, or of two people beside each other, with the numbers and what its ends mean: nobody is scored. */
const ratingLine = (row: RatingRow, together: boolean): string => {
  const { question, scale, ratings } = row;
  const each = ratings.map((rating, copy) => {
    const note = ratingNote(row, copy);
    return rating === null ? (note ?? '–') : `${rating}${note === undefined ? '' : ` ${note}`}`;
  });
  return `${question}\n    ${each.join(together ? ' | ' : ' → ')}   (${scale.from} ${scale.ends[0]} … ${scale.to} ${scale.ends[1]})`;
};

/** What has to be known of a question whose answers differ; nothing where both copies ask it in the same words. @param count how many copies there are */
export const changeNote = ({ askedAs, notAsked }: ChangedAnswer, count: number): string | undefined => {
  if (askedAs !== undefined) return `asked in the first copy as: ${askedAs}`;
  const missing = [0, count - 1].find((copy) => notAsked?.includes(copy));
  return missing === undefined ? undefined : `not asked in copy ${missing + 1}`;
};

const changeLines = (change: ChangedAnswer, sides: readonly [string, string], count: number): string => {
  const { question, before, now } = change;
  const note = changeNote(change, count);
  const width = Math.max(...sides.map(({ length }) => length)) + 2;
  const lines = [before, now].flatMap((text, index) => (text === '' ? [] : [`${`${sides[index] ?? ''}:`.padEnd(width)}${text}`]));
  return [
    question,
    ...[...(note === undefined ? [] : [`(${note})`]), ...lines].map((line) => `    ${line.replaceAll('\n', `\n${' '.repeat(width + 4)}`)}`),
  ].join('\n');
};
