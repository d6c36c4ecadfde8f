/** Slips of the keyboard in the signs that YAML is built of (indentation, dashes, colons): the parser complains of them on a later line. */
import { DASH_LIKE, isInvisible, nameOf, ODD_SPACE, ODD_SPACES, SEEN_INDENT, WIDE_COLON } from './lookalike-characters.ts';

/** A change of a text: what stands between two offsets is replaced. */
interface Edit {
  start: number;
  end: number;
  text: string;
}

/** A sign that is not what it looks like, and the text without it. */
export interface Slip {
  code: 'tab' | 'yaml';
  message: string;
  hint: string;
  /** It stands in the indentation of its line. */
  indent: boolean;
  /** Offsets into the text. */
  start: number;
  end: number;
  edits: Edit[];
}

/** Of spaces that are wider than others, nobody knows how many columns were meant. */
type Columns = readonly [ideographic: number, em: number];
const WIDTHS: readonly Columns[] = [
  [1, 1],
  [2, 1],
  [1, 2],
  [2, 2],
];

/** Slips are tried one by one where no more than this many characters have to be parsed for that: well under a second. */
const MOST_PARSED = 2_000_000;

const AWAY = 'web pages and word processors put it there; write a plain space, or delete it';

/**
 * Looks at the beginning of every line for signs that are not what they look like. Inside text they are harmless: what is found is only
 * suspected.
 *
 * @param text the whole file
 * @param columns how many spaces stand for an ideographic space and for an em space, when they are mended
 */
export function suspects(text: string, columns: Columns = [1, 1]): Slip[] {
  const found: Slip[] = [];
  for (let start = 0; start <= text.length;) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    found.push(...inLine(text.slice(start, end).replace(/\r$/, ''), start, columns));
    start = end + 1;
  }
  return found;
}

