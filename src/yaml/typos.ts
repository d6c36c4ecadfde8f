/** Finds typing mistakes in the syntax of YAML (indentation, dashes, colons), which the parser would report on a later line or not at all. */
import { foreignLines } from './foreign-lines.ts';
import type { Edit, Typo } from './typo.ts';
import { COLON_LIKE, DASH_LIKE, isInvisible, nameOf, ODD_SPACE, ODD_SPACES, VISIBLE_INDENT } from './lookalike-characters.ts';

/** How many columns a wide space stands for, which the file does not tell: several widths are tried. */
type Columns = readonly [ideographic: number, em: number];
const WIDTHS: readonly Columns[] = [
  [1, 1],
  [2, 1],
  [1, 2],
  [2, 2],
];

/** Mistakes are tried one by one only if that takes parsing no more than this many characters, which takes well under a second. */
const MOST_PARSED = 2_000_000;

/** Signs that words begin with at once, in text. */
const TEXT_SIGN = /^(?:[*+~>\d\u00bb\u203a]|--)/;

const AWAY = 'web pages and word processors put it there; write a plain space, or delete it';

/**
 * Searches the beginning of every line for characters that are not what they look like. Inside of text they are harmless, so that these are
 * only candidates.
 *
 * @param text the whole file
 * @param columns how many spaces replace an ideographic space and an em space
 */
export function findCandidates(text: string, columns: Columns = [1, 1]): Typo[] {
  const found: Typo[] = foreignLines(text);
  for (let start = 0; start <= text.length;) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    found.push(...inLine(text.slice(start, end).replace(/\r$/, ''), start, columns, /^ */.exec(text.slice(end + 1, end + 100))?.[0].length ?? 0));
    start = end + 1;
  }
  return found.toSorted((a, b) => a.start - b.start);
}

