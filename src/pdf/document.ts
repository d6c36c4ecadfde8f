/** Opens and closes the PDF document (pdfkit): PDF 1.7, no standard fonts, well-formed XML metadata, compressed objects. */
import PDFKit from 'pdfkit';
import { fileId } from '../output/unchanged-pdf.ts';
import { type EmbeddedFont, keepCodes } from './font-codes.ts';
import { xmpPacket } from './metadata.ts';
import { fillOf, short, strokeOf } from './operands.ts';
import type { Ref } from './reference.ts';
import type { KeptParts, PartsOnDisk } from './kept-parts.ts';
import { srgbProfile } from './srgb-profile.ts';
import { crossReferences, divided, objectStream, type Place, type SmallObject } from './object-streams.ts';

export type { Ref } from './reference.ts';

export interface DocumentInfo {
  title: string;
  author?: string;
  subject?: string;
  /** BCP 47. */
  language: string;
  /** The date written as creation date: of the content, never the clock's, so that the same input gives the same bytes. */
  date: Date;
  /** Whether the file does not name the program that made it. */
  unnamed?: boolean;
  /** Whether it conforms to PDF/A-2a. */
  archive?: boolean;
}

const PRODUCER = 'Mendbook';

/** Places where a word may be broken on a page, which say nothing in a name or a title. */
const BREAKS = /[\u00AD\u200B]/g;

/** A text that is no part of a page: a title, a bookmark, the name of a field. */
export const unbroken = (text: string): string => text.replaceAll(BREAKS, '');

/** A text string object; plain strings become names in pdfkit. */
// eslint-disable-next-line unicorn/new-for-builtins -- pdfkit tells strings from names by the wrapper object
export const textString = (value: string): unknown => new String(unbroken(value));

/** A file up to its cross-references, and where its objects are. */
export interface FileBody {
  bytes: Buffer;
  /** By the number of the object, less one. */
  places: readonly Place[];
  /** The numbers of the catalogue and of the information dictionary. */
  root: number;
  info: number;
}

/** A number in operators, exact to a thousandth of a point; never as `1e-7`, which PDF does not have. */
const decimal = (value: number): string => String(Number(value.toFixed(3)));

interface Internals {
  _root: Ref;
  _info: Ref;
  /** Bytes written so far. */
  _offset: number;
  /** One for each object, by its number less one. */
  _offsets: (number | null)[];
  /** How many objects have not ended. */
  _waiting: number;
  /** The document was ended while objects were still being made. */
  _ended: boolean;
  info: Record<string, unknown>;
  /** Parts that earlier builds have made. */
  kept?: KeptParts | undefined;
  /** Parts that earlier runs have kept on disk. */
  onDisk?: PartsOnDisk | undefined;
  ref(data?: Record<string, unknown>): Ref;
  addContent(operators: string): void;
  reserve(): number;
  put(id: number, body: string): void;
  putAll(objects: readonly SmallObject[]): void;
  putBeside(id: number, other: number): void;
  finish(ref: Ref, body: string): void;
}

/** The parts of pdfkit that the other files of this room rely on, typed. */
export type PdfDocument = PDFKit.PDFDocument & Internals & { page: PDFKit.PDFPage & { dictionary: Ref; annotations: Ref[] } };

/** How pdfkit sets colours. */
interface Colours {
  _normalizeColor(color: unknown): unknown;
  _setColorCore(color: unknown, stroke: boolean): boolean;
}

/** What pdfkit's class has beside what it declares: how an object gets into the file. */
const PDFKitWithInsides = PDFKit as unknown as new (
  options: object,
) => PDFKit.PDFDocument &
  Internals & { endMarkings(): void; endAcroForm(): unknown; endMetadata(): void; _refEnd(ref: Ref & { offset: number }): void } & Colours;

/**
 * A document that keeps its bytes, puts small objects into object streams, and takes its metadata from `xmpPacket`: pdfkit writes titles
 * into XMP unescaped, so that one `&` makes the packet unreadable and title and PDF/UA mark are lost (pdf.md, section 2).
 */
class WorkbookPdf extends PDFKitWithInsides {
  // Declared, not initialised: pdfkit's constructor writes before fields of this class would be made.
  declare written: Uint8Array[];
  declare packet: string;
  declare kept: KeptParts | undefined;
  declare onDisk: PartsOnDisk | undefined;
  declare finished: () => void;
  declare fonts: Map<unknown, EmbeddedFont>;
  /** What pdfkit has written of the object that it is at. */
  readonly #object: (string | Uint8Array)[] = [];
  #small: SmallObject[] = [];
  readonly #beside = new Map<number, number>();
  /** By the number of the object, less one. */
  readonly #places: Place[] = [];
  /** How many of its objects, and of the parts it was written in, come before the cross-references. */
  #end = { objects: 0, parts: 0 };

