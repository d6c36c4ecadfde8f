/** Puts the pages of a PDF on sheets, two side by side, in order once the sheets are folded. */
import {
  clip,
  concatTransformationMatrix,
  drawObject,
  Duplex,
  endPath,
  PDFDocument,
  type PDFEmbeddedPage,
  PDFHexString,
  PDFName,
  type PDFPage,
  popGraphicsState,
  PrintScaling,
  pushGraphicsState,
  rectangle,
} from '@cantoo/pdf-lib';
import { fileId } from '../output/unchanged-pdf.ts';
import type { Opened } from './open-printable.ts';
import { creepOf, foldedSheets, type SheetSide } from './page-order.ts';
import { type Placed, pageFrame } from './page-frame.ts';
import type { Size } from './sheets.ts';

export interface ImposeOptions {
  /** The size of a whole sheet, in points; the fold runs vertically down its middle. */
  sheet: Size;
  /** The factor by which pages are scaled. */
  scale: number;
  /** Thickness of a sheet, in points. */
  thickness: number;
}

const PROGRAM = 'Mendbook';
/** A placeholder as long as a file id in hexadecimal digits. */
const UNKNOWN_ID = '0'.repeat(32);

/**
 * Puts the pages of a PDF on sheets. Text stays text and vectors stay vectors; tags, links and bookmarks are dropped.
 * The same pages give the same bytes.
 *
 * @returns the bytes of the new PDF: two pages for each sheet, front and back
 */
export const impose = async ({ document, pages }: Opened, { sheet, scale, thickness }: ImposeOptions): Promise<Uint8Array> => {
  const target = await PDFDocument.create({ updateMetadata: false });
  const embedded = await embed(target, pages);
  foldedSheets(pages.length).forEach(({ front, back }, index) => {
    for (const side of [front, back]) drawSide(target.addPage([sheet.width, sheet.height]), side, embedded, { sheet, scale, creep: creepOf(index, thickness) });
  });
  describe(target, document);
  return write(target);
};

interface EmbeddedPage extends Placed {
  page: PDFEmbeddedPage;
}

/** Embeds the pages in the new document; nothing for a page without content. */
const embed = async (target: PDFDocument, pages: readonly PDFPage[]): Promise<(EmbeddedPage | undefined)[]> => {
  const filled = pages.filter(({ node }) => node.Contents() !== undefined);
  const frames = new Map(filled.map((page) => [page, pageFrame(page)]));
  // Through links and tags, the whole old document would be copied.
  for (const { node } of filled) for (const key of ['Annots', 'StructParents', 'B', 'AA', 'Thumb', 'PieceInfo']) node.delete(PDFName.of(key));
  const drawings = await target.embedPages(
    [...filled],
    filled.map((page) => frames.get(page)?.box),
    filled.map((page) => frames.get(page)?.matrix),
  );
  return pages.map((page) => {
    const frame = frames.get(page);
    const drawing = drawings[filled.indexOf(page)];
    return frame && drawing ? { ...frame, page: drawing } : undefined;
  });
};

interface SideOptions {
  sheet: Size;
  scale: number;
  /** How far both pages are moved towards the fold, in points. */
  creep: number;
}

/** Draws the two pages of a side, each in the middle of its half. */
const drawSide = (target: PDFPage, side: SheetSide, embedded: readonly (EmbeddedPage | undefined)[], { sheet, scale, creep }: SideOptions): void => {
  const half = sheet.width / 2;
  for (const [position, from, shift] of [
    ['left', 0, creep],
    ['right', half, -creep],
  ] as const) {
    const drawing = embedded[side[position] ?? -1];
    if (!drawing) continue;
    const { page, size } = drawing;
    const name = PDFName.of(position === 'left' ? 'Left' : 'Right');
    target.node.setXObject(name, page.ref);
    const x = from + (half - scale * size.width) / 2 + shift;
    const y = (sheet.height - scale * size.height) / 2;
    target.pushOperators(
      pushGraphicsState(),
      // A page that is moved towards the fold must not reach over it.
      rectangle(from, 0, half, sheet.height),
      clip(),
      endPath(),
      concatTransformationMatrix(scale, 0, 0, scale, x, y),
      drawObject(name),
      popGraphicsState(),
    );
  }
};

/** Copies title and date, and asks viewers to print in actual size, on both sides. */
const describe = (target: PDFDocument, source: PDFDocument): void => {
  const title = source.getTitle();
  const date = source.getCreationDate();
  if (title) target.setTitle(title);
  if (date && !Number.isNaN(date.getTime())) target.setCreationDate(date);
  // A discreet copy names no program, and neither do its sheets.
  if (source.getCreator() !== undefined || source.getProducer() !== undefined) {
    target.setCreator(PROGRAM);
    target.setProducer(PROGRAM);
  }
  const preferences = target.catalog.getOrCreateViewerPreferences();
  preferences.setPrintScaling(PrintScaling.None);
  preferences.setDuplex(Duplex.DuplexFlipShortEdge);
};

/** Writes the PDF with a digest of its content as file id, by which `isUntouched` knows that nobody has changed it. */
const write = async (target: PDFDocument): Promise<Uint8Array> => {
  const { context } = target;
  const unknown = PDFHexString.of(UNKNOWN_ID);
  context.trailerInfo.ID = context.obj([unknown, unknown]);
  const bytes = Buffer.from(await target.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false }));
  const offset = Number(
    bytes
      .subarray(-64)
      .toString('latin1')
      .match(/startxref\s+(\d+)/)?.[1],
  );
  const id = fileId([bytes.subarray(0, offset)]).toString('hex');
  const placeholder = `[ <${UNKNOWN_ID}> <${UNKNOWN_ID}> ]`;
  bytes.write(`[<${id}> <${id}>]`.padEnd(placeholder.length), bytes.indexOf(placeholder, offset), 'latin1');
  return bytes;
};
