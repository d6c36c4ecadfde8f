/** Describes a page apart from its drawing as text: its structure elements, fields, links and bookmarks. */
import type { Drawn } from './draw.ts';
import type { PageElements, StructureElement } from './page-elements.ts';
import type { StructureTree } from './structure.ts';

/** Whether an element, or one in it, has content on a page. */
const isOn = ({ kids }: StructureElement, page: PageElements): boolean => kids.some((kid) => ('element' in kid ? isOn(kid.element, page) : kid.page === page));

/** Describes the first page of a document. Two pages with equal descriptions differ only in their drawing. */
export const shapeOfFirst = ({ bookmarks }: Pick<Drawn, 'bookmarks'>, { root, pages }: StructureTree): string => {
  const [page] = pages;
  if (!page) return '';
  const { elements: own } = page;
  const elements: StructureElement[] = [];
  const say = (element: StructureElement): unknown => {
    elements.push(element);
    const { type, alt, language, attributes, kids } = element;
    return [type, alt, language, attributes, kids.map((kid) => ('element' in kid ? say(kid.element) : kid.mcid))];
  };
  const structure = root.kids.flatMap((kid) => ('element' in kid && isOn(kid.element, own) ? [say(kid.element)] : []));
  const annotations = own.annotations.map(({ element, ...about }) => [elements.indexOf(element), about]);
  return JSON.stringify([structure, annotations, bookmarks.filter(({ pageIndex }) => pageIndex === 0), own.destinations]);
};
