/** Tells errors that follow from one line with a wrong indentation from errors of their own. */
import { ALIGN } from './parser-messages.ts';

/** A line of a file that is indented wrongly, and the text with it indented otherwise. */
export interface Reindented {
  text: string;
  message: string;
  hint: string;
  /** Offsets of the first sign of the line. */
  start: number;
  end: number;
  /** From an offset in the new text to the same place in the old one. */
  originalOffset: (offset: number) => number;
}

/** So many of the lines above are looked at for other indentations. */
const LINES_ABOVE = 200;

/**
 * The ways in which a line could be indented: as each of the keys and items above it, the nearest first.
 *
 * @param text the whole file
 * @param at an offset in the line
 */
export function reindented(text: string, at: number): Reindented[] {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const [, spaces = '', rest = ''] = /^( *)(\S?)/.exec(text.slice(start)) ?? [];
  if (!rest) return [];
  const columns = new Set<number>();
  const above = text.slice(0, start).split('\n').slice(-LINES_ABOVE);
  for (const line of above) {
    const [head = '', indent = ''] = /^( *)(?:-[ ]+)*(?=\S)/.exec(line) ?? [];
    columns.add(indent.length).add(head.length);
  }
  columns.delete(spaces.length);
  const first = start + spaces.length;
  return [...columns]
    .toSorted((a, b) => Math.abs(a - spaces.length) - Math.abs(b - spaces.length) || b - a)
    .map((column) => ({
      text: `${text.slice(0, start)}${' '.repeat(column)}${text.slice(first)}`,
      message: `expected ${counted(column)} before this line, as before others of its list or map, found ${counted(spaces.length)}`,
      hint: ALIGN,
      start: first,
      end: first + 1,
      originalOffset: (offset) => (offset < start ? offset : Math.max(start, offset + spaces.length - column)),
    }));
}

const counted = (spaces: number): string => (spaces === 0 ? 'no space' : spaces === 1 ? 'one space' : `${spaces} spaces`);
