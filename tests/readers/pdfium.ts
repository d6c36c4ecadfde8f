/** PDFium, the engine of Chrome: real clicks and keys, what is saved after them, and what is then seen. */
import { readFile } from 'node:fs/promises';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';

/** Left, bottom, right and top in points, from the page's lower left corner. */
export type Rectangle = readonly [left: number, bottom: number, right: number, top: number];

export interface Widget {
  page: number;
  name: string;
  /** The accessible name. */
  label: string;
  kind: 'text' | 'check';
  rect: Rectangle;
}

/** A character that is painted on a page, with the box of its ink. */
export interface Character {
  text: string;
  box: Rectangle;
}

export interface Bitmap {
  width: number;
  height: number;
  /** Four bytes a pixel: blue, green, red, unused. */
  pixels: Uint8Array;
}

/** Emscripten's memory, which the types of the package leave out. */
type Engine = WrappedPdfiumModule & { pdfium: { HEAPU8: Uint8Array } };

let engine: Promise<Engine> | undefined;

const start = async (): Promise<Engine> => {
  const wasm = await readFile(new URL('../../node_modules/@embedpdf/pdfium/dist/pdfium.wasm', import.meta.url));
  const module = (await init({ wasmBinary: new Uint8Array(wasm).buffer })) as Engine;
  module.PDFiumExt_Init();
  return module;
};

/** FPDF_FORMFIELD_CHECKBOX and FPDF_FORMFIELD_TEXTFIELD in fpdf_formfill.h. */
const CHECK = 2;
const TEXT = 6;
const WIDGET = 20;
const FLAT_PRINT = 1;
const ENTER = 13;

/** A document opened with its form; `close` frees it. */
export class PdfiumDocument {
  readonly pageCount: number;
  readonly #engine: Engine;
  readonly #document: number;
  readonly #form: number;
  readonly #formInfo: number;
  readonly #bytes: number;
  readonly #pages = new Map<number, number>();

