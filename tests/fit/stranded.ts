/** Finds pages of a finished book that hold little: what was left over from the page before. */
import { Builder, type BuilderOptions } from '../../src/builder/builder.ts';
import { bookOptions, facesOf } from '../../src/builder/make-pdf.ts';
import { type BookPage, makeBook } from '../../src/layout/book.tsx';
import { boxesIn, type LaidOutNode, marksOf } from '../../src/layout/laid-out-node.ts';
import { registerFaces } from '../../src/layout/lay-out.ts';
import { EVERYTHING } from '../../src/trust/trust.ts';

/** A page of clients is at least so full, as a share of its text area. */
const THIRD = 1 / 3;
/** A page of notes has more than three lines. */
const THREE_LINES = 0.12;

/** An empty page before a sheet that leaves the book has one line on it. */
const ONE_LINE = 0.04;

/** Pages that are not for clients: 14n, iv, – . */
const isForCounselor = ({ label }: BookPage): boolean => /n\d*$|^[ivx]+$/.test(label);

const begins = (node: LaidOutNode): boolean => marksOf(node).bookmark !== undefined || boxesIn(node).some(begins);

/**
 * The stranded pages of a copy, each as its number in the file and how full it is in percent.
 *
 * Left out are pages that are meant to breathe: the cover, what is empty, the practice's page at the end, and pages on which something begins
 * that has no more to say.
 */
export const strandedPages = async (asked: Partial<BuilderOptions>): Promise<string[]> => {
  const builder = new Builder({ trust: EVERYTHING });
  const { ready, diagnostics } = await builder.prepare({ workbook: 'rebuilding-trust', cwd: '/', ...asked });
  if (!ready) throw new Error(JSON.stringify(diagnostics));
  const { theme } = ready;
  await registerFaces(facesOf(theme, ready.fonts));
  const { book, diagnostics: faults } = await makeBook(bookOptions(ready));
  if (!book) throw new Error(JSON.stringify(faults));
  const { paper } = theme;
  const height = paper.height - paper.top - paper.bottom;
  const depthOf = ({ placed }: BookPage): number => Math.max(0, ...placed.map(({ node, top }) => top - paper.top + node.box.height)) / height;
  return book.pages.flatMap((page, index) => {
    const depth = depthOf(page);
    const filler = page.placed.length === 1 && depth < ONE_LINE;
    const breathes = index === 0 || filler || page.placed.length === 0 || !page.section || page.placed.some(({ node }) => begins(node));
    const least = isForCounselor(page) ? THREE_LINES : THIRD;
    return breathes || depth >= least ? [] : [`${index + 1}: ${Math.round(100 * depth)} %`];
  });
};
