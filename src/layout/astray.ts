/** Fields that a component has put where nobody finds them, or under a name that another one has. */
import type { BookPage } from './book.tsx';
import { boxesIn, type LaidOutNode, marksOf } from './node.ts';

/** A field and where it went wrong; pages are counted from 1. */
export type Astray = { name: string; page: number } & ({ twice: number } | { beyond: number });

/** Lengths that differ by less are the same, in points. */
const TOLERANCE = 1;

/**
 * Finds fields that reach over the edge of their page (`beyond`, in points), or have the name of one before (`twice`, its page).
 *
 * @param pages of a book that is ready to be drawn
 */
export const fieldsAstray = (pages: readonly BookPage[]): Astray[] => {
  const astray: Astray[] = [];
  const known = new Map<string, number>();
  const walk = (node: LaidOutNode, left: number, top: number, page: number, { width, height }: Pick<BookPage, 'width' | 'height'>): void => {
    const { field } = marksOf(node);
    if (field) {
      const { name } = field;
      const before = known.get(name);
      if (before !== undefined) astray.push({ name, page, twice: before });
      known.set(name, page);
      const beyond = Math.max(-left, -top, left + node.box.width - width, top + node.box.height - height);
      if (beyond > TOLERANCE) astray.push({ name, page, beyond });
    }
    for (const child of boxesIn(node)) walk(child, left + child.box.left, top + child.box.top, page, { width, height });
  };
  for (const [index, page] of pages.entries()) {
    for (const { node, left, top } of page.placed) walk(node, left, top, index + 1, page);
    for (const node of page.frame?.children ?? []) walk(node, node.box.left, node.box.top, index + 1, page);
  }
  return astray;
};
