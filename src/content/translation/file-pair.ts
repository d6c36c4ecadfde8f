/** A file in the original language with its translation, and the places in both. */
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
  /** The folder name of the original language, for messages. */
  language: string;
  /** The folder of the workbook, absolute: messages show paths relative to it. */
  root: string;
  /** Both are the same language, as en and en-GB are: equal texts are no problem. */
  sameLanguage: boolean;
}

/** The place of a part in the translation, or of the map that lacks it. */
export const here = ({ to }: Pair, at: Path): Location => ({ file: to.source.file, ...locate(to.document, at) });

/** The place of a part in the original, as file and line. */
export function there({ from, root }: Pair, at: Path): string {
  const { line } = position(from.source, locate(from.document, at).start);
  return `${shownPath(from.source.file, root)}:${line}`;
}
