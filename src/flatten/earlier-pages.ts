/**
 * Takes the pages out on which answers went on when a copy was filled in by this program. What the fields hold now may be something else:
 * such pages are made anew from that.
 */
import { PDFBool, type PDFDict, PDFName, PDFNumber, type PDFObject, PDFRef } from '@cantoo/pdf-lib';
import type { Objects } from '../answers/objects.ts';
import type { OpenedPdf } from '../answers/open-filled.ts';
import { PIECE } from '../record/piece-name.ts';
import { writeParents } from './catalog.ts';
import { writePageList } from './page-list.ts';
import { kidsOf, readNumbers, readTree } from './structure-tree.ts';

const key = (name: string): PDFName => PDFName.of(name);

/** What marks such a page, in its page-piece data (ISO 32000-1, 14.5). */
const MARK = 'Continued';

/** Marks pages as such ones: each gets the record of the document, and the mark. */
export const markEarlierPages = ({ objects, catalog }: OpenedPdf, pages: readonly { dict: PDFDict }[]): void => {
  const { context } = objects;
  const own = objects.dict(objects.dict(catalog, 'PieceInfo') ?? catalog, PIECE);
  if (!own) return;
  const parts = objects.dict(own, 'Private');
  const Private = Object.fromEntries((parts?.entries() ?? []).map(([name, value]) => [name.decodeText(), value]));
  const entries = Object.fromEntries(own.entries().map(([name, value]) => [name.decodeText(), value]));
  const piece = context.register(context.obj({ [PIECE]: { ...entries, Private: { ...Private, [MARK]: PDFBool.True } } }));
  for (const { dict } of pages) dict.set(key('PieceInfo'), piece);
};

const isMarked = (objects: Objects, dict: PDFDict): boolean => {
  const own = objects.dict(objects.dict(dict, 'PieceInfo') ?? dict, PIECE);
  const parts = own && objects.dict(own, 'Private');
  return parts !== undefined && objects.get(parts, MARK) === PDFBool.True;
};

/**
 * Takes such pages out, in place.
 *
 * @returns the document without them
 * @throws Unreadable where its structure cannot be read
 */
export const withoutEarlierPages = (opened: OpenedPdf): OpenedPdf => {
  const { objects, catalog } = opened;
  const gone = opened.pages.filter(({ dict }) => isMarked(objects, dict));
  // A page with fields is none of them, whatever it says.
  const isBare = gone.every(({ dict }) => objects.list(dict, 'Annots').length === 0);
  if (gone.length === 0 || gone.length === opened.pages.length || !isBare) return opened;
  const refs = new Set(gone.map(({ ref }) => ref.toString()));
  const pages = opened.pages.filter(({ ref }) => !refs.has(ref.toString())).map((page, index) => ({ ...page, index }));

  const tree = readTree(opened);
  const { document } = tree;
  document.dict.set(key('K'), objects.context.obj(kidsOf(objects, document.dict).filter((kid) => !isOn(objects, kid, refs))));
  writeParents(objects, tree, new Set(gone.flatMap(({ dict }) => objects.number(dict, 'StructParents') ?? [])), []);
  writePageList(opened, pages);
  takeBookmarks(objects, catalog, refs);
  const labels = [...readNumbers(objects, objects.dict(catalog, 'PageLabels'))].filter(([from]) => from < pages.length);
  if (labels.length > 0)
    catalog.set(
      key('PageLabels'),
      objects.context.obj({ Nums: labels.toSorted((one, other) => one[0] - other[0]).flatMap(([from, label]) => [PDFNumber.of(from), label]) }),
    );
  return { ...opened, pages };
};

/** Whether all of an element stands on these pages. The tree was read before, and has no circle. */
const isOn = (objects: Objects, entry: PDFObject, pages: ReadonlySet<string>): boolean => {
  const dict = objects.asDict(entry);
  if (!dict) return false;
  if (pages.has(objects.ref(dict, 'Pg')?.toString() ?? '')) return true;
  const kids = objects.name(dict, 'Type') === 'MCR' ? [] : kidsOf(objects, dict);
  return kids.length > 0 && kids.every((kid) => isOn(objects, kid, pages));
};

/** Takes the outermost bookmarks out that lead to these pages. */
const takeBookmarks = (objects: Objects, catalog: PDFDict, pages: ReadonlySet<string>): void => {
  const outline = objects.dict(catalog, 'Outlines');
  if (!outline) return;
  const items: PDFRef[] = [];
  const seen = new Set<string>();
  for (let ref = objects.ref(outline, 'First'); ref && !seen.has(ref.toString()); ref = objects.ref(objects.asDict(ref) ?? outline, 'Next')) {
    seen.add(ref.toString());
    items.push(ref);
  }
  const kept = items.filter((ref) => {
    const item = objects.asDict(ref);
    const [page] = (item && objects.list(item, 'Dest')) ?? [];
    return !pages.has(page?.toString() ?? '');
  });
  if (kept.length === items.length || kept.length === 0) return;
  outline.set(key('First'), kept[0] as PDFRef);
  outline.set(key('Last'), kept.at(-1) as PDFRef);
  outline.set(key('Count'), PDFNumber.of(Math.max(0, Math.abs(objects.number(outline, 'Count') ?? 0) - (items.length - kept.length))));
  kept.forEach((ref, index) => {
    const item = objects.asDict(ref);
    for (const [name, neighbour] of [
      ['Prev', kept[index - 1]],
      ['Next', kept[index + 1]],
    ] as const) {
      if (neighbour) item?.set(key(name), neighbour);
      else item?.delete(key(name));
    }
  });
};
