/** Arranges pages for printing on two sides: what leaves the book has a sheet of its own, and notes for the counselor face the page that they are about. */
import { isUnlisted, type Numbered } from './numbering.ts';
import type { UnframedPage } from './pack-part.ts';

/** The index of a right-hand page is even: the cover is one. */
const isRight = (index: number): boolean => index % 2 === 0;

/** An empty page behind another; one before a sheet that leaves the book has the foot of the pages that it follows. */
const blank = ({ width, height, section }: UnframedPage, empty: NonNullable<UnframedPage['empty']>): UnframedPage => ({
  width,
  height,
  ...(section ? { section } : {}),
  placed: [],
  bare: empty !== 'before',
  empty,
});

/** The index behind the last page of notes of the run that begins at `from`. */
const endOfNotes = (pages: readonly UnframedPage[], from: number): number => {
  let end = from;
  while (pages[end]?.note === 'beside') end += 1;
  return end;
};

/**
 * Puts empty pages where they are needed: before a sheet that leaves the book, so that it begins on a right-hand page; behind it, so that its
 * back is empty; before notes, so that the last of them is a left-hand page.
 *
 * @param pages all pages, in order
 */
export const onOwnSheets = (pages: readonly UnframedPage[]): UnframedPage[] => {
  const arranged: UnframedPage[] = [];
  for (const [index, page] of pages.entries()) {
    const [before, after] = [pages[index - 1], pages[index + 1]];
    const { leaves } = page;
    const begins = leaves !== undefined && (leaves.each || before?.leaves !== leaves);
    if (begins && !isRight(arranged.length)) arranged.push(blank(before ?? page, 'before'));
    if (page.note === 'beside' && before?.note !== 'beside') {
      const last = arranged.length + endOfNotes(pages, index) - index - 1;
      if (isRight(last)) arranged.push(blank(page, 'notes'));
    }
    arranged.push(page);
    const ends = leaves !== undefined && (leaves.each || after?.leaves !== leaves);
    if (ends && isRight(arranged.length - 1)) arranged.push(blank(page, 'back'));
  }
  return arranged;
};

/**
 * The numbers of pages as clients count them, empty ones among them: notes for the counselor move pages to other sides, and other pages stay empty.
 *
 * @param pages all pages with the notes, not arranged yet
 * @param twoSided whether the clients' copy is for printing on two sides
 */
export const countedByClients = (pages: readonly UnframedPage[], twoSided: boolean): { numbers: Map<Numbered, number>; total: number } => {
  const alone = pages.filter(({ note }) => note === undefined);
  const theirs = (twoSided ? onOwnSheets(alone) : alone).filter((page) => !isUnlisted(page));
  return { numbers: new Map(theirs.map((page, index) => [page, index + 1])), total: theirs.length };
};
