/** Lays out a copy of the shipped workbook, to look at how its pages are filled. */
import { Builder, type BuilderOptions } from '../../src/builder/builder.ts';
import { bookOptions, facesOf } from '../../src/builder/make-pdf.ts';
import type { Workbook } from '../../src/content/workbook.ts';
import type { Paper } from '../../src/kit/theme.ts';
import { type BookPage, makeBook } from '../../src/layout/book.tsx';
import { registerFaces } from '../../src/layout/lay-out.ts';
import { EVERYTHING } from '../../src/trust/trust.ts';

export interface LaidOutCopy {
  pages: readonly BookPage[];
  workbook: Workbook;
  paper: Paper;
}

/** Lays out the copy that some options ask for. */
export const layOutCopy = async (asked: Partial<BuilderOptions>): Promise<LaidOutCopy> => {
  const builder = new Builder({ trust: EVERYTHING });
  const { ready, diagnostics } = await builder.prepare({ workbook: 'rebuilding-trust', cwd: '/', ...asked });
  if (!ready) throw new Error(JSON.stringify(diagnostics));
  await registerFaces(facesOf(ready.theme, ready.fonts));
  const options = bookOptions(ready);
  const { book, diagnostics: faults } = await makeBook(options);
  if (!book) throw new Error(JSON.stringify(faults));
  return { pages: book.pages, workbook: options.workbook, paper: ready.theme.paper };
};

/** How far down its text area a page is filled, as a share. */
export const depthOf = ({ placed }: BookPage, { height, top, bottom }: Paper): number =>
  Math.max(0, ...placed.map((unit) => unit.top - top + unit.node.box.height)) / (height - top - bottom);

/** Pages that are not for clients: 14n, iv, – . */
export const isForCounselor = ({ label }: BookPage): boolean => /n\d*$|^[ivx]+$/.test(label);
