/** The pictures in docs/templates.md: the opener of a step and a worksheet of it, in each shipped template. */
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { templatesIn } from '../../src/theme/find-template.ts';
import { bookmarksOf } from '../editions/read.ts';
import { openInPdfjs } from '../readers/pdfjs.ts';
import { PdfiumDocument } from '../readers/pdfium.ts';
import { png } from './png.ts';
import { sheetOf } from './sheet.ts';

/** The step that is shown, and which of its worksheets; of the whole book, so that the motif is there in part. */
const STEP = 3;
const SHEET = 1;
/** Pixels a point: two pages side by side fill a column of a web page. */
const SCALE = 0.66;

/** Draws a picture of each template into docs/pictures/templates/, and tells of each on stdout. */
export async function drawTemplates(root: string): Promise<void> {
  const scratch = await mkdtemp(path.join(tmpdir(), 'mendbook-templates-'));
  const folder = path.join(root, 'docs/pictures/templates');
  await mkdir(folder, { recursive: true });
  try {
    for (const name of await templatesIn(path.join(root, 'templates'))) {
      const file = path.join(scratch, `${name}.pdf`);
      const options = ['build', '--quiet', '--template', name, '--country', 'us', '-o', file];
      const { status } = spawnSync(process.execPath, [path.join(root, '.build/cli.js'), ...options], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
      if (status !== 0) throw new Error(`${name} could not be built`);
      // One after the other: each fills the memory of PDFium.
      // oxlint-disable-next-line no-await-in-loop
      const picture = await pairOf(await readFile(file));
      const target = path.join(folder, `${name}.png`);
      // oxlint-disable-next-line no-await-in-loop
      await writeFile(target, picture);
      process.stdout.write(`${path.relative(root, target)}  ${Math.ceil(picture.length / 1024)} kB\n`);
    }
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** The two pages, side by side. */
async function pairOf(bytes: Uint8Array): Promise<Buffer> {
  const document = await openInPdfjs(bytes);
  const bookmarks = await bookmarksOf(document);
  await document.loadingTask.destroy();
  // Of all that comes before and among the steps, they alone have more than three worksheets.
  const starts = bookmarks.flatMap(({ depth }, index) => (depth === 0 ? [index] : []));
  const step = starts.filter((start, index) => (starts[index + 1] ?? bookmarks.length) - start > 4)[STEP - 1];
  if (step === undefined) throw new Error(`expected ${STEP} steps with worksheets in the bookmarks, found fewer`);
  const shown = [bookmarks[step], bookmarks[step + SHEET]];
  const book = await PdfiumDocument.open(bytes);
  const cells = shown.map((bookmark) => ({ page: book.render(Number(bookmark?.page) - 1, SCALE), label: { width: 0, height: 0, pixels: new Uint8Array() } }));
  book.close();
  return png(sheetOf(cells, cells.length));
}
