/** The words of each piece of marked content, as pdf.js reads them. */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

interface TextItem {
  str: string;
  hasEOL: boolean;
}
interface MarkItem {
  type: 'beginMarkedContent' | 'beginMarkedContentProps' | 'endMarkedContent';
  id?: string;
}

/** Words by the id that pdf.js gives marked content (`p12R_mc3`: page object and MCID), in painting order. */
export const markedText = async (document: PDFDocumentProxy, page: number): Promise<Map<string, string>> => {
  const { items } = await (await document.getPage(page + 1)).getTextContent({ includeMarkedContent: true });
  const found = new Map<string, string>();
  const open: (string | undefined)[] = [];
  for (const item of items as (TextItem | MarkItem)[]) {
    if ('type' in item) {
      if (item.type === 'endMarkedContent') open.pop();
      else open.push(item.id);
      continue;
    }
    const id = open.at(-1);
    if (id) found.set(id, (found.get(id) ?? '') + item.str + (item.hasEOL ? ' ' : ''));
  }
  return new Map([...found].map(([id, words]) => [id, words.replaceAll(/\s+/g, ' ')]));
};

/** The id that pdf.js gives the marked content of a page; the page as `12 0 R`. */
export const markId = (page: string | undefined, mcid: number): string => {
  const [number, generation] = (page ?? '').split(' ');
  return `p${number}R${generation === '0' ? '' : generation}_mc${mcid}`;
};
