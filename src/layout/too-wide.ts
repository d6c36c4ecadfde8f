/** Reports words that are wider than their column: no line break helps, and they would run off the page. */
import type { Diagnostic, Location } from '../diagnostics/diagnostic.ts';
import { boxesIn, type LaidOutNode } from './laid-out-node.ts';

/** What is read of the runs of a line (textkit); advances in points. */
interface Run {
  glyphs?: { codePoints: number[] }[];
  positions?: { xAdvance: number }[];
}

interface Line {
  runs: Run[];
  /** The advance of all runs, spaces included: no word of the line is wider. */
  xAdvance?: number;
}

/** A word and its width in points. */
interface Word {
  text: string;
  width: number;
}

/** Widths that differ by less (points) count as equal: nobody sees a word that exceeds its column by so little. */
const TOLERANCE = 1;

/** How many letters of a word a diagnostic shows. */
const SHOWN = 24;

/** The widest word in the lines of a text that are wider than `room` (points); other lines are not measured. */
const widestWord = (node: LaidOutNode, room: number): Word => {
  let widest: Word = { text: '', width: 0 };
  for (const line of (node.lines ?? []) as Line[]) {
    if ((line.xAdvance ?? Infinity) <= room) continue;
    let word: Word = { text: '', width: 0 };
    // Asked for only here: those of kept sheets are made when they are asked for.
    for (const { glyphs = [], positions = [] } of line.runs) {
      glyphs.forEach(({ codePoints }, index) => {
        const letters = String.fromCodePoint(...codePoints);
        word = letters.trim() === '' ? { text: '', width: 0 } : { text: word.text + letters, width: word.width + (positions[index]?.xAdvance ?? 0) };
        if (word.width > widest.width) widest = word;
      });
    }
  }
  return widest;
};

/** Where the text of a node is, from the left edge of its sheet, in points. */
interface Found {
  word: Word;
  room: number;
}

/** The first word under a node that is wider than its box, or than what its box has up to the right edge. */
const find = (node: LaidOutNode, left: number, right: number): Found | undefined => {
  const from = left + node.box.left;
  if (node.type === 'TEXT') {
    const room = Math.min(node.box.width, right - from);
    const word = widestWord(node, room + TOLERANCE);
    return word.width > room + TOLERANCE ? { word, room } : undefined;
  }
  for (const child of boxesIn(node)) {
    const found = find(child, from, right);
    if (found) return found;
  }
  return undefined;
};

/** The number of a step or a page, which the template sets: an author cannot shorten it. */
const NUMERAL = /^\d{1,4}$/;

const shown = (text: string): string => ([...text].length > SHOWN ? `${[...text].slice(0, SHOWN).join('')}…` : text);

/**
 * Reports each place with a word that does not fit into its column, once.
 * @param texts Laid-out nodes, each with the left edge of its parent on the sheet (points) and where it was written
 * @param width Of the sheet: the text area, or the paper for a cover; in points
 * @returns An error `text-too-wide` for each place with such a word
 */
export const tooWide = (texts: readonly { node: LaidOutNode; left: number; at?: Location | undefined }[], width: number): Diagnostic[] => {
  const told = new Set<string>();
  return texts.flatMap(({ node, left, at }) => {
    const found = find(node, left, width);
    const place = at ? `${at.file} ${at.start}` : '';
    if (!found || told.has(place)) return [];
    told.add(place);
    const { word, room } = found;
    return [
      {
        code: 'text-too-wide',
        severity: 'error' as const,
        message: `expected ${NUMERAL.test(word.text) ? 'a numeral that fits' : 'words that fit'} into ${Math.floor(room)} points, found “${shown(word.text)}” of ${Math.ceil(word.width)} points`,
        ...(at ? { at } : {}),
        hints: [
          NUMERAL.test(word.text)
            ? 'the template sets it: make its letters smaller in theme.yaml (type.numeral), or its column wider (column.margin)'
            : 'write it in shorter words, or put the address behind a link',
        ],
      },
    ];
  });
};
