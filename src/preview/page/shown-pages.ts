/** Which pages the tools act on: those of the workbook, or of a filled copy that was opened over them. */
import { listContents, markContents } from './contents.ts';
import { elements } from './page-elements.ts';
import { closeOverlays } from './panels.ts';
import type { Entry } from './pdf-outline.ts';
import { PdfPages } from './pdf-pages.ts';

/** The pages of one PDF, the element that they stand in, and what its contents list. */
interface View {
  pages: PdfPages;
  stage: HTMLElement;
  about: { pages: number; entries: readonly Entry[] } | undefined;
}

const viewIn = (stage: HTMLElement, filled: boolean): View => {
  const view: View = {
    stage,
    about: undefined,
    pages: new PdfPages(
      stage,
      {
        shown: (about) => {
          view.about = about;
          if (view === current) listShown();
        },
        pageChanged: (page) => view === current && markPage(page),
      },
      { filled },
    ),
  };
  return view;
};

const workbook = viewIn(elements.stage, false);
const copy = viewIn(elements.copyStage, true);
let current = workbook;

const listShown = (): void => {
  const { about, pages } = current;
  if (!about) return;
  elements.pageCount.textContent = String(about.pages);
  listContents(about.entries, (page) => {
    pages.goToPage(page);
    closeOverlays();
  });
  markPage(pages.page);
};

const markPage = (page: number): void => {
  if (document.activeElement !== elements.pageNumber) elements.pageNumber.value = String(page);
  markContents(page);
};

/** The pages of the workbook. */
export const book = workbook.pages;
/** The pages of a filled copy. */
export const filledCopy = copy.pages;

/** The pages that are in front. */
export const inFront = (): PdfPages => current.pages;

/** Brings the pages of a filled copy to the front, or those of the workbook back. */
export const bringToFront = (which: 'workbook' | 'copy'): void => {
  current = which === 'copy' ? copy : workbook;
  for (const { stage } of [workbook, copy]) {
    stage.classList.toggle('behind', stage !== current.stage);
    stage.inert = stage !== current.stage;
  }
  listShown();
};
