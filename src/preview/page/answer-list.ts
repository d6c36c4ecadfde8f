/** Shows the questions of a filled copy with their answers, under the titles of their parts. What a person wrote is only ever text, never HTML. */
import { answerLines } from '../../diagnostics/width.ts';
import { linesOf } from '../../questions/answer-lines.ts';
import type { AnsweredQuestion } from '../../questions/answered.ts';
import { newElement } from './page-elements.ts';

/** What is not answered. */
const NOTHING = '–';

/** Words that come from a copy: each in the direction of its own letters. */
export const wordsFrom = <K extends keyof HTMLElementTagNameMap>(kind: K, className: string, text: string): HTMLElementTagNameMap[K] => {
  const element = newElement(kind, className, answerLines(text));
  element.dir = 'auto';
  return element;
};

/** The lines of an answer; items that follow each other are one list. */
const answerOf = (question: AnsweredQuestion): HTMLElement => {
  const answer = newElement('dd');
  let list: HTMLUListElement | undefined;
  for (const { text, item, under = [] } of linesOf(question)) {
    if (item) {
      if (!list) answer.append((list = newElement('ul')));
      const shown = wordsFrom('li', '', text);
      if (under.length > 0) {
        const parts = newElement('ul');
        parts.append(...under.map((part) => wordsFrom('li', '', part)));
        shown.append(parts);
      }
      list.append(shown);
    } else {
      list = undefined;
      answer.append(wordsFrom('p', 'written', text));
    }
  }
  if (answer.childElementCount === 0) answer.append(newElement('p', 'number', NOTHING));
  return answer;
};

/**
 * The questions as elements.
 *
 * @param pageOf the page that a question stands on, from 1, where that is known
 * @param go goes to a page
 */
export const answerList = (
  questions: readonly AnsweredQuestion[],
  { pageOf, go }: { pageOf(id: string): number | undefined; go(page: number): void },
): HTMLElement[] => {
  const shown: HTMLElement[] = [];
  let [part, sheet]: [string | undefined, string] = [undefined, ''];
  let list = newElement('dl');
  for (const question of questions) {
    const heads: HTMLElement[] = [];
    if (question.part !== part) {
      heads.push(wordsFrom('h3', '', question.part));
      [part, sheet] = [question.part, ''];
    }
    if (question.sheet && question.sheet !== sheet) heads.push(wordsFrom('h4', '', question.sheet));
    sheet = question.sheet ?? '';
    if (heads.length > 0 || shown.length === 0) shown.push(...heads, (list = newElement('dl')));
    const asked = newElement('dt');
    asked.append(wordsFrom('span', 'entry', question.question));
    const page = pageOf(question.id);
    if (page !== undefined) {
      const link = newElement('a', 'number', String(page));
      link.href = `#page=${page}`;
      link.setAttribute('aria-label', `Page ${page}`);
      link.addEventListener('click', (event) => {
        event.preventDefault();
        go(page);
      });
      asked.append(link);
    }
    list.append(asked, answerOf(question));
  }
  return shown;
};
