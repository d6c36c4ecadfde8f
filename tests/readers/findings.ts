/** Our own check of a written PDF: what veraPDF does not see (pdf.md, section 1d). */
import { openInPdfjs } from './pdfjs.ts';
import { RawPdf } from './raw.ts';
import { annotationFindings } from './rules/annotations.ts';
import { catalogFindings } from './rules/catalog.ts';
import type { Finding, Reading } from './rules/finding.ts';
import { fontFindings } from './rules/fonts.ts';
import { outlineFindings } from './rules/outline.ts';
import { placeFindings } from './rules/places.ts';
import { contentFindings, structureFindings } from './rules/structure.ts';
import { readStructure } from './structure.ts';
import { markedBoxes, markedText } from './text.ts';

/** Reads a PDF for the rules: its objects with one library, its words with another. */
export const readForRules = async (bytes: Uint8Array): Promise<Reading> => {
  const pdf = await RawPdf.open(bytes);
  const document = await openInPdfjs(bytes);
  const words: Map<string, string>[] = [];
  const boxes: Reading['boxes'] = [];
  for (const { index } of pdf.pages) {
    words.push(await markedText(document, index));
    boxes.push(await markedBoxes(document, index));
  }
  await document.loadingTask.destroy();
  return { pdf, structure: readStructure(pdf), words, boxes };
};

/** Everything that is wrong with a PDF; an empty list for a good one. */
export const findingsOf = async (bytes: Uint8Array): Promise<Finding[]> => {
  const reading = await readForRules(bytes);
  return [catalogFindings, annotationFindings, structureFindings, contentFindings, placeFindings, outlineFindings, fontFindings].flatMap((rules) =>
    rules(reading),
  );
};
