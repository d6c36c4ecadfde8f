/** Our own pdfkit document: PDF 1.7, no standard fonts, metadata that is well-formed XML. */
import PDFKit from 'pdfkit';
import { fileId } from '../output/untouched.ts';
import { xmpPacket } from './metadata.ts';

/** An indirect object of the file (pdfkit's PDFReference). */
export interface Ref {
  id: number;
  data: Record<string, unknown>;
  write(chunk: string | Uint8Array): void;
  end(chunk?: string | Uint8Array): void;
}

export interface DocumentInfo {
  title: string;
  author?: string;
  subject?: string;
  /** BCP 47. */
  language: string;
  /** The date written as creation date: of the content, never the clock's, so that the same input gives the same bytes. */
  date: Date;
}

const PRODUCER = 'Mendbook';

/** A text string object; plain strings become names in pdfkit. */
// eslint-disable-next-line unicorn/new-for-builtins -- pdfkit tells strings from names by the wrapper object
export const textString = (value: string): unknown => new String(value);

interface Internals {
  _root: Ref;
  _id: Uint8Array;
  info: Record<string, unknown>;
  ref(data?: Record<string, unknown>): Ref;
  addContent(operators: string): void;
}

/** The parts of pdfkit that the other files of this room rely on, typed. */
export type PdfDocument = PDFKit.PDFDocument & Internals & { page: PDFKit.PDFPage & { dictionary: Ref; annotations: Ref[] } };

/**
 * A document that takes its metadata from `xmpPacket`: pdfkit writes titles into XMP unescaped, so that one `&`
 * makes the packet unreadable and title and PDF/UA mark are lost (pdf.md, section 2).
 */
class WorkbookPdf extends PDFKit {
  /** The structure tree is written by structure.ts and already ended. */
  override endMarkings(): void {}

  /** The form is written by fields.ts and already ended. */
  override endAcroForm(): this {
    return this;
  }

  override endMetadata(): void {
    const self = this as unknown as Internals;
    const metadata = self.ref({ Type: 'Metadata', Subtype: 'XML' });
    (metadata as unknown as { compress: boolean }).compress = false;
    metadata.end(new TextEncoder().encode((this as unknown as { packet: string }).packet));
    self._root.data.Metadata = metadata;
  }
}

/** Opens an empty document; pages are kept until the end, so that everything may refer to them. */
export const openDocument = (info: DocumentInfo): PdfDocument => {
  const doc = new WorkbookPdf({
    pdfVersion: '1.7',
    lang: info.language,
    displayTitle: true,
    autoFirstPage: false,
    bufferPages: true,
    // No default font: pdfkit would load Helvetica, which is not embedded.
    font: null as unknown as string,
    info: {
      Title: info.title,
      ...(info.author ? { Author: info.author } : {}),
      ...(info.subject ? { Subject: info.subject } : {}),
      Creator: PRODUCER,
      Producer: PRODUCER,
      CreationDate: info.date,
    },
  }) as unknown as PdfDocument & { packet: string };
  doc.packet = xmpPacket({ ...info, producer: PRODUCER });
  return doc;
};

/**
 * Gathers the operators of the current page as one text: pdfkit makes bytes of each as it comes, and joins them when the page ends.
 * What it draws elsewhere (groups and patterns of a drawing) has a stream of its own.
 */
export const gatherContent = (doc: PdfDocument): void => {
  const page = doc.page as unknown as { content: Ref };
  const { content } = page;
  const write = content.write.bind(content);
  let operators = '';
  content.write = (chunk) => {
    if (typeof chunk !== 'string') throw new TypeError('expected operators as text in the content of a page');
    operators += `${chunk}\n`;
  };
  const end = content.end.bind(content);
  // Each operator ends its line already, so that it is handed on as bytes.
  content.end = () => {
    write(Buffer.from(operators, 'latin1'));
    end();
  };
};

/**
 * Ends the content of the current page, so that it is compressed now. The page's dictionary stays open, for annotations.
 */
export const endContent = (doc: PdfDocument): void => {
  const page = doc.page as unknown as { content: Ref };
  page.content.end();
  page.content = { ...page.content, write: () => undefined, end: () => undefined };
};

/**
 * Ends the document and gives its bytes. The file id is a digest of all that stands before the cross-reference table: the same for
 * the same input and another for any other, and a sign by which an untouched file is known (`isUntouched`).
 */
export const closeDocument = (doc: PdfDocument): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    doc.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
    });
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
    const finalize = (doc as unknown as { _finalize(): void })._finalize.bind(doc);
    (doc as unknown as { _finalize(): void })._finalize = () => {
      // What was pushed and not yet read waits in the stream's buffer.
      const { buffer } = (doc as unknown as { _readableState: { buffer: Iterable<Uint8Array | null> } })._readableState;
      doc._id = fileId([...chunks, ...[...buffer].filter((chunk) => chunk !== null)]);
      finalize();
    };
    doc.end();
  });
