/** The text of a file with the offsets of its lines, which turn an offset into a line and a column. */

export interface SourceFile {
  /** Absolute path. */
  file: string;
  /** Its text, without a byte order mark. */
  text: string;
  /** The offset at which each line begins; the first is 0. */
  lineStarts: number[];
}

/** A place as people count it: both from 1, columns in characters (code points). */
export interface Position {
  line: number;
  column: number;
}

/**
 * Finds the lines of a text, which end at a line feed (with or without a carriage return before it).
 *
 * @param file absolute path
 * @param text the text that offsets refer to
 */
export function sourceFile(file: string, text: string): SourceFile {
  const lineStarts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1);
  return { file, text, lineStarts };
}

/**
 * The line and column of an offset; an offset outside the text counts as its nearest end.
 *
 * @param source the file
 * @param offset in UTF-16 code units, as JavaScript counts
 */
export function position(source: SourceFile, offset: number): Position {
  const at = Math.max(0, Math.min(offset, source.text.length));
  let low = 0;
  let high = source.lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((source.lineStarts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const before = source.text.slice(source.lineStarts[low], at);
  return { line: low + 1, column: [...before].length + 1 };
}

/** The text of a line, counted from 1, without its line end. */
export function lineText(source: SourceFile, line: number): string {
  const start = source.lineStarts[line - 1];
  if (start === undefined) return '';
  const end = source.lineStarts[line] ?? source.text.length;
  return source.text.slice(start, end).replace(/\r?\n$/, '');
}
