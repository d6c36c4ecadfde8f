/** The table of contents beside the pages. */
import type { Entry } from './pdf-outline.ts';
import { newElement, elements } from './page-elements.ts';

let links: { link: HTMLAnchorElement; page: number }[] = [];
let listed = '';

/** Lists the entries of an outline as a nested list. An unchanged outline leaves the list as it is; otherwise the focus is restored. */
export const listContents = (entries: readonly Entry[], go: (page: number) => void): void => {
  const words = JSON.stringify(entries);
  if (words === listed) return;
  listed = words;
  const focused = links.findIndex(({ link }) => link === document.activeElement);
  const top = newElement('ol');
  const open: { level: number; list: HTMLOListElement }[] = [{ level: 0, list: top }];
  links = [];
  for (const { title, level, page } of entries) {
    while ((open.at(-1)?.level ?? 0) >= level) open.pop();
    let list = open.at(-1)?.list ?? top;
    // The entries below another one form a list inside its item.
    if (list.dataset.of !== undefined || open.length > 1) {
      const above = list.lastElementChild;
      const inner = above?.querySelector<HTMLOListElement>(':scope > ol') ?? newElement('ol');
      if (above && !inner.isConnected && inner.parentElement !== above) above.append(inner);
      list = inner;
    }
    const item = newElement('li');
    const link = newElement('a');
    link.href = `#page=${page}`;
    link.append(newElement('span', 'entry', title), newElement('span', 'number', String(page)));
    link.setAttribute('aria-label', `${title}, page ${page}`);
    link.addEventListener('click', (event) => {
      event.preventDefault();
      go(page);
    });
    item.append(link);
    list.append(item);
    links.push({ link, page });
    open.push({ level, list });
  }
  elements.entries.replaceChildren(top);
  links[focused]?.link.focus({ preventScroll: true });
};

/** Marks the entry that a page belongs to, and scrolls to it unless the reader is using the list. */
export const markContents = (page: number): void => {
  const current = links.findLast((one) => one.page <= page);
  for (const one of links) {
    if (one === current) one.link.setAttribute('aria-current', 'location');
    else one.link.removeAttribute('aria-current');
  }
  if (!elements.contents.contains(document.activeElement)) current?.link.scrollIntoView({ block: 'nearest', behavior: 'instant' });
};
