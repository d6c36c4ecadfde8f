/** A code frame: the line that a diagnostic is about, its neighbours, and marks under the place. */
import type { Place } from './shown-place.ts';
import { lineText, type SourceFile } from './source-file.ts';
import { visible, width } from './width.ts';

export interface FrameStyle {
  /** The most columns for a line of the file. */
  columns: number;
  /** Paints the gutter. */
  dim: (text: string) => string;
  /** Paints the marks. */
  bright: (text: string) => string;
}

/**
 * Draws a frame.
 *
 * @param place where the diagnostic is
 * @param style how wide, in which colours
 * @returns its lines; none when the text of the file is not at hand
 */
export function frame({ source, start, end }: Place, style: FrameStyle): string[] {
  if (!source || source.text === '') return [];
  const code = [...lineText(source, start.line)];
  const from = start.column - 1;
  // A range over several lines is marked to the end of its first.
  const to = Math.max(from + 1, end.line > start.line ? code.join('').trimEnd().length : end.column - 1);
  const [left, right] = window(code, from, style.columns);
  // The lines before and after a very long line are left out: they would not line up with the part of it that is shown.
  const near = left > 0 ? [start.line] : [start.line - 1, start.line, start.line + 1];
  const shown = near.filter((line) => line >= 1 && line <= lastLine(source));
  const gutter = String(shown.at(-1)).length;
  const rows = shown.flatMap((line) => {
    const text = cut([...lineText(source, line)], left, right);
    const row = `${style.dim(`${String(line).padStart(gutter)} |`)} ${text}`.trimEnd();
    if (line !== start.line) return [row];
    const cover = left > 0 ? 1 : 0;
    const before = cover + width(visible(code.slice(left, from).join('')));
    const marked = width(visible(code.slice(from, Math.min(to, right)).join('')));
    return [row, `${style.dim(`${' '.repeat(gutter)} |`)} ${' '.repeat(before)}${style.bright('^'.repeat(Math.max(1, marked)))}`];
  });
  return [style.dim(`${' '.repeat(gutter)} |`), ...rows];
}

/** The last line that has text, or the last line there is. */
const lastLine = ({ text, lineStarts }: SourceFile): number => (text.endsWith('\n') ? Math.max(1, lineStarts.length - 1) : lineStarts.length);

/** The range of a line's characters that is shown: all of them, or those around the place. */
function window(code: readonly string[], from: number, columns: number): [number, number] {
  if (width(visible(code.join(''))) <= columns) return [0, Number.POSITIVE_INFINITY];
  // The place is a third of the way into the range, so that there is more text after it than before.
  let left = Math.min(from, code.length);
  for (let room = Math.floor(columns / 3); left > 0 && room > 0; left--) room -= width(visible(code[left - 1] ?? ''));
  let right = left;
  for (let room = columns - 2; right < code.length && room > 0; right++) room -= width(visible(code[right] ?? ''));
  return [left, right];
}

/** A part of a line, with an ellipsis where text was left out. */
function cut(code: readonly string[], left: number, right: number): string {
  const text = visible(code.slice(left, right).join(''));
  return `${left > 0 ? '…' : ''}${text}${code.length > right ? '…' : ''}`;
}
