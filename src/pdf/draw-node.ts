/** Draws one laid-out node with react-pdf's own renderer into this document. */
import renderPdf from '@react-pdf/render';
import type { LaidOutNode } from '../layout/laid-out-node.ts';
import type { PdfDocument } from './document.ts';

/** Told of each inline link as its words are about to be drawn, and when they are. */
export interface LinkListener {
  /** Left, top, width and height are in the page's points, from its upper left corner. */
  begin(target: string, rect: { left: number; top: number; width: number; height: number }): void;
  end(): void;
}

type Matrix = [number, number, number, number, number, number];

/**
 * Makes a function that draws a node (and all beneath it) at the place in its box, which counts from the page's
 * upper left corner.
 * The renderer asks the document for links and ends it; a proxy keeps both from happening. A link is announced before
 * the words of its run are drawn, and the run ends with a move of the origin: so the proxy knows both ends of it.
 */
export const leafDrawer = (doc: PdfDocument): ((node: LaidOutNode, links?: LinkListener) => void) => {
  let listener: LinkListener | undefined;
  let inLink = false;
  const link = (x: number, y: number, width: number, height: number, target: string) => {
    if (!listener) return proxy;
    const [a, , , d, e, f] = (doc as unknown as { _ctm: Matrix })._ctm;
    // Only moves are in force here (no turn, no scale), under pdfkit's flip of the y axis.
    listener.begin(target, { left: a * x + e, top: doc.page.height - (d * y + f), width, height });
    inLink = true;
    return proxy;
  };
  const overrides: Record<string, unknown> = {
    end: () => undefined,
    link,
    goTo: (x: number, y: number, width: number, height: number, name: string) => link(x, y, width, height, `#${name}`),
    translate: (x: number, y: number) => {
      if (inLink) {
        inLink = false;
        listener?.end();
      }
      doc.translate(x, y);
      return proxy;
    },
    font: (source: PDFKit.Mixins.PDFFontSource, size: number) => {
      doc.font(source);
      doc.fontSize(size);
      return proxy;
    },
  };
  const bound = new Map<string | symbol, unknown>();
  const proxy: PdfDocument = new Proxy(doc, {
    get(target, key) {
      if (typeof key === 'string' && Object.hasOwn(overrides, key)) return overrides[key];
      const value: unknown = Reflect.get(target, key, target);
      if (typeof value !== 'function') return value;
      if (!bound.has(key)) bound.set(key, value.bind(target));
      return bound.get(key);
    },
    set: (target, key, value) => Reflect.set(target, key, value, target),
  });
  return (node, links) => {
    listener = links;
    inLink = false;
    (renderPdf as unknown as (context: unknown, root: unknown) => void)(proxy, { children: [node] });
    listener = undefined;
  };
};
