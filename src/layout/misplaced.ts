/** Finds faults on pages that only a user's component can cause: fields out of reach, two fields of one name, characters that no font has. */
import type { BookPage } from './book.tsx';
import { boxesIn, type LaidOutNode, marksOf } from './laid-out-node.ts';

/** A field and where it went wrong; pages are counted from 1. */
export type MisplacedField = { name: string; page: number } & ({ twice: number } | { beyond: number });

/** Lengths that differ by less are the same, in points. */
const TOLERANCE = 1;

/**
 * Finds fields that reach over the edge of their page (`beyond`, in points), or have the name of one before (`twice`, its page).
 *
 * @param pages of a book that is ready to be drawn
 */
export const misplacedFields = (pages: readonly BookPage[]): MisplacedField[] => {
  const misplaced: MisplacedField[] = [];
  const known = new Map<string, number>();
  const walk = (node: LaidOutNode, left: number, top: number, page: number, { width, height }: Pick<BookPage, 'width' | 'height'>): void => {
    const { field } = marksOf(node);
    if (field) {
      const { name } = field;
      const before = known.get(name);
      if (before !== undefined) misplaced.push({ name, page, twice: before });
      known.set(name, page);
      const beyond = Math.max(-left, -top, left + node.box.width - width, top + node.box.height - height);
      if (beyond > TOLERANCE) misplaced.push({ name, page, beyond });
    }
    for (const child of boxesIn(node)) walk(child, left + child.box.left, top + child.box.top, page, { width, height });
  };
  for (const [index, page] of pages.entries()) {
    for (const { node, left, top } of page.placed) walk(node, left, top, index + 1, page);
    for (const node of page.frame?.children ?? []) walk(node, node.box.left, node.box.top, index + 1, page);
  }
  return misplaced;
};

/** What is read of the runs of a line (textkit). */
interface Run {
  glyphs?: { codePoints: number[] }[];
  attributes?: { font?: { type?: string }[] };
}

/**
 * Finds characters that the fonts of the theme do not have: the layout engine takes a font for them that is not in the PDF. Those of the
 * workbook are told before (content/missing-glyphs.ts).
 *
 * @param pages of a book that is ready to be drawn
 * @returns each with the first page that it stands on, from 1
 */
export const unshownLetters = (pages: readonly BookPage[]): Map<string, number> => {
  const misplaced = new Map<string, number>();
  const walk = (node: LaidOutNode, page: number): void => {
    for (const line of (node.lines ?? []) as { runs: Run[]; embedded?: boolean }[]) {
      if (line.embedded) continue;
      for (const run of line.runs) {
        if (run.attributes?.font?.[0]?.type !== 'STANDARD') continue;
        // Asked for only here: the engine lists the glyphs of a run when it is asked.
        const { glyphs = [] } = run;
        // The engine may give one character as two halves.
        const words = glyphs.map(({ codePoints }) => String.fromCodePoint(...codePoints)).join('');
        for (const letter of words) if (letter.trim() !== '' && !misplaced.has(letter)) misplaced.set(letter, page);
      }
    }
    for (const child of boxesIn(node)) walk(child, page);
  };
  for (const [index, page] of pages.entries())
    for (const node of [...page.placed.map((placed) => placed.node), ...(page.frame?.children ?? [])]) walk(node, index + 1);
  return misplaced;
};
