/** The panels beside the pages: open where there is room, over the pages where there is not. */
import { parts } from './page-elements.ts';

const wide = matchMedia('(min-width: 62rem)');

const PANELS = [
  { panel: parts.contents, toggle: parts.contentsToggle },
  { panel: parts.options, toggle: parts.optionsToggle },
];

const open = (index: number, on: boolean): void => {
  const { panel, toggle } = PANELS[index] as (typeof PANELS)[number];
  panel.hidden = !on;
  toggle.setAttribute('aria-expanded', String(on));
};

/** Closes what lies over the pages, once something was chosen in it. */
export const uncoverPages = (): void => {
  if (wide.matches) return;
  PANELS.forEach(({ panel, toggle }, index) => {
    if (!panel.hidden && panel.contains(document.activeElement)) toggle.focus();
    open(index, false);
  });
};

PANELS.forEach(({ panel, toggle }, index) => {
  toggle.addEventListener('click', () => {
    // It is a boolean here: nothing of it is hidden until found.
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
