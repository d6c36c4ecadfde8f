/** Reads the words and the fields of a PDF, page by page, for peers that set the same. */
import { readFile } from 'node:fs/promises';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Lines of one size that stand closer than so many sizes belong to one paragraph. */
const CLOSE = 1.7;

/**
 * @param {string} file
 * @returns {Promise<{ paragraphs: { size: number, text: string }[], fields: { name: string, kind: 'text' | 'tick', width: number, height: number }[] }[]>}
 *   for each page, in the order of the file; lengths in points
 */
export const contentOf = async (file) => {
  const loading = getDocument({ data: new Uint8Array(await readFile(file)), verbosity: 0 });
  const document = await loading.promise;
  const pages = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const fields = (await page.getAnnotations()).flatMap(({ fieldType, fieldName, rect }) =>
      fieldType ? [{ name: fieldName, kind: fieldType === 'Tx' ? 'text' : 'tick', width: rect[2] - rect[0], height: rect[3] - rect[1] }] : [],
    );
    const paragraphs = [];
    let last;
    for (const { str, height, transform } of (await page.getTextContent()).items) {
      if (!str?.trim()) continue;
      const [size, y] = [Math.round(height * 2) / 2, transform[5]];
      if (last && last.size === size && Math.abs(last.y - y) < CLOSE * size) last.paragraph.text += ` ${str}`;
      else {
        last = { paragraph: { size, text: str } };
        paragraphs.push(last.paragraph);
      }
      Object.assign(last, { size, y });
    }
    pages.push({ paragraphs, fields });
  }
  await loading.destroy();
  return pages;
};

/** How many pages, text fields, boxes and characters there are. */
export const sizeOf = (pages) => {
  const fields = pages.flatMap((page) => page.fields);
  const text = fields.filter(({ kind }) => kind === 'text').length;
  return {
    pages: pages.length,
    text,
    ticks: fields.length - text,
    characters: pages.flatMap(({ paragraphs }) => paragraphs).reduce((sum, { text: words }) => sum + words.length, 0),
  };
};
