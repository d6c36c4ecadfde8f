/** What is read comes in the order in which an eye goes over the page: on from left to right and down, or over to the next column. */
import type { RawPdf } from '../raw.ts';
import { isContent, leavesOf } from '../structure.ts';
import { type Box, markId } from '../text.ts';
import { type Finding, Findings, type Reading } from './finding.ts';

/** Boxes of letters are a little larger than their ink (points). */
const SLACK = 3;

/** Whether the eye has to go back from one piece to reach the next: up within its column, or to the left on its line. */
const goesBack = (from: Box, to: Box): boolean => {
  const above = to[1] >= from[3] - SLACK;
  const ahead = to[0] >= from[2] - SLACK;
  const common = Math.min(from[3], to[3]) - Math.max(from[1], to[1]);
  const onLine = common > 0.6 * Math.min(from[3] - from[1], to[3] - to[1]);
  return (above && !ahead) || (onLine && to[2] <= from[0] + SLACK);
};

const rectangles = (pdf: RawPdf): Map<string, Box> =>
  new Map(pdf.pages.flatMap(({ annotations }) => annotations.map(({ ref, dict }) => [ref, pdf.numbers(dict, 'Rect') as Box] as const)));

/** The title of a cover stands alone; that of a loose sheet has notes beside it. */
const HEADING = /^H[1-6]$/;

/**
 * Rules about where things stand that are read one after the other. Notes in the margin, left of the headings, are read where they belong:
 * they are held against each other, and the rest of the page against itself.
 */
export const placeFindings = ({ pdf, structure, words, boxes }: Reading): Finding[] => {
  const found = new Findings();
  const fields = rectangles(pdf);
  const leaves = leavesOf(structure);
  for (const page of pdf.pages) {
    const pieces = leaves.flatMap(({ kid, element }) => {
      // Annotations of links lie over their words.
      if (kid.page !== page.ref || (!isContent(kid) && element.type === 'Link')) return [];
      const id = isContent(kid) ? markId(kid.page, kid.mcid) : '';
      const box = isContent(kid) ? boxes[page.index]?.get(id) : fields.get(kid.object ?? '');
      return box
        ? [{ box, heading: HEADING.test(element.type), what: isContent(kid) ? `"${words[page.index]?.get(id)?.trim()}"` : `the field ${kid.object}` }]
        : [];
    });
    const margin = pieces.find(({ heading }) => heading)?.box[0] ?? Number.NEGATIVE_INFINITY;
    const inMargin = ({ box }: (typeof pieces)[number]): boolean => box[2] <= margin;
    for (const column of [pieces.filter((piece) => !inMargin(piece)), pieces.filter(inMargin)]) {
      column.slice(1).forEach(({ box, what }, index) => {
        const before = column[index] as (typeof pieces)[number];
        found.expect(!goesBack(before.box, box), 'visual-order', `page ${page.index + 1}`, `${what} is read after ${before.what} and stands before it`);
      });
    }
  }
  return found.all;
};
