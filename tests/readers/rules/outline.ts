/** Bookmarks: they nest as the headings do, lead to them, and leave none of the large ones out. */
import { PDFDict } from '@cantoo/pdf-lib';
import type { RawPdf } from '../raw.ts';
import { elementsOf, isElement, leavesOf } from '../structure.ts';
import { type Finding, Findings, type Reading } from './finding.ts';
import { wordsOf } from './structure.ts';

interface Bookmark {
  title: string;
  depth: number;
  page: number;
  /** How far up the page it leads, in points. */
  top: number;
}

const bookmarksOf = (pdf: RawPdf): Bookmark[] => {
  const pages = new Map(pdf.pages.map(({ ref, index }) => [ref, index]));
  const found: Bookmark[] = [];
  const walk = (parent: PDFDict | undefined, depth: number): void => {
    for (let item = parent && pdf.dict(parent, 'First'); item; item = pdf.dict(item, 'Next')) {
      const destination = pdf.list(item, 'Dest').map(String);
      found.push({ title: pdf.text(item, 'Title') ?? '', depth, page: pages.get(destination[0] ?? '') ?? -1, top: Number(destination[3]) });
      walk(item, depth + 1);
    }
  };
  walk(pdf.dict(pdf.catalog, 'Outlines'), 0);
  return found;
};

/** What stands in place of a number on pages that are not counted. */
const UNCOUNTED = /^–/;

/** Whether the label of a page, by its index, is a number. */
const numberedPages = (pdf: RawPdf): ((page: number) => boolean) => {
  const labels = pdf.dict(pdf.catalog, 'PageLabels');
  const nums = labels ? pdf.list(labels, 'Nums') : [];
  const ranges = Array.from({ length: nums.length / 2 }, (_, index) => {
    const label = nums[2 * index + 1];
    return { from: Number(String(nums[2 * index])), prefix: label instanceof PDFDict ? (pdf.text(label, 'P') ?? '') : '' };
  });
  return (page) => !UNCOUNTED.test(ranges.findLast(({ from }) => from <= page)?.prefix ?? '');
};

/** The headings that books are parted by: of a section, and of a worksheet in it. The first level is the book's title. */
const SECTION = 2;

/** Rules about the outline and the headings. */
export const outlineFindings = (reading: Reading): Finding[] => {
  const { pdf, structure } = reading;
  const found = new Findings();
  const pages = new Map(pdf.pages.map(({ ref, index }) => [ref, index]));
  const headings = elementsOf(structure).flatMap((node) => {
    const level = Number(/^H([1-6])$/.exec(node.type)?.[1] ?? 0);
    const page = pages.get(leavesOf(node)[0]?.kid.page ?? '');
    const contents = node.parent?.kids.some((kid) => isElement(kid) && kid.type === 'TOC') ?? false;
    return level === 0 || page === undefined ? [] : [{ level, page, contents, words: wordsOf(node, reading) }];
  });
  const bookmarks = bookmarksOf(pdf);
  const counted = numberedPages(pdf);
  const headingOf = ({ title, page }: Bookmark) => headings.find((heading) => heading.page === page && heading.words !== '' && title.endsWith(heading.words));
  // A discreet copy has numbers in place of words.
  const discreet = !bookmarks.some(headingOf);
  bookmarks.forEach((bookmark, index) => {
    const { title, depth, page, top } = bookmark;
    const before = bookmarks[index - 1];
    found.expect(page >= 0 && Number.isFinite(top), 'outline', title, 'leads nowhere');
    found.expect(
      !before || page > before.page || (page === before.page && top <= before.top),
      'outline',
      title,
      `leads to a place before that of "${before?.title}"`,
    );
    if (discreet) return;
    const heading = headingOf(bookmark);
    if (heading) found.expect(depth === Math.max(0, heading.level - SECTION), 'outline', title, `lies ${depth} deep for a heading of level ${heading.level}`);
    else found.expect(depth >= SECTION, 'outline', title, 'no heading on its page has these words');
  });
  for (const { level, page, contents, words } of headings) {
    // The table of contents may go without: it stands in front.
    // A page that nobody is to find by its title is neither counted nor in the outline; the notes on it are.
    if (level === SECTION && !contents && counted(page))
      found.expect(
        bookmarks.some((bookmark) => bookmark.depth === 0 && bookmark.page === page),
        'outline',
        `page ${page + 1}`,
        `no bookmark leads to "${words}"`,
      );
  }
  return found.all;
};
