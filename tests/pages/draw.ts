/** One book as contact sheets: built by the program, drawn by PDFium, written as PNG. */
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PdfiumDocument } from '../readers/pdfium.ts';
import { fillIn, type Share } from './fill-in.ts';
import { labelsOf } from './labels.ts';
import { png } from './png.ts';
import { PER_SHEET, sheetOf } from './sheet.ts';

/** Pixels a point: letters of 12 pt stay legible on a sheet of twelve pages. */
const SCALE = 1;

/**
 * Builds a book and draws all of its pages, fields included, as a screen shows them.
 *
 * @param root the top of the repository
 * @param name where its sheets go: `en/both/letter`, below out/pages/; what was there before is removed
 * @param options of `mendbook build`
 * @param share how much of it is filled in; nothing unless given
 * @returns the exit code of the build
 */
export async function drawEdition(root: string, name: string, options: readonly string[], share?: Share): Promise<number> {
  const scratch = await mkdtemp(path.join(tmpdir(), 'mendbook-pages-'));
  try {
    const file = path.join(scratch, 'book.pdf');
    const { status } = spawnSync(process.execPath, [path.join(root, '.build/cli.js'), 'build', '--quiet', ...options, '-o', file], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const folder = path.join(root, 'out/pages', name);
    await rm(folder, { recursive: true, force: true });
    if (status !== 0) return status ?? 1;
    await mkdir(folder, { recursive: true });
    const blank = await readFile(file);
    for (const { bytes, first, last, pages } of await sheetsOf(share ? await fillIn(blank, share) : blank, SCALE)) {
      const sheet = path.join(folder, `${String(Math.ceil(last / PER_SHEET)).padStart(2, '0')}.png`);
      await writeFile(sheet, bytes);
      process.stdout.write(`${path.relative(root, sheet)}  pages ${first}–${last} of ${pages}\n`);
    }
    return 0;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

export interface SheetFile {
  bytes: Uint8Array;
  /** Pages as a reader of the PDF counts them, from 1. */
  first: number;
  last: number;
  pages: number;
}

/**
 * Draws the pages of a PDF on contact sheets.
 *
 * @param bytes the PDF
 * @param scale pixels a point
 */
export async function sheetsOf(bytes: Uint8Array, scale: number): Promise<SheetFile[]> {
  const book = await PdfiumDocument.open(bytes);
  const pages = book.pageCount;
  const width = book.render(0, scale).width / scale;
  const labels = await PdfiumDocument.open(await labelsOf(pages, width));
  const files: SheetFile[] = [];
  for (let start = 0; start < pages; start += PER_SHEET) {
    const last = Math.min(start + PER_SHEET, pages);
    const cells = Array.from({ length: last - start }, (_, index) => ({ page: book.render(start + index, scale), label: labels.render(start + index, scale) }));
    files.push({ bytes: png(sheetOf(cells)), first: start + 1, last, pages });
  }
  book.close();
  labels.close();
  return files;
}
