/** What is wrong, over the pages; and what is worth a word, one button away. */
import { counted } from '../../diagnostics/counted.ts';
import type { Problem, State } from '../protocol.ts';
import { made, parts } from './page-elements.ts';

const numberOf = (problems: readonly Problem[], severity: Problem['severity']): number => problems.filter((one) => one.severity === severity).length;

/** Such as "2 errors, 1 warning"; empty where there are none. */
export const summary = (problems: readonly Problem[]): string =>
  (['error', 'warning'] as const).flatMap((severity) => (numberOf(problems, severity) > 0 ? [counted(numberOf(problems, severity), severity)] : [])).join(', ');

const isOpen = (): boolean => !parts.problems.hidden;

const open = (on: boolean): void => {
  parts.problems.hidden = !on;
  parts.problemsToggle.setAttribute('aria-expanded', String(on));
};

const item = ({ severity, code, message, place, frame, hints }: Problem): HTMLElement => {
  const element = made('li', severity);
  const head = made('p', 'message');
  head.append(made('strong', 'severity', severity === 'error' ? 'Error' : 'Warning'), `: ${message} `, made('span', 'code', code));
  element.append(head);
  if (place) element.append(made('p', 'place', place));
  if (frame.length > 0) {
    const lines = made('pre');
    lines.tabIndex = 0;
    lines.setAttribute('aria-label', `The lines at ${place}`);
    for (const line of frame) lines.append(made('span', /^ *\| +\^+$/.test(line) ? 'marks' : '', `${line}\n`));
    element.append(lines);
  }
  for (const hint of hints) element.append(made('p', 'hint', hint));
  return element;
};

let shown = '';

/** Shows the problems of a state. Errors open the list, and close it when they are gone; warnings wait to be asked for. */
export const showProblems = ({ status, problems }: State, { anyPages, others }: { anyPages: boolean; others: boolean }): void => {
  if (status === 'building') return;
  const words = JSON.stringify([status, problems, anyPages, others]);
  if (words === shown) return;
  const { status: before } = shown ? { status: (JSON.parse(shown) as [string])[0] } : { status: '' };
  shown = words;
  const broken = status === 'broken';
  parts.problemsTitle.textContent = summary(problems);
  parts.problemsNote.textContent = !broken
    ? ''
    : !anyPages
      ? 'The pages appear when this is mended.'
      : others
        ? 'Below are the pages as they were with the options before.'
        : 'Below are the pages as they last were without errors.';
  parts.problemsNote.hidden = !broken;
  parts.problemsList.replaceChildren(...problems.map(item));
  parts.problemsToggle.hidden = problems.length === 0;
  parts.problemsToggle.textContent = summary(problems);
  parts.problems.classList.toggle('broken', broken);
  if (broken) open(true);
  else if (before === 'broken' || problems.length === 0) {
    // Who was reading there is not left without a place.
    if (parts.problems.contains(document.activeElement)) parts.pages.focus({ preventScroll: true });
    open(false);
  }
};

parts.problemsToggle.addEventListener('click', () => open(!isOpen()));
const close = (): void => {
  open(false);
  parts.problemsToggle.focus();
};
parts.problemsClose.addEventListener('click', close);
parts.problems.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') close();
});
