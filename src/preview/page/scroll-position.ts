/** Saves and restores the scroll position and the focused field, when one PDF replaces another. */

export interface ScrollPosition {
  /** From 1. */
  page: number;
  /** How far the page is scrolled, as a fraction of its height. */
  down: number;
  left: number;
}

const pagesIn = (container: HTMLElement): HTMLElement[] => [...container.querySelectorAll<HTMLElement>('.page')];

/** The scroll position of a container: the page at its upper edge, and how far that is scrolled. */
export const scrollPositionOf = (container: HTMLElement): ScrollPosition => {
  const { scrollTop, scrollLeft } = container;
  const pages = pagesIn(container);
  const index = Math.max(
    0,
    pages.findIndex((page) => page.offsetTop + page.offsetHeight > scrollTop),
  );
  const page = pages[index];
  return { page: index + 1, down: page ? (scrollTop - page.offsetTop) / page.offsetHeight : 0, left: scrollLeft };
};

/** The indexes of the visible pages of a container, from 0. */
export const visiblePages = (container: HTMLElement): number[] => {
  const [top, bottom] = [container.scrollTop, container.scrollTop + container.clientHeight];
  return pagesIn(container).flatMap(({ offsetTop, offsetHeight }, index) => (offsetTop < bottom && offsetTop + offsetHeight > top ? [index] : []));
};

/** Scrolls a container to a position. */
export const scrollToPosition = (container: HTMLElement, { page: number, down, left }: ScrollPosition): void => {
  const page = pagesIn(container)[number - 1];
  if (page) container.scrollTo({ top: page.offsetTop + down * page.offsetHeight, left, behavior: 'instant' });
};

export interface Focus {
  name: string;
  selection?: [number, number];
}

/** The focused form field with its selection, `pages` for another focus in the container, undefined for a focus elsewhere. */
export const focusedField = (container: HTMLElement): Focus | 'pages' | undefined => {
  const { activeElement: active } = document;
  if (!active || !container.contains(active)) return undefined;
  const isField = active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement;
  if (!isField || !active.name) return 'pages';
  const { selectionStart: from, selectionEnd: to } = active;
  return { name: active.name, ...(from !== null && to !== null ? { selection: [from, to] } : {}) };
};

/** Restores a focus in another container. */
export const restoreFocus = (container: HTMLElement, focus: ReturnType<typeof focusedField>): void => {
  if (!focus) return;
  const field = focus === 'pages' ? null : container.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name="${CSS.escape(focus.name)}"]`);
  (field ?? container).focus({ preventScroll: true });
  if (field && focus !== 'pages' && focus.selection) field.setSelectionRange(...focus.selection);
};
