/** What is written behind options is read, or refused with what is expected. */
import { expect, test } from 'vitest';
import { listOf, oneOf, nonEmpty, trimmed, WrongValue } from '../../src/options/parse-values.ts';

test('one of some words is taken in capitals and with spaces around it, and nothing else is', () => {
  expect([oneOf(['letter', 'a4'])(' A4 '), oneOf(['letter', 'a4'])('Letter')]).toEqual(['a4', 'letter']);
  expect(() => oneOf(['letter', 'a4'])('a3')).toThrow(new WrongValue('Allowed choices are letter, a4.'));
});

test('names with commas between lose the spaces around them, and those that are empty', () => {
  expect(listOf('names')(' one,, two ,')).toEqual(['one', 'two']);
  expect(() => listOf('names such as one')(' , ')).toThrow(new WrongValue('Expected names such as one, found nothing.'));
});

test('a text stays as it is written, or loses the spaces around it', () => {
  expect([nonEmpty('a file')(' a b '), trimmed('a name')(' Ana ')]).toEqual([' a b ', 'Ana']);
  for (const parse of [nonEmpty('a file'), trimmed('a file')]) expect(() => parse(' ')).toThrow(new WrongValue('Expected a file, found nothing.'));
});
