/** Shows a PDF with pdf.js. A new PDF is rendered behind the old one, which stays visible until the new one is ready. */
import { type PDFDocumentProxy, AnnotationEditorType, AnnotationMode, getDocument, worker } from './pdfjs.ts';
import { EventBus, LinkTarget, PDFLinkService, PDFViewer } from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';
import { draw, holdDrawing, type PageView, RENDER_TIMEOUT, rendered } from './draw-pages.ts';
import { copyFieldValues, keepAnswers, restoreAnswers } from './typed-answers.ts';
import { onRequest, type ReadFields } from './all-fields.ts';
import { type Entry, movedPage, readOutline } from './pdf-outline.ts';
import { newElement } from './page-elements.ts';
import { readAhead } from './read-ahead.ts';
import { restoreFocus, focusedField, scrollToPosition, visiblePages, scrollPositionOf } from './scroll-position.ts';

/** A PDF that is shown. */
interface Shown {
  container: HTMLDivElement;
  viewer: PDFViewer;
  document: PDFDocumentProxy;
  entries: Entry[];
  fields: ReadFields;
  abort: AbortController;
}

export interface PdfPagesListener {
  /** A PDF has become visible. */
  shown(about: { pages: number; entries: readonly Entry[] }): void;
  /** The current page has changed. */
  pageChanged(page: number): void;
}

/** Resolves when all pages of the PDF that was opened last are read. */
let allRead: Promise<unknown> = Promise.resolve();

/**
 * Waits for its turn to open a PDF. pdf.js keeps one number of pages for all PDFs of a window, that of the last one (5.4.624, PagesMapper):
 * what another one has beyond it could not be read any more.
 *
 * @returns a function to call when all pages are read, or none will be
 */
const turnToOpen = async (): Promise<() => void> => {
  const before = allRead;
  let end = (): void => undefined;
  allRead = new Promise<void>((resolve) => {
    end = resolve;
  });
  // One that cannot be drawn must not keep all others waiting.
  await Promise.race([before, new Promise<void>((resolve) => setTimeout(resolve, RENDER_TIMEOUT * 1000))]);
  return end;
};

export class PdfPages {
  readonly #stage: HTMLElement;
  readonly #listener: PdfPagesListener;
  /** Whether the PDFs are filled copies: what was saved in them is shown, and nothing is typed into them. */
  readonly #filled: boolean;
  #shown: Shown | undefined;
  #scale = '1';

  constructor(stage: HTMLElement, listener: PdfPagesListener, { filled }: { filled: boolean }) {
    this.#stage = stage;
    this.#listener = listener;
    this.#filled = filled;
  }

  /**
   * Shows a PDF, scrolled to where the last one was.
   *
   * @param bytes they are taken over, and empty afterwards
   * @param password where it does not open without one
   */
  async show(bytes: ArrayBuffer, password?: string): Promise<void> {
    const read = await turnToOpen();
    try {
      await this.#show(bytes, password, read);
    } catch (thrown) {
      read();
      throw thrown;
    }
  }

