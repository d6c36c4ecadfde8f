/** Writes a laid-out book as a tagged PDF. */
import type { Book } from '../layout/book.tsx';
import type { OnProgress } from '../layout/progress.ts';
import { captureConsole } from '../system/capture-console.ts';
import { writeAnnotations } from './annotations.ts';
import { closeDocument, type DocumentInfo, openDocument } from './document.ts';
import { drawBook, drawingOf, type Drawn } from './draw.ts';
import type { DrawnPages } from './drawn-pages.ts';
import { openFieldFont } from './field-font.ts';
import type { FieldReport } from './fields.ts';
import { type FirstPage, rememberFirst } from './first-page.ts';
import { type CopyBytes, writeRecord } from './record-object.ts';
import type { KeptParts, PartsOnDisk } from './kept-parts.ts';
import { writeOutline } from './bookmarks.ts';
import { writePageLabels } from './page-labels.ts';
import { StructureTree } from './structure.ts';

export interface WriteOptions {
  info: DocumentInfo;
  /** The TrueType file that is typed with, absolute. */
  fieldFont: string;
  /** Print only, without fields. */
  flat: boolean;
  /** What the copy says of itself, which depends on the fields that it has. */
  record?: (fields: readonly FieldReport[]) => CopyBytes;
  /** Called with the number of drawn pages. */
  progress?: OnProgress | undefined;
  /** Renames the entries of the outline, for a discreet copy. */
  bookmarkTitle?: (bookmark: Drawn['bookmarks'][number]) => Drawn['bookmarks'][number];
  /** What earlier builds have drawn and compressed. */
  kept?: { pages: DrawnPages; parts: KeptParts } | undefined;
  /** Parts that earlier runs have kept on disk. */
  onDisk?: PartsOnDisk | undefined;
  /** Whether the first page will be written again, for other names. */
  again?: boolean | undefined;
  /** Whether nobody reads the pages of the book any more: they are let go one by one. */
  spent?: boolean | undefined;
}

/**
 * Writes a book: PDF 1.7, tagged, with outline, links and fields. The same book gives the same bytes.
 * @returns The bytes, and a line for each field; what is needed to write its first page again, where that is asked for
 */
export const writePdf = async (
  book: Book,
  { info, fieldFont, flat, record, bookmarkTitle, again, progress, kept, onDisk, spent }: WriteOptions,
): Promise<{ bytes: Buffer; fields: FieldReport[]; first?: FirstPage }> => {
  // With fields it is none: a program that saves answers would have to keep to the rules of archives, and Acrobat opens such files for reading alone.
  const doc = openDocument({ ...info, archive: flat }, kept?.parts, onDisk);
  kept?.parts.turn();
  const tree = new StructureTree(doc);
  const drawing = await drawingOf(book.pages);
  const { result: drawn, heard } = await captureConsole(() => drawBook(doc, tree, book, { flat, progress, kept: kept?.pages, spent, ...drawing }));
  // The renderer swallows the errors of a run of words and goes on without them.
  const fault = heard.find((said) => said instanceof Error);
  if (fault) throw fault;
  const remembered = again ? rememberFirst(doc, drawn, tree, book) : undefined;
  const fields = writeAnnotations(doc, tree, book, drawn, openFieldFont(fieldFont, kept?.parts, onDisk));
  doc._root.data.MarkInfo = { Marked: true };
  tree.end();
  writePageLabels(
    doc,
    book.pages.map(({ label }) => label),
  );
  writeOutline(
    doc,
    bookmarkTitle ? drawn.bookmarks.map((bookmark) => bookmarkTitle(bookmark)) : drawn.bookmarks,
    book.pages.map(({ height }) => height),
  );
  const recordId = record && writeRecord(doc, record(fields), info.date);
  const bytes = await closeDocument(doc);
  return { bytes, fields, ...(remembered ? { first: remembered(recordId) } : {}) };
};
