/** Keeps of a structure tree what belongs to the pages that are kept. */
import { PDFDict, PDFName, PDFNumber, type PDFObject, PDFRef } from '@cantoo/pdf-lib';
import type { OpenedPdf } from '../answers/open-filled.ts';
import { outlineLevels } from '../pdf/outline-levels.ts';
import { kidsOf, type ReadTree } from './structure-tree.ts';

const key = (name: string): PDFName => PDFName.of(name);

/** What an element keeps (ISO 32000-1, table 323); other entries may lead to other elements. */
const KEPT = new Set(['Type', 'S', 'P', 'Pg', 'K', 'A', 'Alt', 'ActualText', 'Lang', 'E', 'ID', 'T']);
/** Words about an element as a whole, which say too much once a part of it is gone. */
const ABOUT_ALL = ['Alt', 'ActualText', 'E', 'T'];

/** The pages that are kept, and the annotations on them, by their references. */
export interface KeptPages {
  pages: ReadonlySet<string>;
  annotations: ReadonlySet<string>;
  /** The keys of both in the parent tree. */
  parents: ReadonlySet<number>;
}

/**
 * Takes all out that belongs to other pages, in place, and raises the headings that are left, so that no level is passed over
 * (ISO 14289-1, 7.4.2).
 *
 * @param tree as it was read, which says that there is no circle in it
 */
export const keepStructure = ({ objects }: OpenedPdf, { document, root, parents }: ReadTree, kept: KeptPages): void => {
  const { context } = objects;
  const level = outlineLevels();

  /** Whether anything is left of an entry among the kids of an element, and whether anything is gone. */
  const keep = (entry: PDFObject, above: PDFRef | undefined): { left: boolean; gone: boolean } => {
    const found = objects.follow(entry);
    const whether = (left: boolean) => ({ left, gone: !left });
    if (found instanceof PDFNumber) return whether(kept.pages.has(above?.toString() ?? ''));
    if (!(found instanceof PDFDict)) return whether(false);
    const page = objects.ref(found, 'Pg') ?? above;
    const type = objects.name(found, 'Type');
    if (type === 'MCR') return whether(kept.pages.has(page?.toString() ?? ''));
    if (type === 'OBJR') return whether(kept.annotations.has(objects.ref(found, 'Obj')?.toString() ?? ''));
    if (!(entry instanceof PDFRef)) return whether(false);
    const heading = /^H([1-6])$/.exec(objects.name(found, 'S') ?? '');
    let gone = false;
    const kids = kidsOf(objects, found).filter((kid) => {
      const result = keep(kid, page);
      gone ||= result.gone;
      return result.left;
    });
    if (kids.length === 0) return whether(false);
    for (const name of found.keys()) if (!KEPT.has(name.decodeText())) found.delete(name);
    if (gone) for (const name of ABOUT_ALL) found.delete(key(name));
    if (heading) found.set(key('S'), key(`H${Math.min(6, level(Number(heading[1])))}`));
    // A link whose place is gone is words alone.
    if (gone && objects.name(found, 'S') === 'Link' && !kids.some(isObject)) found.set(key('S'), key('Span'));
    found.set(key('K'), context.obj(kids));
    if (!kept.pages.has(objects.ref(found, 'Pg')?.toString() ?? '')) found.delete(key('Pg'));
    return { left: true, gone };
  };
  const isObject = (kid: PDFObject): boolean => {
    const dict = objects.asDict(kid);
    return dict !== undefined && objects.name(dict, 'Type') === 'OBJR';
  };

  if (!keep(document.ref, undefined).left) document.dict.set(key('K'), context.obj([]));
  for (const name of root.keys()) if (!['Type', 'K', 'RoleMap'].includes(name.decodeText())) root.delete(name);
  const entries = [...parents]
    .filter(([number]) => kept.parents.has(number))
    .toSorted((one, other) => one[0] - other[0])
    .flatMap(([number, value]) => [PDFNumber.of(number), value]);
  root.set(key('ParentTree'), context.register(context.obj({ Nums: entries })));
};
