/**
 * A PDF as one would write it with pdfkit alone: the words and fields of the workbook one below the other, untagged, nothing validated.
 *   node tests/bench/pdfkit.mjs content.json out.pdf
 */
import { createWriteStream, readFileSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import PDFKit from 'pdfkit';

const [content, target] = process.argv.slice(2);
const font = fileURLToPath(
  new URL('../../node_modules/@expo-google-fonts/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf', import.meta.url),
);
const doc = new PDFKit({ autoFirstPage: false, size: 'LETTER', margin: 54, font });
const written = doc.pipe(createWriteStream(target));
doc.addPage();
doc.initForm();
for (const [index, { paragraphs, fields }] of JSON.parse(readFileSync(content, 'utf8')).entries()) {
  if (index > 0) doc.addPage();
  for (const { size, text } of paragraphs) doc.fontSize(size).text(text);
  for (const { name, kind, width, height } of fields) {
    if (doc.y + height > doc.page.height - 54) doc.addPage();
    if (kind === 'text') doc.formText(name, 54, doc.y, width, height, { multiline: true });
    else doc.formCheckbox(name, 54, doc.y, width, height);
    doc.y += kind === 'text' ? height + 4 : 4;
  }
}
doc.end();
await finished(written);
