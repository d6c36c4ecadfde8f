/** Writes a comparison for people, in the language of the program. */
import { answerLines } from '../diagnostics/width.ts';
import type { ChangedAnswer, Comparison, RatingRow } from './progress.ts';

/** What each kind of change is called. */
export const CHANGES: Record<ChangedAnswer['change'], string> = { new: 'Answered since', changed: 'Changed', gone: 'No longer answered' };

/** What is said where both partners are beside each other. */
export const BOTH_AGREED = 'Two people are compared here. Both must have agreed to it.';

/** The words of a comparison. @param together whether the copies are of both partners */
export const comparisonText = (comparison: Comparison, together: boolean): string => {
  const { files, ratings, changes, same } = comparison;
  const parts = [
    ...(together ? [BOTH_AGREED] : []),
    files.map((file, index) => `${index + 1}  ${file}`).join('\n'),
    ...(ratings.length > 0 ? [`Ratings\n-------\n${ratings.map(ratingLine).join('\n')}`] : []),
    ...(['new', 'changed', 'gone'] as const).flatMap((change) => {
      const own = changes.filter((one) => one.change === change);
      return own.length === 0 ? [] : [`${CHANGES[change]}\n${'-'.repeat(CHANGES[change].length)}\n${own.map(changeLines).join('\n\n')}`];
    }),
    ...(same > 0 ? [`As it was: ${same === 1 ? '1 answer' : `${same} answers`}.`] : []),
    ...(ratings.length + changes.length + same === 0 ? ['Nothing was answered in these copies.'] : []),
  ];
  return `${answerLines(parts.join('\n\n'))}\n`;
};

/** A rating in time, with the numbers and what its ends mean: nobody is scored. */
const ratingLine = ({ question, scale, ratings }: RatingRow): string =>
  `${question}\n    ${ratings.map((rating) => (rating === null ? '–' : String(rating))).join(' → ')}   (${scale.from} ${scale.ends[0]} … ${scale.to} ${scale.ends[1]})`;

const changeLines = ({ question, change, before, now }: ChangedAnswer): string => {
  const lines = [...(change === 'new' ? [] : [`before: ${before}`]), ...(change === 'gone' ? [] : [`now:    ${now}`])];
  return [question, ...lines.map((line) => `    ${line.replaceAll('\n', '\n            ')}`)].join('\n');
};
