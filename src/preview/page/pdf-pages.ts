/** The pages of a PDF in pdf.js's viewer. A new PDF is laid out behind the old one, which stays until the new one can be seen. */
import { type PDFDocumentProxy, AnnotationMode, getDocument, worker } from './pdfjs.ts';
import { EventBus, LinkTarget, PDFLinkService, PDFViewer } from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';
import { copyDrawn, keepAnswers, restoreAnswers } from './typed-answers.ts';
import { type Entry, movedPage, readOutline } from './pdf-outline.ts';
import { made } from './page-elements.ts';
import { focusAgain, focusIn, goTo, pagesInSight, placeIn } from './scroll-position.ts';

/** A PDF that is shown. */
interface Shown {
  container: HTMLDivElement;
  viewer: PDFViewer;
  document: PDFDocumentProxy;
  entries: Entry[];
  ending: AbortController;
  /** Resolves when it has pages, of their sizes. */
  begun: Promise<unknown>;
}

/** Seconds for the pages in sight to be drawn; then they are shown as they are. */
const PATIENCE = 5;

export interface BookListener {
  /** A PDF is shown. */
  shown(about: { pages: number; entries: readonly Entry[] }): void;
  /** Another page is in sight. */
  turned(page: number): void;
}

export class Book {
  readonly #stage: HTMLElement;
  readonly #listener: BookListener;
  #shown: Shown | undefined;
  #scale = '1';

  constructor(stage: HTMLElement, listener: BookListener) {
    this.#stage = stage;
    this.#listener = listener;
  }

  /** Shows a PDF at the place where the last one was. */
  async show(bytes: ArrayBuffer): Promise<void> {
    const document = await getDocument({ data: bytes, worker, enableXfa: false, isEvalSupported: false, useSystemFonts: false, verbosity: 0 }).promise;
    const entries = await readOutline(document);
    const old = this.#shown;
    if (old) await keepAnswers(old.document);
    await restoreAnswers(document);

    const next = this.#open(document, entries);
    const { container, viewer } = next;
    await next.begun;
    viewer.currentScaleValue = this.#scale;
    if (old) {
      const place = placeIn(old.container);
      goTo(container, { ...place, page: movedPage(place.page, old.entries, entries, document.numPages) });
    }
    await drawn(viewer);
    // What was typed meanwhile goes along, and so does what was scrolled.
    if (old) {
      await keepAnswers(old.document);
      await restoreAnswers(document);
      copyDrawn(old.container, container);
      const place = placeIn(old.container);
      goTo(container, { ...place, page: movedPage(place.page, old.entries, entries, document.numPages) });
    }
    const focus = old && focusIn(old.container);
    container.classList.remove('behind');
    container.inert = false;
    this.#shown = next;
    if (old) {
      focusAgain(container, focus);
      close(old);
    }
    this.#listener.shown({ pages: document.numPages, entries });
    this.#listener.turned(viewer.currentPageNumber);
  }

  #open(document: PDFDocumentProxy, entries: Entry[]): Shown {
    const container = made('div', 'sheets behind');
    container.inert = true;
    container.tabIndex = 0;
    container.setAttribute('role', 'region');
    container.setAttribute('aria-label', 'Pages');
    container.append(made('div', 'pdfViewer'));
    this.#stage.append(container);
    const eventBus = new EventBus();
    const linkService = new PDFLinkService({ eventBus, externalLinkTarget: LinkTarget.BLANK, externalLinkRel: 'noopener noreferrer nofollow' });
    const ending = new AbortController();
    // Its types leave out the signal.
    const more = { abortSignal: ending.signal } as object;
    const viewer = new PDFViewer({ ...more, container, eventBus, linkService, annotationMode: AnnotationMode.ENABLE_FORMS, enableAutoLinking: false });
    linkService.setViewer(viewer);
    linkService.setDocument(document);
    const begun = new Promise((resolve) => eventBus.on('pagesinit', resolve, { once: true }));
    viewer.setDocument(document);
    const shown: Shown = { container, viewer, document, entries, ending, begun };
    eventBus.on('pagechanging', ({ pageNumber }: { pageNumber: number }) => this.#shown === shown && this.#listener.turned(pageNumber));
    return shown;
  }

  /** Whether anything is shown. */
  get isOpen(): boolean {
    return this.#shown !== undefined;
  }

  get page(): number {
    return this.#shown?.viewer.currentPageNumber ?? 1;
  }

  /** Goes to the upper edge of a page. */
  turnTo(page: number): void {
    if (this.#shown) this.#shown.viewer.currentPageNumber = Math.max(1, Math.min(this.#shown.document.numPages, page));
  }

  /** Such as `page-width`, or 1 for a hundred percent; the place stays. */
  set scale(value: string) {
    this.#scale = value;
    if (this.#shown) this.#shown.viewer.currentScaleValue = value;
  }

  /** One step larger or smaller; returns the scale as a number. */
  step(larger: boolean): number {
    const { viewer } = this.#shown ?? {};
    if (!viewer) return 1;
    if (larger) viewer.increaseScale();
    else viewer.decreaseScale();
    this.#scale = String(viewer.currentScale);
    return viewer.currentScale;
  }
}

const close = ({ container, viewer, document, ending }: Shown): void => {
  ending.abort();
  viewer.setDocument(null as unknown as PDFDocumentProxy);
  container.remove();
  void document.loadingTask.destroy();
};

/** As in pdf.js: RenderingStates.FINISHED. */
const FINISHED = 3;

/** What is read of pdf.js's view of a page. */
interface PageView {
  renderingState: number;
  annotationLayer?: { div: HTMLElement | null } | null;
}

/** Waits until the pages in sight are drawn, with their fields. */
const drawn = async (viewer: PDFViewer): Promise<void> => {
  const ready = (): boolean =>
    pagesInSight(viewer.container).every((index) => {
      const { renderingState, annotationLayer } = viewer.getPageView(index) as PageView;
      return renderingState === FINISHED && annotationLayer?.div;
    });
  const until = performance.now() + PATIENCE * 1000;
  viewer.update();
  while (!ready() && performance.now() < until) await new Promise<void>((resolve) => setTimeout(resolve, 10));
};