  /** The file up to its cross-references, once it is whole. */
  get body(): FileBody {
    const { objects, parts } = this.#end;
    return { bytes: Buffer.concat(this.written.slice(0, parts)), places: this.#places.slice(0, objects), root: this._root.id, info: this._info.id };
  }

  /** Goes on where a file ends, in place of beginning one. */
  goOnFrom({ bytes, places, root, info }: FileBody): void {
    this.written = [bytes];
    this._offset = bytes.length;
    this._offsets = places.map(() => null);
    this._waiting = 0;
    this.#places.push(...places);
    // Not written; pdfkit adds pages to it.
    this._root.id = root;
    this._info = referenceTo(this, info);
  }

  /** The structure tree is written by structure.ts and already ended. */
  override endMarkings(): void {}

  /** The form is written by fields.ts and already ended. */
  override endAcroForm(): this {
    return this;
  }

  /** pdfkit refuses dashes without a length, which drawings have: with round ends they are dots (ISO 32000-1, 8.4.3.6). All of none is a plain line. */
  override dash(length: number | number[], options: { space?: number; phase?: number } = {}): this {
    const lengths = Array.isArray(length) ? length : [length, options.space ?? length];
    const sum = lengths.reduce((all, one) => all + one, 0);
    if (lengths.every((one) => one > 0)) super.dash(lengths as unknown as number, options);
    else if (sum > 0 && lengths.every((one) => one >= 0)) this.addContent(`[${lengths.map(decimal).join(' ')}] ${decimal(options.phase ?? 0)} d`);
    else this.undash();
    return this;
  }

  /** Black and greys in DeviceGray, in drawings as in texts (`fillOf`), and other colours by the short operator. */
  override _setColorCore(color: unknown, stroke: boolean): boolean {
    const parts = this._normalizeColor(color);
    if (!Array.isArray(parts) || parts.length !== 3) return super._setColorCore(color, stroke);
    this.addContent((stroke ? strokeOf : fillOf)(parts.map((part) => short(part as number)).join(' ')));
    return true;
  }

  /** Opens a font once, and has it keep its own codes: pdfkit compares the tables of two fonts each time that one is chosen. */
  override font(source: PDFKit.Mixins.PDFFontSource): this {
    const own = this as unknown as { _font: EmbeddedFont };
    const fonts = (this.fonts ??= new Map());
    const known = fonts.get(source);
    if (known) own._font = known;
    else {
      super.font(source);
      keepCodes(this, own._font);
      fonts.set(source, own._font);
    }
    return this;
  }

  override endMetadata(): void {
    const metadata = this.ref({ Type: 'Metadata', Subtype: 'XML' });
    metadata.compress = false;
    metadata.end(new TextEncoder().encode(this.packet));
    this._root.data.Metadata = metadata;
  }

  /** pdfkit gives each line of the head, and each part of an object that has ended. */
  _write(data: string | Uint8Array): void {
    if (#small in this) this.#object.push(data);
    else writeTo(this, data);
  }

  /** An object that is no stream waits for the others, to be compressed with them; a stream is written at once. */
  override _refEnd(ref: Ref & { offset: number }): void {
    const [, body, ...rest] = this.#object;
    if (typeof body === 'string' && rest.length === 1) {
      this.#small.push({ id: ref.id, body });
      this.#object.length = 0;
    } else {
      this.#places[ref.id - 1] = { offset: ref.offset };
      for (const part of this.#object.splice(0)) writeTo(this, part);
    }
    super._refEnd(ref);
  }

  /** A number for an object that `put` writes: what pdfkit keeps of an object is too much for some thousands of them. */
  override reserve(): number {
    return this._offsets.push(null);
  }

  /** Writes an object that is no stream. */
  override put(id: number, body: string): void {
    this.#small.push({ id, body });
  }

  /** Writes objects that are no streams and that together have the numbers which come next. */
  override putAll(objects: readonly SmallObject[]): void {
    for (const object of objects) {
      this.reserve();
      this.#small.push(object);
    }
  }

  /** Ends an object of pdfkit's that is no stream. What it held is not kept. */
  override finish(ref: Ref, body: string): void {
    this.put(ref.id, body);
    ref.data = {};
    super._refEnd(Object.assign(ref, { offset: this._offset }));
  }

  /** Called once all objects have ended. */
  _finalize(): void {
    // What ends below is not to call this again.
    this._ended = false;
    this.#flush();
    const start = this._offset;
    // A digest of all that stands before: the same for the same input, and a sign of an untouched file (`isUntouched`).
    const id = fileId(this.written);
    this.#end = { objects: this.#places.length, parts: this.written.length };
    const table = this.ref();
    this.#places[table.id - 1] = { offset: start };
    const { entries, content } = crossReferences(this.#places);
    table.data = { ...entries, Root: this._root, Info: this._info, ID: [id, id] };
    table.end(content);
    for (const line of ['startxref', `${start}`, '%%EOF']) writeTo(this, line);
    this.finished();
  }

  /** Has an object compressed together with one that says the same words. */
  override putBeside(id: number, other: number): void {
    this.#beside.set(id, other);
  }

  #flush(): void {
    const small = this.#small;
    this.#small = [];
    for (const objects of divided(small, this.#beside)) {
      const { entries, content } = objectStream(objects, this.kept, this.onDisk);
      const stream = this.ref(entries);
      for (const [index, { id }] of objects.entries()) this.#places[id - 1] = { stream: stream.id, index };
      stream.end(content);
    }
  }
}

const writeTo = (doc: WorkbookPdf, data: string | Uint8Array): void => {
  const bytes = typeof data === 'string' ? Buffer.from(`${data}\n`, 'latin1') : data;
  (doc.written ??= []).push(bytes);
  doc._offset += bytes.length;
};

/** A reference to an object that is in the file already. */
export const referenceTo = (doc: Pick<Internals, 'ref' | '_offsets' | '_waiting'>, id: number): Ref => {
  const reference = doc.ref();
  doc._offsets.pop();
  doc._waiting -= 1;
  reference.id = id;
  return reference;
};

/**
 * Opens an empty document; pages are kept until the end, so that everything may refer to them.
 * @param kept parts of it that earlier builds have made
 * @param onDisk those that earlier runs have made
 */
export const openDocument = (
  { language, date, unnamed = false, archive = false, ...info }: DocumentInfo,
  kept?: KeptParts,
  onDisk?: PartsOnDisk,
): PdfDocument => {
  const title = unbroken(info.title);
  const author = info.author && unbroken(info.author);
  const subject = info.subject && unbroken(info.subject);
  const doc = new WorkbookPdf({
    pdfVersion: '1.7',
    lang: language,
    displayTitle: true,
    autoFirstPage: false,
    bufferPages: true,
    // No default font: pdfkit would load Helvetica, which is not embedded.
    font: null as unknown as string,
    info: {
      Title: title,
      ...(author ? { Author: author } : {}),
      ...(subject ? { Subject: subject } : {}),
      Creator: PRODUCER,
      Producer: PRODUCER,
      CreationDate: date,
    },
  });
  // Left out at first, pdfkit would name itself.
  if (unnamed) for (const key of ['Creator', 'Producer']) delete doc.info[key];
  doc.kept = kept;
  doc.onDisk = onDisk;
  doc.packet = xmpPacket({
    title,
    language,
    date,
    archive,
    ...(unnamed ? {} : { producer: PRODUCER }),
    ...(author ? { author } : {}),
    ...(subject ? { subject } : {}),
  });
  if (archive) {
    const profile = doc.ref({ N: 3 });
    profile.end(srgbProfile());
    doc._root.data.OutputIntents = [
      { Type: 'OutputIntent', S: 'GTS_PDFA1', OutputConditionIdentifier: textString('sRGB'), Info: textString('sRGB'), DestOutputProfile: profile },
    ];
  }
  return doc as unknown as PdfDocument;
};

/** The content of a page as pdfkit has it. */
type Content = Ref & { buffer: Uint8Array[]; finalize(): void };

/**
 * Gathers the operators of the current page as one text: pdfkit makes bytes of each as it comes, and joins them when the page ends.
 * What it draws elsewhere (groups and patterns of a drawing) has a stream of its own.
 * @returns gives the operators so far
 */
export const gatherContent = (doc: PdfDocument): (() => string) => {
  const { content } = doc.page as unknown as { content: Content };
  const write = content.write.bind(content);
  // What turns the page so that its upper left corner is at 0.
  let operators = Buffer.concat(content.buffer).toString('latin1');
  Object.assign(content, { buffer: [], data: {} });
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
  return () => operators;
};

/**
 * Ends the content of the current page, so that it is compressed now. The page's dictionary stays open, for annotations.
 * @param packed the content, compressed, in place of what was gathered
 */
export const endContent = (doc: PdfDocument, packed?: Buffer): void => {
  const page = doc.page as unknown as { content: Content };
  const { content } = page;
  if (packed) {
    Object.assign(content, { buffer: [packed], compress: false, data: { Length: packed.length, Filter: 'FlateDecode' } });
    content.finalize();
  } else content.end();
  page.content = { ...content, write: () => undefined, end: () => undefined };
};

/** Ends the document and gives its bytes, once the pictures in it have been unpacked. */
export const closeDocument = (doc: PdfDocument): Promise<Buffer> =>
  new Promise((resolve) => {
    const own = doc as unknown as WorkbookPdf;
    own.finished = () => resolve(Buffer.concat(own.written));
    doc.end();
  });

/** What has been written of a document that was closed, up to its cross-references. */
export const bodyOf = (doc: PdfDocument): FileBody => (doc as unknown as WorkbookPdf).body;

/** Opens a document that goes on where a file ends: what it writes comes after that, or stands in for objects of it. */
export const openAfter = (body: FileBody): PdfDocument => {
  const doc = new WorkbookPdf({ pdfVersion: '1.7', autoFirstPage: false, bufferPages: true, font: null as unknown as string });
  doc.goOnFrom(body);
  return doc as unknown as PdfDocument;
};

/** Ends a document that goes on where a file ends: catalogue, outline and form stay those of the file. */
export const closeAfter = (doc: PdfDocument): Promise<Buffer> =>
  new Promise((resolve) => {
    const own = doc as unknown as WorkbookPdf;
    own.finished = () => resolve(Buffer.concat(own.written));
    if (own._waiting === 0) own._finalize();
    else own._ended = true;
  });
