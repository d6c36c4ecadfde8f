/** Makes a discreet copy: its file name, title and bookmarks do not say what it is about. */
import type { Workbook } from '../content/workbook.ts';
import { say } from '../content/phrase.ts';
import type { Strings } from '../content/strings.ts';
import type { Drawn } from '../pdf/draw.ts';

type Bookmark = Drawn['bookmarks'][number];

/** The workbook under a neutral title, without subtitle, author, subject and licence; of its edition it says only whether it is the counselor's. */
export const discreetly = ({ subtitle: _, author: __, subject: ___, license: ____, edition, ...workbook }: Workbook, strings: Strings): Workbook => ({
  ...workbook,
  ...(edition ? { edition: { ...edition, marks: [] } } : {}),
  title: strings.discreetTitle,
});

/** Numbers in place of the titles of an outline: "Part 3", "Part 3.2". */
export const discreetBookmarks = (strings: Strings): ((bookmark: Bookmark) => Bookmark) => {
  const counts: number[] = [];
  return (bookmark) => {
    counts.length = Math.min(counts.length, bookmark.level);
    while (counts.length < bookmark.level) counts.push(0);
    counts[bookmark.level - 1] = (counts[bookmark.level - 1] ?? 0) + 1;
    return { ...bookmark, title: say(strings.discreetPart, { number: counts.join('.') }) };
  };
};
