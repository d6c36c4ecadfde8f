/** Numbers the pages: clients' pages count from 1, pages for the counselor stand beside them without counting. */
import { say } from '../content/phrase.ts';
import type { Strings } from '../content/strings.ts';

export interface Numbered {
  /** For the counselor: beside a client's page, or in a guide of their own. */
  note?: 'beside' | 'guide' | undefined;
  /** Of notes: the first and last of these is what they are about; left out, the next page. */
  about?: readonly Numbered[];
  /** Has nothing on it. */
  empty?: 'before' | 'back' | 'notes';
  /** The section it belongs to; pages of an unlisted one are not counted. */
  section?: { unlisted?: boolean | undefined };
}

/** Whether a page is without a number, in a client's copy too. */
export const isUnlisted = ({ section }: Numbered): boolean => section?.unlisted === true;

/** What a reader of the PDF shows for a page without a number; notes about it have letters behind it. */
export const UNNUMBERED = '–';

export interface PageNumber {
  /** As clients count; of notes, the page that they stand before. */
  page: number;
  /** What a reader of the PDF shows for this page (ISO 32000-1, 12.4.2). */
  label: string;
  /** What stands in place of the number on a page for the counselor; empty on a page without a number. */
  note?: string;
}

const ROMAN: [number, string][] = [
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** A number in small Roman numerals, as front matter is counted. */
export const roman = (number: number): string => {
  let left = number;
  let numeral = '';
  for (const [value, sign] of ROMAN) {
    while (left >= value) {
      numeral += sign;
      left -= value;
    }
  }
  return numeral;
};

/**
 * Numbers pages in order.
 *
 * @param counted the numbers that clients' pages have in the clients' copy, and how many there are; left out, they are counted here
 */
export const numberPages = (
  pages: readonly Numbered[],
  strings: Strings,
  counted?: { numbers: ReadonlyMap<Numbered, number>; total: number },
): { numbers: PageNumber[]; total: number } => {
  let page = 0;
  let guide = 0;
  let beside = 0;
  const numberOf = (at: Numbered): number | undefined => (counted ? counted.numbers.get(at) : page + 1);
  const numbers = pages.map((at, index): PageNumber => {
    if (at.note === 'guide') {
      guide += 1;
      const label = roman(guide);
      return { page: page + 1, label, note: say(strings.guidePage, { page: label }) };
    }
    if (at.note === 'beside') {
      beside += 1;
      const before = pages.slice(index + 1).find(({ note, empty }) => note === undefined && empty !== 'notes');
      const about = at.about ? at.about.find((one) => !isUnlisted(one)) : before;
      if (!about || isUnlisted(about)) return { page, label: `${UNNUMBERED}n${beside > 1 ? beside : ''}`, note: strings.counselorNotes };
      const next = numberOf(about) ?? page + 1;
      const until = at.about?.at(-1);
      const last = (until && counted?.numbers.get(until)) ?? next;
      // 14n, and 14n2 where the notes run on.
      const label = `${next}n${beside > 1 ? beside : ''}`;
      const note = last > next ? say(strings.notesForSome, { from: next, to: last }) : say(strings.notesFor, { page: next });
      return { page: next, label, note };
    }
    if (isUnlisted(at)) {
      beside = 0;
      return { page, label: UNNUMBERED, note: '' };
    }
    const number = numberOf(at);
    // An empty page that the clients' copy does not have: 14-, behind page 14.
    if (number === undefined || at.empty === 'notes') return { page, label: `${page}-` };
    page = number;
    beside = 0;
    return { page, label: String(page) };
  });
  return { numbers, total: counted?.total ?? page };
};
