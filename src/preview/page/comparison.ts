/** Shows how two filled copies differ: ratings side by side, and what was answered anew, changed or let go of. Never a verdict. */
import { counted } from '../../diagnostics/counted.ts';
import type { ChangedAnswer, Comparison, RatingRow } from '../../questions/progress.ts';
import { CHANGES } from '../../questions/progress-text.ts';
import { wordsFrom } from './answer-list.ts';
import { newElement } from './page-elements.ts';

const cell = (text: string): HTMLTableCellElement => newElement('td', 'number', text);

/** A rating in each copy, with the words at the ends of its scale. */
const ratingRow = ({ question, scale, ratings }: RatingRow): HTMLTableRowElement => {
  const row = newElement('tr');
  const head = newElement('th');
  head.scope = 'row';
  head.append(wordsFrom('span', '', question), wordsFrom('span', 'ends', `${scale.from} ${scale.ends[0]} … ${scale.to} ${scale.ends[1]}`));
  row.append(head, ...ratings.map((rating) => cell(rating === null ? '–' : String(rating))));
  return row;
};

const ratingTable = ({ files, ratings }: Comparison): HTMLTableElement => {
  const table = newElement('table');
  const heads = newElement('tr');
  heads.append(
    newElement('td'),
    ...files.map((file, index) => {
      const head = newElement('th', '', String(index + 1));
      head.scope = 'col';
      head.title = file;
      head.setAttribute('aria-label', `Copy ${index + 1}`);
      return head;
    }),
  );
  table.append(newElement('caption', '', 'Ratings'), heads, ...ratings.map(ratingRow));
  return table;
};

const changeItem = ({ question, change, before, now }: ChangedAnswer): HTMLElement[] => {
  const words = newElement('dd');
  const line = (name: string, text: string): HTMLElement => {
    const element = newElement('p');
    element.append(newElement('span', 'number', `${name}: `), wordsFrom('span', 'written', text));
    return element;
  };
  words.append(...(change === 'new' ? [] : [line('before', before)]), ...(change === 'gone' ? [] : [line('now', now)]));
  const asked = newElement('dt');
  asked.append(wordsFrom('span', 'entry', question));
  return [asked, words];
};

/** The comparison as elements. */
export const comparisonElements = (comparison: Comparison): HTMLElement[] => {
  const { ratings, changes, same } = comparison;
  if (ratings.length + changes.length + same === 0) return [newElement('p', 'note', 'Nothing was answered in these copies.')];
  return [
    ...(ratings.length > 0 ? [ratingTable(comparison)] : []),
    ...(['new', 'changed', 'gone'] as const).flatMap((change) => {
      const own = changes.filter((one) => one.change === change);
      if (own.length === 0) return [];
      const list = newElement('dl');
      list.append(...own.flatMap(changeItem));
      return [newElement('h4', '', CHANGES[change]), list];
    }),
    ...(same > 0 ? [newElement('p', 'note', `As it was: ${counted(same, 'answer')}.`)] : []),
  ];
};
