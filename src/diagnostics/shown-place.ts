/** The place of a diagnostic as lines and columns. */
import type { Diagnostic } from './diagnostic.ts';
import { type Position, position, type SourceFile } from './source-file.ts';

export interface Place {
  source: SourceFile | undefined;
  start: Position;
  end: Position;
}

const FIRST: Position = { line: 1, column: 1 };

/** Lines and columns of a diagnostic: line 1, column 1 when the text of its file is not given; undefined without a file. */
export function placeOf({ at }: Diagnostic, sources: readonly SourceFile[]): Place | undefined {
  if (!at) return undefined;
  const source = sources.find(({ file }) => file === at.file);
  return source ? { source, start: position(source, at.start), end: position(source, at.end) } : { source, start: FIRST, end: FIRST };
}
