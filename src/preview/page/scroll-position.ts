/** The place in the pages: where the reader is, and where the keys go. */

export interface Place {
  /** From 1. */
  page: number;
  /** How far down the page the upper edge of the window is, as a part of its height. */
  down: number;
  left: number;
}

const pagesIn = (container: HTMLElement): HTMLElement[] => [...container.querySelectorAll<HTMLElement>('.page')];

/** Where the window's upper edge is in the pages of a container. */
export const placeIn = (container: HTMLElement): Place => {
  const { scrollTop, scrollLeft } = container;
  const pages = pagesIn(container);
  const index = Math.max(
    0,
    pages.findIndex((page) => page.offsetTop + page.offsetHeight > scrollTop),
  );
  const page = pages[index];
  return { page: index + 1, down: page ? (scrollTop - page.offsetTop) / page.offsetHeight : 0, left: scrollLeft };
};

/** The pages of a container that can be seen, from 0. */
export const pagesInSight = (container: HTMLElement): number[] => {
  const [top, bottom] = [container.scrollTop, container.scrollTop + container.clientHeight];
  return pagesIn(container).flatMap(({ offsetTop, offsetHeight }, index) => (offsetTop < bottom && offsetTop + offsetHeight > top ? [index] : []));
};

/** Scrolls there. */
export const goTo = (container: HTMLElement, { page: number, down, left }: Place): void => {
  const page = pagesIn(container)[number - 1];
  if (page) container.scrollTo({ top: page.offsetTop + down * page.offsetHeight, left, behavior: 'instant' });
};

export interface Focus {
  name: string;
  selection?: [number, number];
}

/** The field that is being typed into; nothing where the focus is elsewhere. */
export const focusIn = (container: HTMLElement): Focus | 'pages' | undefined => {
  const { activeElement: active } = document;
  if (!active || !container.contains(active)) return undefined;
  const isField = active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement;
  if (!isField || !active.name) return 'pages';
  const { selectionStart: from, selectionEnd: to } = active;
  return { name: active.name, ...(from !== null && to !== null ? { selection: [from, to] } : {}) };
};

/** Puts the focus back where it was. */
export const focusAgain = (container: HTMLElement, focus: ReturnType<typeof focusIn>): void => {
  if (!focus) return;
  const field = focus === 'pages' ? null : container.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name="${CSS.escape(focus.name)}"]`);
  (field ?? container).focus({ preventScroll: true });
  if (field && focus !== 'pages' && focus.selection) field.setSelectionRange(...focus.selection);
};
