/** What the first page is beside what is drawn on it. */
import { expect, test } from 'vitest';
import type { PdfDocument, Ref } from '../../src/pdf/document.ts';
import type { Drawn } from '../../src/pdf/draw.ts';
import { shapeOfFirst } from '../../src/pdf/page-shape.ts';
import { StructureTree } from '../../src/pdf/structure.ts';

/** A document of two pages, with so many paragraphs on the first one and on the second one. */
const shape = ({ first = 1, second = 1, alt, drawn = {} }: { first?: number; second?: number; alt?: string; drawn?: Partial<Drawn> }): string => {
  const pages = [{ id: 1 }, { id: 2 }] as [Ref, Ref];
  const doc = { page: { dictionary: pages[0] }, addContent: () => undefined };
  const tree = new StructureTree(doc as unknown as PdfDocument);
  for (const [index, count] of [first, second].entries()) {
    doc.page.dictionary = pages[index] as Ref;
    tree.beginPage();
    const section = tree.open('Sect', tree.root);
    for (let number = 0; number < count; number += 1) tree.content(tree.open('P', section, alt ? { alt } : {}), () => undefined);
  }
  return shapeOfFirst({ bookmarks: [], ...drawn }, tree);
};

test('it does not depend on other pages', () => {
  expect(shape({ second: 5 })).toBe(shape({}));
  expect(shape({ drawn: { bookmarks: [{ title: 'Later', level: 1, pageIndex: 1, top: 0 }] } })).toBe(shape({}));
});

test('it changes with an element, with words for one, and with a bookmark', () => {
  const bookmark = (title: string) => ({ drawn: { bookmarks: [{ title, level: 1, pageIndex: 0, top: 0 }] } });
  const shapes = [shape({}), shape({ first: 2 }), shape({ alt: 'Ana' }), shape({ alt: 'Ben' }), shape(bookmark('Ana')), shape(bookmark('Ben'))];
  expect(new Set(shapes).size).toBe(shapes.length);
});
