/** When the viewer of pdf.js draws, and when it has drawn. These parts of it have no types. */
import type { PDFViewer } from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';
import type { PDFPageProxy } from './pdfjs.ts';

/** In seconds: pages that are not rendered by then are shown as they are. */
export const RENDER_TIMEOUT = 5;

/** The part of pdf.js's PDFRenderingQueue that is used here. */
const queueOf = ({ renderingQueue }: PDFViewer): { renderHighestPriority?: () => void } => renderingQueue as unknown as { renderHighestPriority?: () => void };

/** Keeps the viewer from drawing pages that are not scaled and scrolled yet: it would begin at once, and anew after each step. */
export const holdDrawing = (viewer: PDFViewer): void => {
  queueOf(viewer).renderHighestPriority = () => undefined;
};

/** Has the viewer draw the pages in sight, and those that come into sight. */
export const draw = (viewer: PDFViewer): void => {
  // That of its class is in force again.
  delete queueOf(viewer).renderHighestPriority;
  viewer.update();
};

/** RenderingStates.FINISHED of pdf.js, which does not export it. */
const FINISHED = 3;

/** The part of pdf.js's PDFPageView that is used here. */
export interface PageView {
  renderingState: number;
  annotationLayer?: { div: HTMLElement | null } | null;
  pdfPage?: PDFPageProxy | null;
}

/**
 * Waits until pages are rendered, with their fields.
 *
 * @param visible their indexes, from 0. Behind the old ones they are not scrolled: to ask for their places again would have the browser compute them each time.
 */
export const rendered = async (viewer: PDFViewer, visible: readonly number[]): Promise<void> => {
  const ready = (): boolean =>
    visible.every((index) => {
      const { renderingState, annotationLayer } = viewer.getPageView(index) as PageView;
      return renderingState === FINISHED && annotationLayer?.div;
    });
  const until = performance.now() + RENDER_TIMEOUT * 1000;
  while (!ready() && performance.now() < until) await new Promise<void>((resolve) => setTimeout(resolve, 4));
};
