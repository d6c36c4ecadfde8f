/** The side panels: beside the pages in a wide window, on top of them in a narrow one. */
import { elements } from './page-elements.ts';

const wide = matchMedia('(min-width: 62rem)');

const PANELS = [
  { panel: elements.contents, toggle: elements.contentsToggle, side: 'left', atFirst: true },
  { panel: elements.options, toggle: elements.optionsToggle, side: 'right', atFirst: true },
  { panel: elements.answers, toggle: elements.answersToggle, side: 'right', atFirst: false },
];

/** Opens or closes a panel. Those on the same side take its place, and in a narrow window every other one. */
const open = (index: number, on: boolean): void => {
  const { panel, toggle, side } = PANELS[index] as (typeof PANELS)[number];
  if (on) PANELS.forEach((one, other) => other !== index && (one.side === side || !wide.matches) && open(other, false));
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

/** In a narrower window a page does not fit between the contents and the answers. */
const roomy = matchMedia('(min-width: 92rem)');

const indexOf = (wanted: HTMLElement): number => PANELS.findIndex(({ panel }) => panel === wanted);

/** Opens the panel with the answers, and closes the contents where the pages need their room. */
export const openAnswers = (): void => {
  if (!roomy.matches) open(indexOf(elements.contents), false);
  open(indexOf(elements.answers), true);
};

PANELS.forEach(({ panel, toggle }, index) => {
  toggle.addEventListener('click', () => {
    // `hidden` may be the string "until-found", which is not used here.
    const on = Boolean(panel.hidden);
    open(index, on);
  });
  panel.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    toggle.focus();
    open(index, false);
  });
});

const arrange = (): void => {
  // The answers stay open where they are: somebody is reading them.
  const reading = !elements.answers.hidden;
  PANELS.forEach(({ atFirst }, index) => open(index, atFirst && wide.matches));
  if (reading) openAnswers();
};
wide.addEventListener('change', arrange);
arrange();