function inLine(line: string, offset: number, [ideographic, em]: Columns): Slip[] {
  const found: Slip[] = [];
  const indent = SEEN_INDENT.exec(line)?.[0].length ?? 0;
  const add = (start: number, end: number, message: string, hint: string, edits: Edit[]): void => {
    const moved = edits.map((edit) => ({ start: edit.start + offset, end: edit.end + offset, text: edit.text }));
    found.push({
      indent: start < indent,
      code: message.endsWith('a tab') ? 'tab' : 'yaml',
      start: start + offset,
      end: end + offset,
      message,
      hint,
      edits: moved,
    });
  };
  /** Odd spaces between two places, where plain ones belong. */
  const spaces = (from: number, to: number, where: string, always = ''): void => {
    const runs = [...line.slice(from, to).matchAll(ODD_SPACES)];
    const [first] = runs;
    if (!first) return;
    const start = from + first.index;
    const edits = runs.map(([run], index) => {
      const plain = [...run].map((one) => (isInvisible(one) ? '' : ' '.repeat(one === '\u3000' ? ideographic : one === '\u2003' ? em : 1))).join('');
      return { start: from + (runs[index]?.index ?? 0), end: from + (runs[index]?.index ?? 0) + run.length, text: plain || (index === 0 ? always : '') };
    });
    add(start, start + first[0].length, `expected ${where}, found ${nameOf(first[0].charAt(0))}`, AWAY, edits);
  };

  let at = indent;
  if (at === line.length) return found;
  spaces(0, at, 'nothing but plain spaces before the first sign of a line');
  const tab = line.slice(0, at).indexOf('\t');
  if (tab >= 0) {
    const tabs = [...line.slice(0, at).matchAll(/\t/g)].map(({ index }) => ({ start: index, end: index + 1, text: '  ' }));
    add(tab, tab + 1, 'expected spaces as indentation, found a tab', 'replace each tab by two spaces', tabs);
  }
  for (;;) {
    const rest = line.slice(at);
    const sign = rest.charAt(0);
    const behind = rest.slice(1);
    const gap = SEEN_INDENT.exec(behind)?.[0].length ?? 0;
    if (DASH_LIKE.test(sign) && (gap > 0 ? gap < behind.length : /^[a-z]/i.test(behind) && !/^[*+]/.test(sign))) {
      const hint = 'write "- " and then the item; text that begins with such a sign needs quotation marks';
      add(at, at + 1, `expected "- " before an item, found ${nameOf(sign)}`, hint, [
        { start: at, end: at + 1 + (ODD_SPACE.test(behind.slice(0, gap)) ? gap : 0), text: gap > 0 && !ODD_SPACE.test(behind.slice(0, gap)) ? '-' : '- ' },
      ]);
      at += 1 + gap;
    } else if (sign === '-' && gap > 0) {
      spaces(at + 1, at + 1 + gap, 'nothing but a space behind the "-" of an item', ' ');
      at += 1 + gap;
    } else if (sign === '-' && /^[\p{L}"'\u201c\u2018]/u.test(behind)) {
      add(at, at + 2, 'expected a space behind the "-" of an item, found none', 'write "- " and then the text', [{ start: at + 1, end: at + 1, text: ' ' }]);
      at += 1;
    } else break;
  }
  mark(line, at, add);
  const key = /^(["']?)[\w-]+\1/.exec(line.slice(at))?.[0].length ?? 0;
  if (key === 0) return found;
  const colon = at + key + (SEEN_INDENT.exec(line.slice(at + key))?.[0].length ?? 0);
  if (line[colon] !== ':' && line[colon] !== WIDE_COLON) return found;
  spaces(at + key, colon, 'the colon at once behind the key');
  const value = colon + 1 + (SEEN_INDENT.exec(line.slice(colon + 1))?.[0].length ?? 0);
  if (line[colon] === WIDE_COLON)
    add(colon, colon + 1, `expected a colon and a space behind the key, found ${nameOf(WIDE_COLON)}`, 'write ":" and a space', [
      { start: colon, end: colon + 1, text: value > colon + 1 ? ':' : ': ' },
    ]);
  spaces(colon + 1, value, 'nothing but a space behind the colon', ' ');
  mark(line, value, add, 'behind the colon');
  return found;
}

/** "- " behind a colon, and "? " anywhere, mean something in YAML that no author means. */
function mark(line: string, at: number, add: (start: number, end: number, message: string, hint: string, edits: Edit[]) => void, where?: string): void {
  const sign = /^[-?](?=[ \t])/.exec(line.slice(at))?.[0];
  if (!sign || (sign === '-' && !where)) return;
  const list = sign === '-' ? '; the items of a list begin on the lines below their key' : '';
  add(at, at + 2, `expected text ${where ?? 'or a key'}, found "${sign} "`, `put quotation marks around text that begins with "${sign} "${list}`, [
    { start: at, end: at + 1, text: 'x' },
  ]);
}

/** A text without slips, and the way back. */
export interface Mended {
  slips: Slip[];
  text: string;
  /** From an offset in the mended text to that in the text as it was. */
  back: (offset: number) => number;
}

/** What a parser complains of: a word for it, and its offset. */
export type Fault = readonly [kind: string, at: number];

/**
 * Finds the slips that a parser stumbles over: those without which it has less to complain of.
 *
 * @param text a text that the parser complains of
 * @param parse gives what it complains of in a text
 */
export function mend(text: string, parse: (text: string) => readonly Fault[]): Mended {
  const none: Mended = { slips: [], text, back: (offset) => offset };
  if (suspects(text).length === 0) return none;
  /** The faults of the text without some slips, at their places in the text as it is. */
  const faultsWithout = (slips: readonly Slip[]): string[] => {
    const mended = apply(text, slips);
    return parse(mended.text).map(([kind, at]) => `${kind} ${mended.back(at)}`);
  };
  const before = faultsWithout([]).join();
  const tries = (/[\u2003\u3000]/.test(text) ? WIDTHS : WIDTHS.slice(0, 1)).map((columns) => {
    const slips = suspects(text, columns);
    return { slips, left: faultsWithout(slips) };
  });
  const best = tries.toSorted((a, b) => a.left.length - b.left.length)[0];
  if (!best || best.left.join() === before) return none;
  const stumbled = (slip: Slip): boolean => {
    const left = faultsWithout(best.slips.filter((one) => one !== slip));
    return (left.length >= best.left.length && left.join() !== best.left.join()) || (slip.indent && faultsWithout([slip]).join() !== before);
  };
  const guilty = best.slips.length * text.length > MOST_PARSED ? best.slips : best.slips.filter(stumbled);
  return guilty.length === 0 ? none : { slips: guilty, ...apply(text, guilty) };
}

/** Makes the edits of slips. */
function apply(text: string, slips: readonly Slip[]): Omit<Mended, 'slips'> {
  const edits = slips.flatMap((slip) => slip.edits).toSorted((a, b) => a.start - b.start || a.end - b.end);
  let mended = '';
  let from = 0;
  /** Where the two texts go on alike: the offset in the mended one, and how far it is ahead. */
  const steps: [at: number, ahead: number][] = [[0, 0]];
  for (const { start, end, text: instead } of edits) {
    mended += text.slice(from, start) + instead;
    from = end;
    steps.push([mended.length, mended.length - end]);
  }
  mended += text.slice(from);
  const back = (offset: number): number => {
    let low = 0;
    let high = steps.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((steps[middle]?.[0] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return offset - (steps[low]?.[1] ?? 0);
  };
  return { text: mended, back };
}
