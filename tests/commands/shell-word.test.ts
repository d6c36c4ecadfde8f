import { expect, test } from 'vitest';
import { shellWord } from '../../src/commands/shell-word.ts';

test('a path with spaces can be copied into a command', () => {
  expect(shellWord('my/book-2', 'linux')).toBe('my/book-2');
  expect(shellWord('my book', 'linux')).toBe("'my book'");
  expect(shellWord("Ana's book", 'darwin')).toBe("'Ana'\\''s book'");
  expect(shellWord('C:\\books\\my-book', 'win32')).toBe('C:\\books\\my-book');
  expect(shellWord('C:\\my books', 'win32')).toBe('"C:\\my books"');
});