  async #show(bytes: ArrayBuffer, password: string | undefined, read: () => void): Promise<void> {
    const document = await getDocument({
      data: bytes,
      ...(password === undefined ? {} : { password }),
      worker,
      enableXfa: false,
      isEvalSupported: false,
      useSystemFonts: false,
      verbosity: 0,
    }).promise;
    const fields = onRequest(document);
    const old = this.#shown;
    const carry = async (): Promise<void> => {
      if (this.#filled) return;
      if (old) await keepAnswers(old.document, old.fields);
      await restoreAnswers(document, fields);
    };
    await carry();

    const { sized, ...opened } = this.#open(document);
    const { container, viewer, abort } = opened;
    const toSamePlace = (now: readonly Entry[]): void => {
      if (!old) return;
      const place = scrollPositionOf(old.container);
      scrollToPosition(container, { ...place, page: movedPage(place.page, old.entries, now, document.numPages) });
    };
    const begin = (): void => {
      const before = old?.entries ?? [];
      // The viewer goes to the place that it has noted when its scale is set.
      toSamePlace(before);
      viewer.update();
      viewer.currentScaleValue = this.#scale;
      toSamePlace(before);
      draw(viewer);
    };
    // Most often pages are where they were: they are drawn while the outline is read.
    const [entries] = await Promise.all([readOutline(document), sized.then(begin)]).catch((thrown: unknown) => {
      close({ ...opened, document });
      throw thrown;
    });
    toSamePlace(entries);
    viewer.update();
    const visible = visiblePages(container);
    abort.signal.addEventListener('abort', read);
    void viewer.pagesPromise?.then(read, read);
    await rendered(viewer, visible);
    // The reader may have typed, scrolled or chosen another size while the new PDF was rendered.
    if (old) await carry();
    if (viewer.currentScaleValue !== this.#scale) setScale(viewer, this.#scale);
    if (old) {
      if (!this.#filled) copyFieldValues(old.container, container);
      toSamePlace(entries);
    }
    const focus = old && focusedField(old.container);
    container.classList.remove('behind');
    container.inert = false;
    this.#shown = { ...opened, document, entries, fields };
    if (old) {
      restoreFocus(container, focus);
      close(old);
    }
    this.#listener.shown({ pages: document.numPages, entries });
    this.#listener.pageChanged(viewer.currentPageNumber);
  }

  /** Gives a PDF pages of its own, behind those that are shown. None is drawn before `draw`; `sized` resolves when they exist with their sizes. */
  #open(document: PDFDocumentProxy): Pick<Shown, 'container' | 'viewer' | 'abort'> & { sized: Promise<unknown> } {
    const container = newElement('div', 'sheets behind');
    container.inert = true;
    container.tabIndex = 0;
    container.setAttribute('role', 'region');
    container.setAttribute('aria-label', 'Pages');
    container.append(newElement('div', 'pdfViewer'));
    this.#stage.append(container);
    const eventBus = new EventBus();
    const linkService = new PDFLinkService({ eventBus, externalLinkTarget: LinkTarget.BLANK, externalLinkRel: 'noopener noreferrer nofollow' });
    const abort = new AbortController();
    // The types of pdf.js lack this option.
    const more = { abortSignal: abort.signal } as object;
    const viewer = new PDFViewer({
      ...more,
      container,
      eventBus,
      linkService,
      annotationMode: AnnotationMode.ENABLE_FORMS,
      annotationEditorMode: AnnotationEditorType.DISABLE,
      enableAutoLinking: false,
    });
    holdDrawing(viewer);
    eventBus.on('pagerender', ({ source: { pdfPage, annotationLayer } }: { source: PageView }) => {
      if (pdfPage && !annotationLayer?.div) readAhead(pdfPage);
    });
    if (this.#filled) {
      // Whoever has written into the file may have added links that lead away.
      linkService.externalLinkEnabled = false;
      eventBus.on('annotationlayerrendered', () => forbidTyping(container));
    }
    linkService.setViewer(viewer);
    linkService.setDocument(document);
    const sized = new Promise<void>((resolve) => {
      eventBus.on('pagesinit', () => resolve(), { once: true });
    });
    viewer.setDocument(document);
    eventBus.on('pagechanging', ({ pageNumber }: { pageNumber: number }) => this.#shown?.viewer === viewer && this.#listener.pageChanged(pageNumber));
    return { container, viewer, abort, sized };
  }

  /** Takes the PDF away. */
  close(): void {
    if (this.#shown) close(this.#shown);
    this.#shown = undefined;
  }

  /** The first page of each field, from 1, by the names of the fields. */
  async fieldPages(): Promise<Map<string, number>> {
    const fields = (await this.#shown?.fields()) ?? {};
    return new Map(Object.entries(fields).flatMap(([name, [first]]): [string, number][] => (first?.page === undefined ? [] : [[name, first.page + 1]])));
  }

  /** Whether a PDF is shown. */
  get isOpen(): boolean {
    return this.#shown !== undefined;
  }

  get page(): number {
    return this.#shown?.viewer.currentPageNumber ?? 1;
  }

  /** Scrolls to the top of a page. */
  goToPage(page: number): void {
    if (this.#shown) this.#shown.viewer.currentPageNumber = Math.max(1, Math.min(this.#shown.document.numPages, page));
  }

  /** The zoom: `page-width`, or a number where 1 is 100 %. The scroll position stays. */
  set scale(value: string) {
    this.#scale = value;
    if (this.#shown) setScale(this.#shown.viewer, value);
  }

  /** Zooms one step in or out; returns the new scale, where 1 is 100 %. */
  step(larger: boolean): number {
    const { viewer } = this.#shown ?? {};
    if (!viewer) return 1;
    viewer.update();
    if (larger) viewer.increaseScale();
    else viewer.decreaseScale();
    this.#scale = String(viewer.currentScale);
    return viewer.currentScale;
  }
}

/**
 * Sets the zoom. The viewer goes back to the place that it has noted last, which it does in the frame after a scroll: what was gone to just
 * now would be left again, so it notes the place first.
 */
const setScale = (viewer: PDFViewer, value: string): void => {
  viewer.update();
  viewer.currentScaleValue = value;
};

/** Lets the fields be read and selected, and not changed. */
const forbidTyping = (container: HTMLElement): void => {
  for (const field of container.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')) {
    field.readOnly = true;
    if (field instanceof HTMLInputElement && field.type === 'checkbox') field.disabled = true;
  }
};

const close = ({ container, viewer, document, abort }: Pick<Shown, 'container' | 'viewer' | 'document' | 'abort'>): void => {
  abort.abort();
  viewer.setDocument(null as unknown as PDFDocumentProxy);
  container.remove();
  void document.loadingTask.destroy();
};
