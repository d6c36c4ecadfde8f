/** Writes the document outline, whose entries viewers call bookmarks (ISO 32000-1, 12.3.3). */
import { pageRef } from './annotations.ts';
import { type PdfDocument, type Ref, textString } from './document.ts';
import type { Drawn } from './draw.ts';

interface Item {
  ref: Ref;
  level: number;
  children: Item[];
}

/** Writes one entry for each bookmark, nested by level; the outermost are open, those below closed. */
export const writeOutline = (doc: PdfDocument, bookmarks: Drawn['bookmarks'], heights: readonly number[]): void => {
  if (bookmarks.length === 0) return;
  const root: Item = { ref: doc.ref({ Type: 'Outlines' }), level: 0, children: [] };
  const open: Item[] = [root];
  for (const { title, level, pageIndex, top } of bookmarks) {
    const y = (heights[pageIndex] ?? 0) - top;
    const item: Item = {
      ref: doc.ref({ Title: textString(title), Dest: [pageRef(doc, pageIndex), 'XYZ', 0, y, null] }),
      level,
      children: [],
    };
    while ((open.at(-1) as Item).level >= level) open.pop();
    (open.at(-1) as Item).children.push(item);
    open.push(item);
  }
  link(root, true);
  doc._root.data.Outlines = root.ref;
  doc._root.data.PageMode = 'UseOutlines';
};

/** Chains the children of an item and ends it; a count below zero says that they are folded away. */
const link = ({ ref, children }: Item, shown: boolean): void => {
  children.forEach((child, index) => {
    child.ref.data.Parent = ref;
    const before = children[index - 1];
    const after = children[index + 1];
    if (before) child.ref.data.Prev = before.ref;
    if (after) child.ref.data.Next = after.ref;
    link(child, false);
  });
  if (children.length > 0) {
    ref.data.First = (children[0] as Item).ref;
    ref.data.Last = (children.at(-1) as Item).ref;
    ref.data.Count = shown ? children.length : -children.length;
  }
  ref.end();
};
