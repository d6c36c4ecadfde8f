/** Shortens an answer for a page to print: the rows that the other copy has too, and what is long, give way to an ellipsis. */

/** So much is shown of an answer, at most. */
const ROOM = { lines: 5, letters: 220 };
/** Where less room is left, no line is begun. */
const LEAST = 20;
/** So many letters that both copies begin with are printed before what differs. */
const SHARED = 60;
/** A line is a name up to so many letters. */
const NAME = 24;
/** What stands for what is left out. */
const MORE = '…';

/** A line that only names what follows, such as one card of several: it has no answer of its own. */
const isName = (line: string | undefined): boolean => line !== undefined && !line.includes(': ') && line.length <= NAME;

const sharedLength = (one: string, other: string): number => {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
};

/** The last place at which a sentence begins, up to a letter. */
const sentenceBefore = (text: string, letter: number): number =>
  [...text.slice(0, letter).matchAll(/[.!?]\s+/g)].map(({ index, 0: { length } }) => index + length).at(-1) ?? 0;

/** Where a word begins, at most so many letters before a letter; within a word that is longer. */
const wordBefore = (text: string, letter: number): number => {
  const from = Math.max(0, letter - SHARED);
  const space = text.slice(from, letter).search(/\s\S/);
  if (space >= 0) return from + space + 1;
  // Not between the two halves of a letter outside the Basic Multilingual Plane.
  return /[\uDC00-\uDFFF]/.test(text.charAt(from)) ? from - 1 : from;
};

/** What of a text must be printed, so that it shows where the other one begins to differ: from a letter, and at least so many of them. It begins at the same letter in both. */
const difference = (text: string, other: string): { start: number; least: number } => {
  const shared = sharedLength(text, other);
  const end = shared + text.slice(shared).search(/\S|$/) + 1;
  const letter = Math.min(shared, text.trimEnd().length - 1, other.trimEnd().length - 1);
  if (letter <= SHARED) return { start: 0, least: end };
  const sentence = sentenceBefore(text, letter);
  const start = letter - sentence <= SHARED ? sentence : wordBefore(text, letter);
  return { start, least: end - start };
};

/** The rows that the other answer does not have, by their places, each under its name; the first one where it has all of them. */
const ownLines = (lines: readonly string[], others: ReadonlySet<string>): number[] => {
  const own = [...lines.keys()].filter((index) => {
    const [line, next] = [lines[index] ?? '', lines[index + 1]];
    return !others.has(line) || (isName(line) && next !== undefined && !isName(next) && !others.has(next));
  });
  return own.length > 0 ? own : [0];
};

/** The words that fit into so many letters: whole ones, or the letters of a longer one, which are cut behind the least that is printed. */
const cutTo = (line: string, letters: number, least = 1): string => {
  if (line.length <= Math.max(letters, least)) return line;
  const space = line.slice(0, letters + 1).lastIndexOf(' ');
  return (space >= least ? line.slice(0, space) : [...line].slice(0, Math.max(letters, least)).join('')).trimEnd();
};

/** As much of a row as there is room for: its label, and what the most similar row of the other answer does not have. An ellipsis stands for its end. */
const cutRow = (line: string, others: readonly string[], letters: number): string => {
  const similar = others.reduce((best, other) => (sharedLength(line, other) > sharedLength(line, best) ? other : best), '');
  const { start, least } = difference(line, similar);
  const label = /^[^:]{1,40}: /.exec(line)?.[0] ?? '';
  const before = start <= label.length ? line.slice(0, start) : `${label}${MORE} `;
  const rest = before + line.slice(start);
  const shown = cutTo(rest, letters, before.length + least);
  return shown === rest.trimEnd() ? shown : `${shown} ${MORE}`;
};

const fits = (text: string): boolean => text.length <= ROOM.letters && text.split('\n').length <= ROOM.lines;
const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

/** An answer from shortly before the first letter at which the other one differs. */
const fromDifference = (text: string, other: string): string => {
  const { start, least } = difference(text, other);
  const rest = text.slice(start);
  const shown = cutTo(rest, ROOM.letters, least);
  return `${start > 0 ? `${MORE} ` : ''}${shown}${shown === rest.trimEnd() ? '' : ` ${MORE}`}`;
};

/** An answer by its rows: those that the other one does not have. */
const ownRows = (text: string, other: string): string => {
  const [lines, others] = [linesOf(text), linesOf(other)];
  const own = other === '' ? [...lines.keys()] : ownLines(lines, new Set(others));
  const strange = others.filter((line) => !lines.includes(line));
  const shown: string[] = [];
  let room = ROOM.letters;
  for (const index of own.slice(0, ROOM.lines)) {
    if (room < LEAST) break;
    const line = lines[index] ?? '';
    shown.push(line.length <= room ? line : cutRow(line, strange, room));
    room -= line.length;
  }
  if (shown.join('\n') === lines.join('\n')) return text;
  // Rows may be left out between others, too: then it is said behind the last one.
  const last = own[shown.length - 1] ?? 0;
  const begins = own[0] === 0;
  const saysMore = shown.at(-1) !== lines[last] && shown.at(-1)?.endsWith(MORE);
  const isAll = last === lines.length - 1 && (!begins || shown.length === lines.length);
  return `${begins ? '' : `${MORE} `}${shown.join('\n')}${saysMore || isAll ? '' : ` ${MORE}`}`;
};

const shorten = (text: string, other: string): string => {
  if (fits(text)) return text;
  const isOneLine = linesOf(text).length <= 1 && linesOf(other).length <= 1;
  return isOneLine ? fromDifference(text, other) : ownRows(text, other);
};

/**
 * Shortens an answer, so that what is printed of two answers that differ differs, too.
 *
 * @param text the answer; each row of a table is a line of it
 * @param other the answer in the other copy; empty where there is none
 * @returns what is printed, and whether something is left out
 */
export const firstLines = (text: string, other: string): { text: string; shortened: boolean } => {
  const shown = shorten(text, other);
  // Such as rows that only stand in another order.
  const isAmbiguous = shown !== text && other !== '' && shown === shorten(other, text);
  const printed = isAmbiguous ? fromDifference(text, other) : shown;
  return { text: printed, shortened: printed !== text };
};
