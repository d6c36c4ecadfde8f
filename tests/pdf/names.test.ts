/** Names as people write them or copy them from a PDF, read back from the cover in each shipped template. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createBuilder } from '../../src/api/index.ts';
import { shippedTemplates, templatesIn } from '../../src/theme/find-template.ts';
import { type SmallBook, smallBook } from '../fixtures/small-book.ts';
import { openInPdfjs } from '../readers/pdfjs.ts';
import { packed, printedWords } from '../readers/words.ts';

let book: SmallBook;
beforeAll(async () => {
  book = await smallBook();
});
afterAll(() => book.remove());

const templates = await templatesIn(shippedTemplates());
/** Signs with one meaning are one to whoever reads a name: joined letters are their letters, an apostrophe is one. */
const read = (text: string): string => packed(text.normalize('NFKC').replaceAll('ʼ', '’'));

const NAMES = [
  'Soﬁa Ruiz',
  'Sofia and Soﬁa Ruﬂo',
  'Jeﬀ Griﬃn Raﬄes',
  'ǅevad ǆevad ǄEVAD',
  'ǈubica ǉubo ǋegoš ǌegoš ǇǊ',
  'Ĳsbrand ĳsbrand',
  'ŉaam Ruiz',
  'Gal·la Marceŀla',
  'Nguyễn Thị Ái Zoë',
  'Nguye\u0302\u0303n Zoe\u0308',
];

test.each(templates)('are whole in the template %s, letter for letter', async (template) => {
  for (const name of NAMES) {
    const made = await createBuilder().build({ cwd: book.home, workbook: 'book', template, name });
    if (!made.ok) throw new Error(JSON.stringify(made.diagnostics));
    const [cover = ''] = await printedWords(await openInPdfjs(made.bytes));
    expect(read(cover), name).toContain(read(`Prepared for ${name}`));
  }
});
