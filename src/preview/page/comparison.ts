/** Shows how two filled copies differ: ratings side by side, and what was answered anew, changed or let go of. Never a verdict. */
import { counted } from '../../diagnostics/counted.ts';
import { groupsOf } from '../../questions/progress-groups.ts';
import type { ChangedAnswer, Comparison, RatingRow } from '../../questions/progress.ts';
import { changeNote, GROUP_TITLES, notesOn, ratingNote, sidesOf } from '../../questions/progress-text.ts';
import { wordsFrom } from './answer-list.ts';
import { newElement } from './page-elements.ts';

/** A number, and what has to be known of it. */
const ratingCell = (rating: number | null, note: string | undefined): HTMLTableCellElement => {
  const cell = newElement('td', 'number', rating === null ? (note === undefined ? '–' : '') : String(rating));
  if (note !== undefined) cell.append(wordsFrom('span', 'ends', note));
  return cell;
};

/** A rating in each copy, with the words at the ends of its scale. */
const ratingRow = (rated: RatingRow): HTMLTableRowElement => {
  const { question, scale, ratings } = rated;
  const row = newElement('tr');
  const head = newElement('th');
  head.scope = 'row';
  head.append(wordsFrom('span', '', question), wordsFrom('span', 'ends', `${scale.from} ${scale.ends[0]} … ${scale.to} ${scale.ends[1]}`));
  row.append(head, ...ratings.map((rating, copy) => ratingCell(rating, ratingNote(rated, copy))));
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

const changeItem = (change: ChangedAnswer, sides: readonly [string, string], count: number): HTMLElement[] => {
  const { question, before, now } = change;
  const note = changeNote(change, count);
  const words = newElement('dd');
  const line = (name: string, text: string): HTMLElement => {
    const element = newElement('p');
    element.append(newElement('span', 'number', `${name}: `), wordsFrom('span', 'written', text));
    return element;
  };
  words.append(...(before === '' ? [] : [line(sides[0], before)]), ...(now === '' ? [] : [line(sides[1], now)]));
  const asked = newElement('dt');
  asked.append(wordsFrom('span', 'entry', question));
  if (note !== undefined) asked.append(wordsFrom('span', 'ends', note));
  return [asked, words];
};

/** The comparison as elements. @param together whether the copies are of two people */
export const comparisonElements = (comparison: Comparison, together: boolean): HTMLElement[] => {
  const { ratings, changes, same } = comparison;
  if (ratings.length + changes.length + same === 0) return [newElement('p', 'note', 'Nothing was answered in these copies.')];
  const sides = sidesOf(comparison, together);
  return [
    ...notesOn(comparison, together).map((note) => newElement('p', 'note', note)),
    ...(ratings.length > 0 ? [ratingTable(comparison)] : []),
    ...groupsOf(changes, together).flatMap((group) => {
      const list = newElement('dl');
      list.append(...group.changes.flatMap((change) => changeItem(change, sides, comparison.copies.length)));
      return [newElement('h4', '', GROUP_TITLES[group.kind]), list];
    }),
    ...(same > 0 ? [newElement('p', 'note', `As it was: ${counted(same, 'answer')}.`)] : []),
  ];
};
