import { expect, test } from 'vitest';
import { nearest } from '../../src/yaml/index.ts';

const KEYS = ['question', 'lines', 'id', 'for', 'help-lines', 'page-break'];

test.each([
  ['line', 'lines'],
  ['Question', 'question'],
  ['qestoin', 'question'],
  ['help_lines', 'help-lines'],
  ['pagebreak', 'page-break'],
])('%s was probably meant to be %s', (word, meant) => {
  expect(nearest(word, KEYS)).toBe(meant);
});

test.each(['colour', 'x', '', 'a'.repeat(1000)])('nothing is near to %s', (word) => {
  expect(nearest(word, KEYS)).toBeUndefined();
});
