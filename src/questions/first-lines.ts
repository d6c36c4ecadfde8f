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

/** The rows that the other answer does not have, each under its name; the first one where it has all of them. */
const ownLines = (lines: readonly string[], others: ReadonlySet<string>): string[] => {
  const own = lines.filter((line, index) => {
    const next = lines[index + 1];
    return isName(line) ? next !== undefined && !isName(next) && !others.has(next) : !others.has(line);
  });
  return own.length > 0 ? own : lines.slice(0, 1);
};

/** Without the sentences that the other answer begins with too. */
const ownSentences = (text: string, other: string): string => {
  const shared = sharedLength(text, other);
  const start = shared > SHARED ? sentenceBefore(text, shared) : 0;
  return start < text.length ? text.slice(start) : text;
};

/** The words that fit into so many letters: whole ones, or of a longer one the letters. */
const cutTo = (line: string, letters: number): string => {
  const space = line.slice(0, letters + 1).lastIndexOf(' ');
  return (space > 0 ? line.slice(0, space) : [...line].slice(0, letters).join('')).trimEnd();
};

/**
 * Shortens an answer.
 *
 * @param text the answer; each row of a table is a line of it
 * @param other the answer in the other copy; empty where there is none
 * @returns what is printed, and whether something is left out
 */
export const firstLines = (text: string, other: string): { text: string; shortened: boolean } => {
  if (text.length <= ROOM.letters && text.split('\n').length <= ROOM.lines) return { text, shortened: false };
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const others = other.split('\n').filter((line) => line.trim() !== '');
  const isOneLine = lines.length <= 1 && others.length <= 1;
  const own = other === '' ? lines : isOneLine ? lines.map((line) => ownSentences(line, others[0] ?? '')) : ownLines(lines, new Set(others));
  const shown: string[] = [];
  let room = ROOM.letters;
  for (const line of own.slice(0, ROOM.lines)) {
    if (room < LEAST) break;
    shown.push(line.length <= room ? line : cutTo(line, room));
    room -= line.length;
  }
  if (shown.join('\n') === lines.join('\n')) return { text, shortened: false };
  // Rows may be left out between others, too: then it is said behind the last one.
  const [begins, ends] = [(lines[0] ?? '').startsWith(shown[0] ?? ''), (lines.at(-1) ?? '').endsWith(shown.at(-1) ?? '')];
  return { text: `${begins ? '' : `${MORE} `}${shown.join('\n')}${ends && !begins ? '' : ` ${MORE}`}`, shortened: true };
};