  private constructor(module: Engine, bytes: Uint8Array, password: string) {
    this.#engine = module;
    this.#bytes = module.pdfium.wasmExports.malloc(bytes.length);
    module.pdfium.HEAPU8.set(bytes, this.#bytes);
    this.#document = module.FPDF_LoadMemDocument(this.#bytes, bytes.length, password);
    if (!this.#document) throw new Error(`PDFium cannot open the file: error ${module.FPDF_GetLastError()}`);
    this.#formInfo = module.PDFiumExt_OpenFormFillInfo();
    this.#form = module.PDFiumExt_InitFormFillEnvironment(this.#document, this.#formInfo);
    this.pageCount = module.FPDF_GetPageCount(this.#document);
  }

  static async open(bytes: Uint8Array, password = ''): Promise<PdfiumDocument> {
    engine ??= start();
    return new PdfiumDocument(await engine, bytes, password);
  }

  /** The form fields of a page, in the order in which the tab key goes through them. */
  widgets(page: number): Widget[] {
    const handle = this.#page(page);
    const found: Widget[] = [];
    for (let index = 0; index < this.#engine.FPDFPage_GetAnnotCount(handle); index += 1) {
      this.#annotation(handle, index, (annotation) => {
        if (this.#engine.FPDFAnnot_GetSubtype(annotation) !== WIDGET) return;
        const type = this.#engine.FPDFAnnot_GetFormFieldType(this.#form, annotation);
        if (type !== CHECK && type !== TEXT) throw new Error(`a field of type ${type}`);
        found.push({
          page,
          name: this.#string((buffer, length) => this.#engine.FPDFAnnot_GetFormFieldName(this.#form, annotation, buffer, length)),
          label: this.#string((buffer, length) => this.#engine.FPDFAnnot_GetFormFieldAlternateName(this.#form, annotation, buffer, length)),
          kind: type === CHECK ? 'check' : 'text',
          rect: this.#rect(annotation),
        });
      });
    }
    return found;
  }

  /** The value of each field of a page, line ends as `\n`. */
  values(page: number): Map<string, string> {
    const handle = this.#page(page);
    const found = new Map<string, string>();
    for (let index = 0; index < this.#engine.FPDFPage_GetAnnotCount(handle); index += 1) {
      this.#annotation(handle, index, (annotation) => {
        if (this.#engine.FPDFAnnot_GetSubtype(annotation) !== WIDGET) return;
        const name = this.#string((buffer, length) => this.#engine.FPDFAnnot_GetFormFieldName(this.#form, annotation, buffer, length));
        const value = this.#string((buffer, length) => this.#engine.FPDFAnnot_GetFormFieldValue(this.#form, annotation, buffer, length));
        found.set(name, value.replaceAll(/\r\n?/g, '\n'));
      });
    }
    return found;
  }

  /** Clicks a field, which ticks a box. */
  click({ page, rect }: Widget): void {
    const handle = this.#page(page);
    const [left, bottom, right, top] = rect;
    // Page coordinates of the form functions count from the lower left corner.
    const at = [(left + right) / 2, (bottom + top) / 2] as const;
    this.#engine.FORM_OnMouseMove(this.#form, handle, 0, ...at);
    this.#engine.FORM_OnLButtonDown(this.#form, handle, 0, ...at);
    this.#engine.FORM_OnLButtonUp(this.#form, handle, 0, ...at);
  }

  /** Clicks a field and types, key after key, whether it takes them or not. */
  type(widget: Widget, text: string): void {
    this.click(widget);
    const handle = this.#page(widget.page);
    // UTF-16 code units, as a keyboard sends them.
    for (let index = 0; index < text.length; index += 1) {
      const unit = text[index] === '\n' ? ENTER : text.charCodeAt(index);
      this.#engine.FORM_OnChar(this.#form, handle, unit, 0);
    }
    this.leave();
  }

  /** Leaves the field that has the cursor, as a click elsewhere does. */
  leave(): void {
    this.#engine.FORM_ForceToKillFocus(this.#form);
  }

  /** The file as the viewer saves it. */
  save(): Uint8Array {
    const writer = this.#engine.PDFiumExt_OpenFileWriter();
    this.#engine.PDFiumExt_SaveAsCopy(this.#document, writer);
    const size = this.#engine.PDFiumExt_GetFileWriterSize(writer);
    return this.#borrow(size, (buffer) => {
      this.#engine.PDFiumExt_GetFileWriterData(writer, buffer, size);
      this.#engine.PDFiumExt_CloseFileWriter(writer);
      return this.#engine.pdfium.HEAPU8.slice(buffer, buffer + size);
    });
  }

  /** Merges what the fields show into the page, as printing does. */
  flatten(page: number): void {
    this.#engine.FPDFPage_Flatten(this.#page(page), FLAT_PRINT);
    this.#close(page);
  }

  /** Every character that the page's content paints, in painting order, also where a clip hides it; spaces are left out. */
  characters(page: number): Character[] {
    const text = this.#engine.FPDFText_LoadPage(this.#page(page));
    const found: Character[] = [];
    this.#borrow(32, (buffer) => {
      for (let index = 0; index < this.#engine.FPDFText_CountChars(text); index += 1) {
        const code = this.#engine.FPDFText_GetUnicode(text, index);
        if (code <= 32 || code === 0xa0 || this.#engine.FPDFText_IsGenerated(text, index) > 0) continue;
        this.#engine.FPDFText_GetCharBox(text, index, buffer, buffer + 8, buffer + 16, buffer + 24);
        const [left, right, bottom, top] = [0, 8, 16, 24].map((offset) => this.#engine.pdfium.getValue(buffer + offset, 'double')) as [
          number,
          number,
          number,
          number,
        ];
        found.push({ text: String.fromCodePoint(code), box: [left, bottom, right, top] });
      }
    });
    this.#engine.FPDFText_ClosePage(text);
    return found;
  }

  /** The page with its fields as a screen shows them, white paper below; `scale` is pixels a point. */
  render(page: number, scale: number): Bitmap {
    const handle = this.#page(page);
    const width = Math.round(this.#engine.FPDF_GetPageWidthF(handle) * scale);
    const height = Math.round(this.#engine.FPDF_GetPageHeightF(handle) * scale);
    const bitmap = this.#engine.FPDFBitmap_Create(width, height, 0);
    this.#engine.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
    this.#engine.FPDF_RenderPageBitmap(bitmap, handle, 0, 0, width, height, 0, 0);
    this.#engine.FPDF_FFLDraw(this.#form, bitmap, handle, 0, 0, width, height, 0, 0);
    const buffer = this.#engine.FPDFBitmap_GetBuffer(bitmap);
    const pixels = this.#engine.pdfium.HEAPU8.slice(buffer, buffer + width * height * 4);
    this.#engine.FPDFBitmap_Destroy(bitmap);
    return { width, height, pixels };
  }

  close(): void {
    this.leave();
    for (const page of this.#pages.keys()) this.#close(page);
    this.#engine.PDFiumExt_ExitFormFillEnvironment(this.#form);
    this.#engine.PDFiumExt_CloseFormFillInfo(this.#formInfo);
    this.#engine.FPDF_CloseDocument(this.#document);
    this.#engine.pdfium.wasmExports.free(this.#bytes);
  }

  #page(index: number): number {
    const known = this.#pages.get(index);
    if (known !== undefined) return known;
    const handle = this.#engine.FPDF_LoadPage(this.#document, index);
    if (!handle) throw new Error(`PDFium cannot load page ${index + 1}`);
    this.#engine.FORM_OnAfterLoadPage(handle, this.#form);
    this.#pages.set(index, handle);
    return handle;
  }

  #close(page: number): void {
    const handle = this.#page(page);
    this.#engine.FORM_OnBeforeClosePage(handle, this.#form);
    this.#engine.FPDF_ClosePage(handle);
    this.#pages.delete(page);
  }

  #annotation(page: number, index: number, see: (annotation: number) => void): void {
    const annotation = this.#engine.FPDFPage_GetAnnot(page, index);
    see(annotation);
    this.#engine.FPDFPage_CloseAnnot(annotation);
  }

  #rect(annotation: number): Rectangle {
    return this.#borrow(16, (buffer) => {
      this.#engine.FPDFAnnot_GetRect(annotation, buffer);
      // FS_RECTF: left, top, right, bottom.
      const [left, top, right, bottom] = [0, 4, 8, 12].map((offset) => this.#engine.pdfium.getValue(buffer + offset, 'float')) as [
        number,
        number,
        number,
        number,
      ];
      return [left, bottom, right, top];
    });
  }

  /** Reads a UTF-16 string from a function that is asked twice: for the length, then for the characters. */
  #string(read: (buffer: number, length: number) => number): string {
    const length = read(0, 0);
    return this.#borrow(length, (buffer) => {
      read(buffer, length);
      return this.#engine.pdfium.UTF16ToString(buffer);
    });
  }

  #borrow<T>(size: number, use: (buffer: number) => T): T {
    const buffer = this.#engine.pdfium.wasmExports.malloc(Math.max(size, 2));
    const result = use(buffer);
    this.#engine.pdfium.wasmExports.free(buffer);
    return result;
  }
}
