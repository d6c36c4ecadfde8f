/** Describes a page apart from its drawing as text: its structure elements, fields, links and bookmarks. */
import type { Drawn } from './draw.ts';
import type { StructureElement, StructureTree } from './structure.ts';

/** Whether an element, or one in it, has content on a page; its pages are known by their dictionaries. */
const isOn = ({ kids }: StructureElement, page: object): boolean => kids.some((kid) => ('element' in kid ? isOn(kid.element, page) : kid.page === page));

/**
 * Describes the first page of a document. Two pages with equal descriptions differ only in their drawing.
 *
 * @param page its dictionary
 */
export const shapeOfFirst = ({ annotations, bookmarks, destinations }: Omit<Drawn, 'forms'>, tree: StructureTree, page: object): string => {
  const elements: StructureElement[] = [];
  const say = (element: StructureElement): unknown => {
    elements.push(element);
    const { type, alt, language, attributes, kids } = element;
    return [type, alt, language, attributes, kids.map((kid) => ('element' in kid ? say(kid.element) : 'mcid' in kid ? kid.mcid : 'annotation'))];
  };
  const structure = tree.root.kids.flatMap((kid) => ('element' in kid && isOn(kid.element, page) ? [say(kid.element)] : []));
  const first = <T extends { pageIndex: number }>(all: readonly T[]): T[] => all.filter(({ pageIndex }) => pageIndex === 0);
  const onPage = first(annotations).map(({ page: _, element, ...about }) => [elements.indexOf(element), about]);
  return JSON.stringify([structure, onPage, first(bookmarks), first(destinations)]);
};
