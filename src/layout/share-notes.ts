/** Puts short notes for the counselor together on a page, which stands before the first page that they are about. */
import { isUnlisted } from './numbering.ts';
import { fullness } from './packed.ts';
import type { UnframedPage } from './pack-part.ts';

/** Notes that take less of a page are short: they share one wherever they can. */
const SHORT = 1 / 3;

/** Notes for one page of the clients, or several. */
interface Notes {
  page: UnframedPage;
  about: UnframedPage[];
}

/**
 * Joins notes that fit on one page.
 *
 * @param pages all pages, in order; notes stand before the page that they are about
 * @param height of the text area, in points
 * @param gap between two notes on a page, in points
 * @param join `all` that fit, two and more on a page; or only those of which one is `short`, so that most notes still face their page
 * @returns all pages; those with notes know which pages they are about
 */
export const shareNotes = (pages: readonly UnframedPage[], height: number, gap: number, join: 'all' | 'short'): UnframedPage[] => {
  const shared: UnframedPage[] = [];
  let last: (Notes & { at: number }) | undefined;
  const tallOf = (page: UnframedPage): number => fullness(page, height) * height;
  for (const [index, page] of pages.entries()) {
    if (page.note !== 'beside') {
      shared.push(page);
      continue;
    }
    const about = pages.slice(index + 1).find(({ note }) => note === undefined);
    const before = last ? tallOf(last.page) : 0;
    const fits = last !== undefined && before + gap + tallOf(page) <= height;
    const wanted = join === 'all' || Math.min(before, tallOf(page)) < SHORT * height;
    const unlisted = [...(last?.about ?? []), ...(about ? [about] : [])].some(isUnlisted);
    const alone = pages[index - 1]?.note !== 'beside' && pages[index + 1]?.note !== 'beside';
    if (last && fits && wanted && alone && !unlisted) {
      const moved = page.placed.map((unit) => ({ ...unit, top: unit.top + before + gap }));
      const joined: UnframedPage = { ...last.page, placed: [...last.page.placed, ...moved], about: [...last.about, ...(about ? [about] : [])] };
      shared[last.at] = joined;
      last = { page: joined, about: joined.about ?? [], at: last.at };
      continue;
    }
    const own: UnframedPage = { ...page, about: about ? [about] : [] };
    last = { page: own, about: own.about ?? [], at: shared.length };
    shared.push(own);
  }
  return shared;
};
