/** Measures how much ink a PDF takes on a printer that mixes greys from black. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** Pixels per point. The thinnest lines are half a point wide: with larger pixels they would be drawn too thick. */
const SCALE = 2;
const GREY_BITMAP = 1;
/** The flags FPDF_GRAYSCALE and FPDF_PRINTING of PDFium's fpdfview.h. */
const RENDER = 0x8 | 0x800;
const WHITE = 0xff_ff_ff_ff;

/** The memory of the WebAssembly module, which the types of the package lack. */
interface Memory {
  HEAPU8: Uint8Array;
}

const open = async () => {
  const { init } = await import('@embedpdf/pdfium');
  const wasm = await readFile(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'));
  const engine = await init({ wasmBinary: new Uint8Array(wasm).buffer });
  engine.PDFiumExt_Init();
  return engine;
};

/** PDFium is loaded once, since that takes long. It keeps nothing of documents that were closed. */
let engineOnce: ReturnType<typeof open> | undefined;

/**
 * Renders every page of a PDF in grey with PDFium, and measures how dark it is: a page in black is 1, a page half of which is tinted
 * with a tenth of black is 0.05. Fields that are empty take no ink.
 *
 * @param bytes a valid PDF
 * @returns the mean of all pages, from 0 to 1
 */
export const inkCoverage = async (bytes: Uint8Array): Promise<number> => {
  engineOnce ??= open();
  const engine = await engineOnce;
  const { malloc, free } = engine.pdfium.wasmExports;
  const memory = engine.pdfium as typeof engine.pdfium & Memory;
  const buffer = malloc(bytes.length);
  memory.HEAPU8.set(bytes, buffer);
  const document = engine.FPDF_LoadMemDocument(buffer, bytes.length, '');
  try {
    if (!document) throw new Error(`PDFium cannot open the file: error ${engine.FPDF_GetLastError()}`);
    const count = engine.FPDF_GetPageCount(document);
    let sum = 0;
    for (let index = 0; index < count; index += 1) sum += inkOfPage(engine, memory, document, index);
    return count > 0 ? sum / count : 0;
  } finally {
    if (document) engine.FPDF_CloseDocument(document);
    free(buffer);
  }
};

const inkOfPage = (engine: Awaited<ReturnType<typeof open>>, memory: Memory, document: number, index: number): number => {
  const page = engine.FPDF_LoadPage(document, index);
  const width = Math.ceil(engine.FPDF_GetPageWidthF(page) * SCALE);
  const height = Math.ceil(engine.FPDF_GetPageHeightF(page) * SCALE);
  const bitmap = engine.FPDFBitmap_CreateEx(width, height, GREY_BITMAP, 0, 0);
  engine.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
  engine.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, RENDER);
  const start = engine.FPDFBitmap_GetBuffer(bitmap);
  const stride = engine.FPDFBitmap_GetStride(bitmap);
  let dark = 0;
  for (let row = 0; row < height; row += 1) {
    // Rows are padded, so that each begins at a multiple of four bytes.
    for (const grey of memory.HEAPU8.subarray(start + row * stride, start + row * stride + width)) dark += 255 - grey;
  }
  engine.FPDFBitmap_Destroy(bitmap);
  engine.FPDF_ClosePage(page);
  return dark / 255 / (width * height);
};
