/** PDFium, the engine of Chrome and Edge, compiled to WebAssembly: clicks and keys go through its form filler. */
import { PdfiumDocument } from '../readers/pdfium.ts';
import type { Values } from './answers.ts';
import { type Engine, SCALE } from './engine.ts';

export const pdfium: Engine = {
  name: 'PDFium',

  fill: async (bytes, { texts, ticks }) => {
    const document = await PdfiumDocument.open(bytes);
    for (let page = 0; page < document.pageCount; page += 1) {
      for (const widget of document.widgets(page)) {
        const text = texts.get(widget.name);
        if (text !== undefined) document.type(widget, text);
        else if (ticks.has(widget.name)) document.click(widget);
      }
      document.leave();
    }
    const saved = document.save();
    document.close();
    return saved;
  },

  read: async (bytes) => {
    const document = await PdfiumDocument.open(bytes);
    const values: Values = new Map();
    for (let page = 0; page < document.pageCount; page += 1) {
      const found = document.values(page);
      for (const { name, kind } of document.widgets(page)) values.set(name, kind === 'check' ? found.get(name) !== 'Off' : (found.get(name) ?? ''));
    }
    document.close();
    return values;
  },

  see: async (bytes, medium) => {
    const document = await PdfiumDocument.open(bytes);
    return {
      page: async (index) => {
        // Printing merges the appearances of the fields into the page.
        if (medium === 'paper') document.flatten(index);
        return document.render(index, SCALE);
      },
      close: async () => document.close(),
    };
  },
};
