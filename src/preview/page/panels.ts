/** The side panels: beside the pages in a wide window, on top of them in a narrow one. */
import { elements } from './page-elements.ts';

const wide = matchMedia('(min-width: 62rem)');

const PANELS = [
  { panel: elements.contents, toggle: elements.contentsToggle },
  { panel: elements.options, toggle: elements.optionsToggle },
];

const open = (index: number, on: boolean): void => {
  const { panel, toggle } = PANELS[index] as (typeof PANELS)[number];
  panel.hidden = !on;
  toggle.setAttribute('aria-expanded', String(on));
};

/** In a narrow window, closes the panels that cover the pages. */
export const closeOverlays = (): void => {
  if (wide.matches) return;
  PANELS.forEach(({ panel, toggle }, index) => {
    if (!panel.hidden && panel.contains(document.activeElement)) toggle.focus();
    open(index, false);
  });
};

PANELS.forEach(({ panel, toggle }, index) => {
  toggle.addEventListener('click', () => {
    // `hidden` may be the string "until-found", which is not used here.
    const on = Boolean(panel.hidden);
    if (on && !wide.matches) PANELS.forEach((_, other) => open(other, false));
    open(index, on);
  });
  panel.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    toggle.focus();
    open(index, false);
  });
});

const arrange = (): void => PANELS.forEach((_, index) => open(index, wide.matches));
wide.addEventListener('change', arrange);
arrange();
