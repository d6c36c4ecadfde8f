/** Paths in commands that are printed: what the shell makes of them is the path again. */
import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { shellText, shellWord } from '../../src/system/shell-quote.ts';

describe('for sh', () => {
  test('what needs no quotation marks gets none', () => {
    expect(shellWord('my/book-2', 'linux')).toBe('my/book-2');
    expect(shellWord('my book', 'linux')).toBe("'my book'");
    expect(shellWord("Ana's book", 'darwin')).toBe("'Ana'\\''s book'");
  });

  test('a path that begins with a hyphen is no option, and a text stays as it is', () => {
    expect([shellWord('-5', 'linux'), shellText('-5', 'linux')]).toEqual(['./-5', "'-5'"]);
    expect([shellWord('-5', 'win32'), shellText('-5', 'win32')]).toEqual(['.\\-5', '"-5"']);
  });

  const NAMES = [
    'my book',
    "Ana's",
    'a"b',
    '$HOME',
    '`id`',
    '100%',
    '~',
    '~/book',
    'a;b',
    'a&b',
    'a|b',
    '#1',
    '*',
    '[a]',
    '{a,b}',
    '!x',
    'a\\b',
    '(x)',
    'é',
    'a=b',
  ];
  test.skipIf(process.platform === 'win32').each(NAMES)('%s comes back as it was', (name) => {
    expect(execFileSync('sh', ['-c', `printf %s ${shellWord(name, 'linux')}`], { encoding: 'utf8' })).toBe(name);
  });

  test.skipIf(process.platform === 'win32').each(['a\u001b[31mb', 'a\nb', "a\t'b", '\u202egnp', 'a\u001b1'])(
    '%j comes back as it was, and nothing in it steers a terminal',
    (name) => {
      const word = shellWord(name, 'linux');
      expect(word).toMatch(/^[\x20-\x7e]+$/);
      expect(execFileSync('bash', ['-c', `printf %s ${word}`], { encoding: 'utf8' })).toBe(name);
    },
  );

  test('what begins with a hyphen is no option', () => {
    expect(shellWord('-book', 'linux')).toBe('./-book');
    expect(shellWord('--out file', 'linux')).toBe("'./--out file'");
  });
});

describe('for cmd', () => {
  test.each([
    ['C:\\books\\my-book', 'C:\\books\\my-book'],
    ['C:\\my books', '"C:\\my books"'],
    ['C:\\my books\\', '"C:\\my books\\\\"'],
    ["Ana's", '"Ana\'s"'],
    ['a&b', '"a&b"'],
    ['a^b', '"a^b"'],
    ['a,b', '"a,b"'],
    ['100%', '"100"^%'],
    ['%PATH%', '^%"PATH"^%'],
    ['-book', '.\\-book'],
  ])('%s is written %s', (name, word) => {
    expect(shellWord(name, 'win32')).toBe(word);
  });
});
