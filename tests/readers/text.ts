/** The words of each piece of marked content, as pdf.js reads them. */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

interface TextItem {
  str: string;
  hasEOL: boolean;
  width: number;
  height: number;
  /** Its last two are where the words begin, on their baseline. */
  transform: [number, number, number, number, number, number];
}
interface MarkItem {
  type: 'beginMarkedContent' | 'beginMarkedContentProps' | 'endMarkedContent';
  id?: string;
}

export type Box = [left: number, bottom: number, right: number, top: number];

/** All words in marked content, in painting order. */
const itemsOf = async (document: PDFDocumentProxy, page: number): Promise<{ id: string; item: TextItem }[]> => {
  const { items } = await (await document.getPage(page + 1)).getTextContent({ includeMarkedContent: true });
  const found: { id: string; item: TextItem }[] = [];
  const open: (string | undefined)[] = [];
  for (const item of items as (TextItem | MarkItem)[]) {
    if ('type' in item) {
      if (item.type === 'endMarkedContent') open.pop();
      else open.push(item.id);
      continue;
    }
    const id = open.at(-1);
    if (id) found.push({ id, item });
  }
  return found;
};

/** How far letters reach below their baseline, in parts of their height. */
const DESCENT = 0.2;

/** Where the words of each piece of marked content stand: left, bottom, right and top in points from the lower left corner. */
export const markedBoxes = async (document: PDFDocumentProxy, page: number): Promise<Map<string, Box>> => {
  const found = new Map<string, Box>();
  for (const { id, item } of await itemsOf(document, page)) {
    if (item.str.trim() === '') continue;
    const [left, baseline] = [item.transform[4], item.transform[5]];
    const [was, box] = [found.get(id), [left, baseline - DESCENT * item.height, left + item.width, baseline + (1 - DESCENT) * item.height] as Box];
    found.set(id, was ? [Math.min(was[0], box[0]), Math.min(was[1], box[1]), Math.max(was[2], box[2]), Math.max(was[3], box[3])] : box);
  }
  return found;
};

/** Words by the id that pdf.js gives marked content (`p12R_mc3`: page object and MCID), in painting order. */
export const markedText = async (document: PDFDocumentProxy, page: number): Promise<Map<string, string>> => {
  const found = new Map<string, string>();
  for (const { id, item } of await itemsOf(document, page)) found.set(id, (found.get(id) ?? '') + item.str + (item.hasEOL ? ' ' : ''));
  return new Map([...found].map(([id, words]) => [id, words.replaceAll(/\s+/g, ' ')]));
};

/** The id that pdf.js gives the marked content of a page; the page as `12 0 R`. */
export const markId = (page: string | undefined, mcid: number): string => {
  const [number, generation] = (page ?? '').split(' ');
  return `p${number}R${generation === '0' ? '' : generation}_mc${mcid}`;
};