/** Candidates in one line, which begins at an offset; the line below it begins with a number of spaces. */
function inLine(line: string, offset: number, [ideographic, em]: Columns, below: number): Typo[] {
  const found: Typo[] = [];
  const indent = VISIBLE_INDENT.exec(line)?.[0].length ?? 0;
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
  /** Adds the unusual spaces between two places, where plain ones belong. */
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
    const dashLike = DASH_LIKE.exec(rest)?.[0];
    const sign = dashLike ?? rest.charAt(0);
    const behind = rest.slice(sign.length);
    const gap = VISIBLE_INDENT.exec(behind)?.[0].length ?? 0;
    const tabAt = sign === '-' ? behind.slice(0, gap).indexOf('\t') : -1;
    if (dashLike && (gap > 0 ? gap < behind.length : /^[a-z]/i.test(behind) && !TEXT_SIGN.test(sign))) {
      const hint = 'write "- " and then the item; text that begins with such a sign needs quotation marks';
      const odd = ODD_SPACE.test(behind.slice(0, gap));
      // The keys below the first one of an item may stand below it, or as if the sign were a hyphen.
      const width = below === at + sign.length + gap ? sign.length : 1;
      const text = '-'.padEnd(gap === 0 || odd ? width + 1 : width);
      add(at, at + sign.length, `expected "- " before an item, found ${nameOf(sign)}`, hint, [{ start: at, end: at + sign.length + (odd ? gap : 0), text }]);
      at += sign.length + gap;
    } else if (tabAt >= 0) {
      const hint = 'write one space in its place';
      add(at + 1 + tabAt, at + 2 + tabAt, 'expected a space behind the "-" of an item, found a tab', hint, [{ start: at + 1, end: at + 1 + gap, text: ' ' }]);
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
  const colon = at + key + (VISIBLE_INDENT.exec(line.slice(at + key))?.[0].length ?? 0);
  const sign = line[colon] ?? '';
  const other = COLON_LIKE.test(sign) || (/^[=;]/.test(sign) && /^[=;]\s/.test(line.slice(colon)));
  if (sign !== ':' && !other) return found;
  spaces(at + key, colon, 'the colon at once behind the key');
  const value = colon + 1 + (VISIBLE_INDENT.exec(line.slice(colon + 1))?.[0].length ?? 0);
  if (other)
    add(colon, colon + 1, `expected a colon and a space behind the key, found ${nameOf(sign)}`, 'write ":" and a space', [
      { start: colon, end: colon + 1, text: value > colon + 1 ? ':' : ': ' },
    ]);
  else if (value === colon + 1 && /^[^\s:/]/.test(line.slice(value)))
    add(colon, colon + 1, 'expected a space behind the colon of a key, found none', 'write "key: value"; text with a colon in it needs quotation marks', [
      { start: value, end: value, text: ' ' },
    ]);
  spaces(colon + 1, value, 'nothing but a space behind the colon', ' ');
  mark(line, value, add, 'behind the colon');
  return found;
}

/** Adds "- " after a colon, and "? " anywhere: both have a meaning in YAML that no author intends. */
function mark(line: string, at: number, add: (start: number, end: number, message: string, hint: string, edits: Edit[]) => void, where?: string): void {
  const sign = /^[-?](?=[ \t])/.exec(line.slice(at))?.[0];
  if (!sign || (sign === '-' && !where)) return;
  const list = sign === '-' ? '; the items of a list begin on the lines below their key' : '';
  add(at, at + 2, `expected text ${where ?? 'or a key'}, found "${sign} "`, `put quotation marks around text that begins with "${sign} "${list}`, [
    { start: at, end: at + 1, text: 'x' },
  ]);
}

/** A text with its typing mistakes fixed, and a way to map offsets back. */
export interface FixedText {
  typos: Typo[];
  text: string;
  /** From an offset in the fixed text to the same place in the original. */
  originalOffset: (offset: number) => number;
}

/** An error of the parser: its code, and its offset. */
export type Fault = readonly [kind: string, at: number];

/**
 * Finds the typing mistakes that cause errors: those that leave fewer errors when they are fixed.
 *
 * @param text a text with errors
 * @param parse returns the errors of a text
 */
export function fixTypos(text: string, parse: (text: string) => readonly Fault[]): FixedText {
  const none: FixedText = { typos: [], text, originalOffset: (offset) => offset };
  if (findCandidates(text).length === 0) return none;
  /** The errors that remain when some mistakes are fixed, with offsets in the original text. */
  const errorsWithout = (typos: readonly Typo[]): string[] => {
    const fixed = apply(text, typos);
    return parse(fixed.text).map(([kind, at]) => `${kind} ${fixed.originalOffset(at)}`);
  };
  const before = errorsWithout([]).join();
  const tries = (/[\u2003\u3000]/.test(text) ? WIDTHS : WIDTHS.slice(0, 1)).map((columns) => {
    const typos = findCandidates(text, columns);
    return { typos, left: errorsWithout(typos) };
  });
  const best = tries.toSorted((a, b) => a.left.length - b.left.length)[0];
  if (!best || best.left.join() === before) return none;
  const causesErrors = (typo: Typo): boolean => {
    const left = errorsWithout(best.typos.filter((one) => one !== typo));
    return (left.length >= best.left.length && left.join() !== best.left.join()) || (typo.indent && errorsWithout([typo]).join() !== before);
  };
  const causes = best.typos.length * text.length > MOST_PARSED ? best.typos : best.typos.filter(causesErrors);
  return causes.length === 0 ? none : { typos: causes, ...apply(text, causes) };
}

/** Applies the edits of typing mistakes. */
function apply(text: string, typos: readonly Typo[]): Omit<FixedText, 'typos'> {
  const edits = typos.flatMap((typo) => typo.edits).toSorted((a, b) => a.start - b.start || a.end - b.end);
  let fixed = '';
  let from = 0;
  /** The points after which both texts are equal again: the offset in the fixed text, and its distance from that in the original. */
  const steps: [at: number, ahead: number][] = [[0, 0]];
  for (const { start, end, text: instead } of edits) {
    fixed += text.slice(from, start) + instead;
    from = end;
    steps.push([fixed.length, fixed.length - end]);
  }
  fixed += text.slice(from);
  const originalOffset = (offset: number): number => {
    let low = 0;
    let high = steps.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((steps[middle]?.[0] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return offset - (steps[low]?.[1] ?? 0);
  };
  return { text: fixed, originalOffset };
}
