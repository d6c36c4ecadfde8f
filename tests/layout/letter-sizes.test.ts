/** The least size of letters, in every shipped template, on every paper: people read this tired, and many of them are not young. */
import { describe, expect, test } from 'vitest';
import type { Format } from '../../src/options/option-values.ts';
import { shippedTemplates, templatesIn } from '../../src/theme/find-template.ts';
import { calmBook, everyKind, nodesOf } from './calm-book.ts';

/** No letter is smaller, and none that has to be read before something is written, in points. */
const [LEAST, LEAST_READ] = [10.5, 11];

const FORMATS: Format[] = [{ paper: 'letter' }, { paper: 'a4' }, { paper: 'a5' }, { paper: 'letter', largePrint: true }, { paper: 'a4', largePrint: true }];
const TEMPLATES = await templatesIn(shippedTemplates());
const cases = TEMPLATES.flatMap((look) => FORMATS.map((format) => ({ look, format, title: `${format.paper}${format.largePrint ? ' in large print' : ''}` })));

describe.each(cases)('$look on $title', ({ look, format }) => {
  test('has no letters under 10.5 points, and text, questions, hints and captions of 11 or more', async () => {
    const { book, theme } = await calmBook(everyKind(), format, { look });
    const { body, prompt, hint, ...others } = theme.type;
    expect(Object.entries(others).filter(([, { size }]) => size < LEAST)).toEqual([]);
    expect(Object.entries({ body, prompt, hint }).filter(([, { size }]) => size < LEAST_READ)).toEqual([]);

    const texts = nodesOf(book!).filter(({ node }) => node.type === 'TEXT');
    expect(texts.length).toBeGreaterThan(100);
    const small = texts.filter(({ node }) => !(Number(node.style.fontSize) >= LEAST));
    expect(small.map(({ node, page }) => `page ${page + 1}: ${String(node.style.fontSize)}`)).toEqual([]);
  });
});
