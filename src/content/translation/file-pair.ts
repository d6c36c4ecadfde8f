/** A file in the language that is translated from, and its translation. */
import { shownPath } from '../../diagnostics/shown-path.ts';
import type { Document } from 'yaml';
import type { Location } from '../../diagnostics/diagnostic.ts';
import { locate, type Path, position, type SourceFile } from '../../yaml/index.ts';

export interface Side {
  document: Document;
  source: SourceFile;
}

export interface Pair {
  from: Side;
  to: Side;
  /** The folder of the language that is translated from, as it is named to an author. */
  language: string;
  /** The folder of the workbook, absolute: places are told from there. */
  root: string;
  /** Both are the same language, of two countries say: the same words are no fault. */
  sameTongue: boolean;
}

/** The place of a part in the translation; of the map that lacks it, when it is not there. */
export const here = ({ to }: Pair, at: Path): Location => ({ file: to.source.file, ...locate(to.document, at) });

/** Where a part stands in the language that is translated from, as file and line. */
export function there({ from, root }: Pair, at: Path): string {
  const { line } = position(from.source, locate(from.document, at).start);
  return `${shownPath(from.source.file, root)}:${line}`;
}
