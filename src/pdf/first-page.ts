/** Rewrites the first page of a finished PDF; all other pages, and what refers to them, stay as they are. */
import { inflateSync } from 'node:zlib';
import type { Book } from '../layout/book.tsx';
import { captureConsole } from '../system/capture-console.ts';
import { bodyOf, closeAfter, type FileBody, openAfter, type PdfDocument, type Ref, referenceTo } from './document.ts';
import { drawBook, drawingOf, type Drawn } from './draw.ts';
import { type Faces, facesOf, holdFonts, settleFonts, withFonts } from './embedded-fonts.ts';
import type { KnownForms } from './forms.ts';
import { shapeOfFirst } from './page-shape.ts';
import { StructureTree } from './structure.ts';

/** A finished PDF without the content of its first page, and what is needed to write that anew. */
export interface FirstPage {
  body: FileBody;
  /** The numbers of its content and of its resources. */
  content: number;
  resources: number;
  /** What the document says of itself: the number of the object, and its content. */
  record?: { number: number; content: Uint8Array };
  /** What is drawn on it. */
  operators: string;
  /** The description of everything else on it (page-shape.ts). */
  shape: string;
  faces: Faces;
  /** The pictures of the document, which the page may show. */
  pictures: Pictures;
  /** Its drawings, as well. */
  forms: KnownForms;
  destinations: Book['destinations'];
}

/** The pictures that a document has (pdfkit). */
interface Pictures {
  _imageRegistry: Record<string, unknown>;
  _imageCount: number;
}

/** The pictures that a document has so far. */
const picturesOf = (doc: PdfDocument): Pictures => {
  const { _imageRegistry, _imageCount } = doc as unknown as Pictures;
  return { _imageRegistry: { ..._imageRegistry }, _imageCount };
};

/** A page as pdfkit has it. */
interface Page {
  content: Ref & { buffer: Uint8Array[] };
  resources: Ref & { data: { Font?: Record<string, Ref> } };
  dictionary: Ref;
}

/** Removes an object from a file. */
const without = ({ bytes, places, ...body }: FileBody, number: number): { body: FileBody; object: Buffer } => {
  const { offset: start } = places[number - 1] as { offset: number };
  const end = places.reduce((next, place) => ('offset' in place && place.offset > start ? Math.min(next, place.offset) : next), bytes.length);
  return {
    body: {
      ...body,
      bytes: Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]),
      places: places.map((place) => ('offset' in place && place.offset > start ? { offset: place.offset - (end - start) } : place)),
    },
    object: bytes.subarray(start, end),
  };
};

/** What a stream holds that pdfkit has compressed. */
const unpacked = (object: Buffer): Buffer => inflateSync(object.subarray(object.indexOf('stream\n') + 'stream\n'.length));

/** Remembers the first page of a document that was drawn, until it is closed. */
export const rememberFirst = (doc: PdfDocument, drawn: Drawn, tree: StructureTree, { destinations }: Book): ((record?: number) => FirstPage) => {
  const [page] = (doc as unknown as { _pageBuffer: Page[] })._pageBuffer as [Page];
  const { dictionary, resources } = page;
  const { id: content } = dictionary.data.Contents as Ref;
  const shape = shapeOfFirst(drawn, tree);
  return (record) => {
    const { body: rest, object } = without(bodyOf(doc), content);
    const own = record === undefined ? undefined : { number: record, ...without(rest, record) };
    return {
      body: own?.body ?? rest,
      ...(own ? { record: { number: own.number, content: unpacked(own.object) } } : {}),
      content,
      resources: resources.id,
      operators: unpacked(object).toString('latin1'),
      shape,
      faces: facesOf(doc),
      pictures: picturesOf(doc),
      forms: drawn.forms,
      destinations,
    };
  };
};

/** Adds a placeholder for the first page of a file. */
const addStandIn = (doc: PdfDocument, first: FirstPage, add: PdfDocument['addPage'], about?: PDFKit.PDFDocumentOptions): void => {
  add(about);
  const { content, resources } = doc.page as unknown as Page;
  // The numbers that it was given are free again; its dictionary is not written.
  doc._offsets.length -= 3;
  doc._waiting -= 1;
  content.id = first.content;
  resources.id = first.resources;
  // Its fonts are not known yet.
  content.end = () => undefined;
};

/** A first page that was drawn, and can be written. */
export interface Redrawn {
  /** What is drawn on it, in the fonts of the file as far as it has them. */
  operators: string;
  shape: string;
  /** Writes the file with it. @param record what the copy says of itself, where that is not what the finished PDF says */
  write(record?: Uint8Array): Promise<Buffer>;
}

/**
 * Draws a first page for a finished PDF.
 *
 * @param pages the page alone
 * @param flat print only, as the PDF is
 * @throws any error of the renderer
 */
export const redrawFirst = async (first: FirstPage, pages: Book['pages'], flat: boolean): Promise<Redrawn> => {
  const doc = openAfter(first.body);
  holdFonts(doc, first.faces, referenceTo(doc, 0));
  Object.assign(doc, first.pictures, { _imageRegistry: { ...first.pictures._imageRegistry } });
  const addPage = doc.addPage.bind(doc);
  doc.addPage = (about) => {
    addStandIn(doc, first, addPage, about);
    return doc;
  };
  const tree = new StructureTree(doc);
  const book: Book = { title: '', language: '', pages, destinations: first.destinations };
  const drawing = await drawingOf(pages);
  const forms = new Map([...first.forms].map(([key, number]) => [key, referenceTo(doc, number)]));
  const { result: drawn, heard } = await captureConsole(() => drawBook(doc, tree, book, { flat, forms, ...drawing }));
  // The renderer swallows the errors of a run of words and goes on without them.
  const fault = heard.find((said) => said instanceof Error);
  if (fault) throw fault;
  const { dictionary, resources } = doc.page as unknown as Page;
  const content = dictionary.data.Contents as Page['content'];
  const fonts = settleFonts(doc, first.faces, Object.keys(resources.data.Font ?? {}));
  const operators = withFonts(Buffer.concat(content.buffer).toString('latin1'), fonts);
  return {
    operators,
    shape: shapeOfFirst(drawn, tree),
    write: (record = first.record?.content) => {
      if (resources.data.Font)
        resources.data.Font = Object.fromEntries(
          [...fonts].map(([id, found]) => ('glyphs' in found ? [found.id, referenceTo(doc, found.dictionary)] : [id, found])),
        );
      // As pdfkit writes them.
      resources.data.ColorSpace ??= {};
      resources.end();
      for (const own of ['write', 'end']) Reflect.deleteProperty(content, own);
      Object.assign(content, { buffer: [], data: {} });
      content.end(Buffer.from(operators, 'latin1'));
      if (first.record) {
        const own = referenceTo(doc, first.record.number);
        doc._waiting += 1;
        own.end(record);
      }
      return closeAfter(doc);
    },
  };
};
