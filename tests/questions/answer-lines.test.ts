/** Answers as lines for people: rows and cards are lists, and what belongs together stands together. */
import { describe, expect, test } from 'vitest';
import type { FilledCopy } from '../../src/questions/answered.ts';
import { linesOf, oneLine } from '../../src/questions/answer-lines.ts';
import { asMarkdown, asText } from '../../src/questions/as-text.ts';

const LONG = 'I kept the second account from you for two years, and I told you only when you had found the letters.';
const cells = (...texts: string[]) => texts.map((text, index) => ({ head: ['When', 'What'][index] ?? '', text }));

describe('the rows of a table', () => {
  test('have a line each where all of them are short', () => {
    const rows = [
      { label: 'Week 1', cells: cells('Monday', 'A walk') },
      { label: 'Week 2', cells: cells('Friday', 'Tea') },
    ];
    expect(linesOf({ answer: { rows } })).toEqual([
      { text: 'Week 1: When: Monday; What: A walk', item: true },
      { text: 'Week 2: When: Friday; What: Tea', item: true },
    ]);
  });

  test.each([
    ['is long', LONG],
    ['has two lines', 'A walk\nand tea'],
  ])('have a line for each cell where one %s', (_, text) => {
    const rows = [
      { label: 'Week 1', cells: cells('Monday', text) },
      { label: 'Week 2', cells: cells('Friday', 'Tea') },
    ];
    expect(linesOf({ answer: { rows } })).toEqual([
      { text: 'Week 1', item: true, under: ['When: Monday', `What: ${text}`] },
      { text: 'Week 2', item: true, under: ['When: Friday', 'What: Tea'] },
    ]);
  });

  test('with one cell stay in one line', () => {
    expect(linesOf({ answer: { rows: [{ label: '“Stay.”', cells: [{ head: 'Which is it?', text: LONG }] }] } })).toEqual([
      { text: `“Stay.” Which is it? ${LONG}`, item: true },
    ]);
  });
});

describe('parts', () => {
  const cards = [
    { label: 'My limit, Card 1', text: 'No calls.' },
    { label: 'What I ask of you, Card 1', text: 'Write.' },
    { label: 'My limit, Card 2', text: 'My room.' },
  ];

  test('of several cards stand under the name of theirs', () => {
    const lines = [
      { text: 'Card 1', item: true, under: ['My limit: No calls.', 'What I ask of you: Write.'] },
      { text: 'Card 2', item: true, under: ['My limit: My room.'] },
    ];
    expect(linesOf({ answer: { parts: cards } })).toEqual(lines);
    expect(oneLine({ answer: { parts: cards } })).toBe('Card 1: My limit: No calls.; What I ask of you: Write.\n\nCard 2: My limit: My room.');
  });

  test('of one letter or agreement stay paragraphs', () => {
    const parts = [
      { label: 'Dear', text: 'Ana' },
      { label: 'Date, place', text: 'Monday' },
    ];
    expect(linesOf({ answer: { parts } })).toEqual([{ text: 'Dear: Ana' }, { text: 'Date, place: Monday' }]);
  });

  const copy: FilledCopy = {
    title: 'Book',
    language: 'en',
    questions: [
      { id: 'a_b', kind: 'boundary', place: 'a', part: 'A', question: 'Cards', answer: { parts: [...cards, { label: 'My limit, Card 3', text: 'One\ntwo' }] } },
    ],
  };

  test('are lists within a list in Markdown, and so in text', () => {
    const [markdown, text] = [asMarkdown, asText].map((write) => write([{ file: 'a.pdf', copy }]));
    expect(markdown).toContain(
      '- Card 1\n  - My limit: No calls.\n  - What I ask of you: Write.\n- Card 2\n  - My limit: My room.\n- Card 3\n  - My limit: One\n    two\n',
    );
    expect(text).toContain('  * Card 1\n    * My limit: No calls.\n    * What I ask of you: Write.\n');
  });
});
