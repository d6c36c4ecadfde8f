/** Sets the counselor's notes one below the other, where the clients' pages do not stand between them. */
import { bottomOf, marksOf } from './laid-out-node.ts';
import type { Placed } from './packed.ts';
import type { UnframedPage } from './pack-part.ts';

/** A part of notes: its space to the part before, and the clients' page that the notes are about. */
interface NotePart {
  unit: Placed;
  gap: number;
  page: UnframedPage;
  about: UnframedPage | undefined;
}

/** The parts of all notes in order; the first of each keeps more distance. */
const partsOf = (pages: readonly UnframedPage[], gap: number): NotePart[] => {
  const parts: NotePart[] = [];
  for (const [index, page] of pages.entries()) {
    if (page.note !== 'beside') continue;
    const about = pages.slice(index + 1).find(({ note }) => note === undefined);
    const begins = pages[index - 1]?.note !== 'beside';
    page.placed.forEach((unit, at) => {
      const before = page.placed[at - 1];
      const own = before ? unit.top - before.top - before.node.box.height : begins ? gap : gap / 2;
      parts.push({ unit, gap: own, page, about });
    });
  }
  return parts;
};

/**
 * Puts notes on as few pages as they take: a page may end between two parts of them, never behind a title.
 *
 * @param pages all pages, in order; the clients' are left out, but for the cover and the closing
 * @param height of the text area, in points
 * @param gap between the notes for one page and those for the next, in points
 */
export const flowNotes = (pages: readonly UnframedPage[], height: number, gap: number): UnframedPage[] => {
  const parts = partsOf(pages, gap);
  const notes: UnframedPage[] = [];
  let y = Infinity;
  parts.forEach(({ unit, gap: above, page, about }, index) => {
    const next = parts[index + 1];
    const follows = marksOf(unit.node).flow?.keepWithNext && next ? next.gap + next.unit.node.box.height : 0;
    if (y + above + unit.node.box.height + follows > height) {
      notes.push({ ...page, placed: [], about: [] });
      y = -above;
    }
    const last = notes.at(-1) as UnframedPage;
    const top = y + above;
    last.placed.push({ ...unit, top });
    if (about && !last.about?.includes(about)) last.about?.push(about);
    y = bottomOf({ ...unit.node, box: { ...unit.node.box, top } });
  });
  const others = (page: UnframedPage): boolean => page.cover === true || page.note === 'guide';
  return [...pages.filter(others), ...notes, ...pages.filter(({ closing }) => closing)];
};
