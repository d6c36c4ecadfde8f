/** The structure tree as text, a page at a time, as pdf.js hands it to screen readers. */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { widgetsOf } from './pdfjs.ts';
import { markedText } from './text.ts';

interface TreeNode {
  role?: string;
  alt?: string;
  lang?: string;
  type?: 'content' | 'object' | 'annotation';
  id?: string;
  children?: TreeNode[];
}

/** One line an element: its role, its words, the fields and links in it. */
export const treeText = async (document: PDFDocumentProxy, page: number): Promise<string> => {
  const tree = (await (await document.getPage(page + 1)).getStructTree()) as TreeNode | null;
  const words = await markedText(document, page);
  const widgets = new Map((await widgetsOf(document, page)).map((widget) => [`pdfjs_internal_id_${widget.id}`, widget]));
  const lines: string[] = [];
  const say = (node: TreeNode, depth: number): void => {
    const own: string[] = [];
    for (const child of node.children ?? []) {
      if (child.type === 'content') own.push(JSON.stringify(words.get(child.id ?? '')?.trim() ?? ''));
      else if (child.type) {
        const widget = widgets.get(child.id ?? '');
        own.push(widget ? `[${widget.fieldName}: ${widget.alternativeText}]` : '[link]');
      }
    }
    const about = [node.role, node.alt === undefined ? '' : `(${node.alt})`, ...own].filter(Boolean).join(' ');
    lines.push('  '.repeat(depth) + about);
    for (const child of node.children ?? []) if (!child.type) say(child, depth + 1);
  };
  if (tree) for (const child of tree.children ?? []) say(child, 0);
  return lines.join('\n');
};

/** The tree of every page, each under its number. */
export const documentText = async (document: PDFDocumentProxy): Promise<string> => {
  const pages: string[] = [];
  for (let page = 0; page < document.numPages; page += 1) pages.push(`page ${page + 1}\n${await treeText(document, page)}\n`);
  return pages.join('\n');
};
