/** The list of problems above the pages: errors open it, warnings are shown on a button. */
import { counted } from '../../diagnostics/counted.ts';
import type { Problem, State } from '../protocol.ts';
import { newElement, elements } from './page-elements.ts';

const numberOf = (problems: readonly Problem[], severity: Problem['severity']): number => problems.filter((one) => one.severity === severity).length;

/** Such as "2 errors, 1 warning"; empty where there are none. */
export const summary = (problems: readonly Problem[]): string =>
  (['error', 'warning'] as const).flatMap((severity) => (numberOf(problems, severity) > 0 ? [counted(numberOf(problems, severity), severity)] : [])).join(', ');

const isOpen = (): boolean => !elements.problems.hidden;

const open = (on: boolean): void => {
  elements.problems.hidden = !on;
  elements.problemsToggle.setAttribute('aria-expanded', String(on));
};

/** A problem as an item of a list. */
export const problemItem = ({ severity, code, message, place, frame, hints }: Problem): HTMLElement => {
  const element = newElement('li', severity);
  const head = newElement('p', 'message');
  head.append(newElement('strong', 'severity', severity === 'error' ? 'Error' : 'Warning'), `: ${message} `, newElement('span', 'code', code));
  element.append(head);
  if (place) element.append(newElement('p', 'place', place));
  if (frame.length > 0) {
    const lines = newElement('pre');
    lines.tabIndex = 0;
    lines.setAttribute('aria-label', `The lines at ${place}`);
    for (const line of frame) lines.append(newElement('span', /^ *\| +\^+$/.test(line) ? 'marks' : '', `${line}\n`));
    element.append(lines);
  }
  for (const hint of hints) element.append(newElement('p', 'hint', hint));
  return element;
};

let shown = '';

/** Shows the problems of a state. Errors open the list, which closes when they are gone; warnings alone leave it closed. */
export const showProblems = ({ status, problems }: State, { anyPages, others }: { anyPages: boolean; others: boolean }): void => {
  if (status === 'building') return;
  const words = JSON.stringify([status, problems, anyPages, others]);
  if (words === shown) return;
  const { status: before } = shown ? { status: (JSON.parse(shown) as [string])[0] } : { status: '' };
  shown = words;
  const broken = status === 'broken';
  elements.problemsTitle.textContent = summary(problems);
  elements.problemsNote.textContent = !broken
    ? ''
    : !anyPages
      ? 'The pages appear when this is mended.'
      : others
        ? 'Below are the pages as they were with the options before.'
        : 'Below are the pages as they last were without errors.';
  elements.problemsNote.hidden = !broken;
  elements.problemsList.replaceChildren(...problems.map(problemItem));
  elements.problemsToggle.hidden = problems.length === 0;
  elements.problemsToggle.textContent = summary(problems);
  elements.problems.classList.toggle('broken', broken);
  if (broken) open(true);
  else if (before === 'broken' || problems.length === 0) {
    // The focus must not be lost with the closed list.
    if (elements.problems.contains(document.activeElement)) elements.pages.focus({ preventScroll: true });
    open(false);
  }
};

elements.problemsToggle.addEventListener('click', () => open(!isOpen()));
const close = (): void => {
  open(false);
  elements.problemsToggle.focus();
};
elements.problemsClose.addEventListener('click', close);
elements.problems.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') close();
});
