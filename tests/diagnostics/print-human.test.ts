import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { printHuman } from '../../src/diagnostics/print-human.ts';
import { error, warning } from '../../src/diagnostics/make.ts';
import { sourceFile } from '../../src/diagnostics/source-file.ts';
import { width } from '../../src/diagnostics/width.ts';

const file = '/work/book/en/steps/one.yaml';
const cwd = '/work';

/** A diagnostic at the part of a text that stands between « and ». */
const marked = (text: string): { diagnostic: Diagnostic; source: ReturnType<typeof sourceFile> } => {
  const start = text.indexOf('«');
  const end = text.indexOf('»') - 1;
  return { diagnostic: error('unknown-key', 'expected a, found b', { file, start, end }), source: sourceFile(file, text.replace(/[«»]/g, '')) };
};

/** The line of code and the marks under it. */
const frameOf = (text: string): { code: string; marks: string } => {
  const { diagnostic, source } = marked(text);
  const lines = printHuman([diagnostic], [source], { cwd }).split('\n');
  const at = lines.findIndex((line) => line.includes('^'));
  return { code: lines[at - 1] ?? '', marks: lines[at] ?? '' };
};

/** What stands above the marks. */
const underlined = ({ code, marks }: ReturnType<typeof frameOf>): string => {
  const from = marks.indexOf('^');
  const to = marks.lastIndexOf('^') + 1;
  let column = 0;
  let under = '';
  for (const character of code) {
    if (column >= from && column < to) under += character;
    column += width(character);
  }
  return under;
};

describe('a diagnostic for people', () => {
  test('shows what, where, the lines round it, and what to do', () => {
    const source = sourceFile(file, 'title: One\nblocks:\n  - question: What?\n    line: 4\n    id: what\n');
    const diagnostic = error('unknown-key', 'expected a known key, found "line"', { file, start: 43, end: 47 }, 'did you mean "lines"?');
    expect(printHuman([diagnostic], [source], { cwd })).toBe(`error[unknown-key]: expected a known key, found "line"
  --> book/en/steps/one.yaml:4:5
  |
3 |   - question: What?
4 |     line: 4
  |     ^^^^
5 |     id: what
  = did you mean "lines"?

1 error in 1 file
`);
  });

  test('says nothing when there is nothing to say', () => {
    expect(printHuman([], [], { cwd })).toBe('');
  });

  test('leaves out place and frame when it is about no file, and the frame when the text is not at hand', () => {
    expect(printHuman([error('steps', 'expected a step, found none')], [], { cwd })).toBe('error[steps]: expected a step, found none\n\n1 error\n');
    expect(printHuman([error('file-missing', 'expected a file, found none', { file, start: 9, end: 12 })], [], { cwd })).toContain(
      '  --> book/en/steps/one.yaml:1:1\n\n1 error in 1 file',
    );
  });

  test('lines the numbers of its lines up', () => {
    const text = `${'a\n'.repeat(8)}«b»\nc\n`;
    const { diagnostic, source } = marked(text);
    expect(printHuman([diagnostic], [source], { cwd })).toContain(' 8 | a\n 9 | b\n   | ^\n10 | c\n');
  });

  test('marks an empty range, and one behind the last character, with one mark', () => {
    expect(frameOf('key:«»\n').marks).toBe('  |     ^');
    expect(frameOf('key: value«»').marks).toBe('  |           ^');
  });

  test('marks a range over several lines to the end of its first', () => {
    const frame = frameOf('a: b\nlist:\n  «- one  \n  - two»\nend: x\n');
    expect(underlined(frame)).toBe('- one');
  });

  test.each([
    ['a tab before it', 'a:\t\t«wrong» b\n', 'wrong'],
    ['a tab in it', 'a: «wro\tng» b\n', 'wro    ng'],
    ['wide characters before it', 'title: 您好 «wrong» x\n', 'wrong'],
    ['wide characters in it', 'title: «您好» x\n', '您好'],
    ['an emoji before it', 'title: 😀 «wrong»\n', 'wrong'],
    ['a letter with a mark set over it', 'title: e\u0301e\u0301 «wrong»\n', 'wrong'],
    ['Windows line ends', 'a: b\r\nb: «wrong»\r\nc: d\r\n', 'wrong'],
    ['a control character before it', 'a: \u001b[31m «wrong»\n', 'wrong'],
  ])('puts the marks under the place with %s', (_, text, under) => {
    expect(underlined(frameOf(text))).toBe(under);
  });

  test.each([
    ['the start', `a: «wrong» ${'more words '.repeat(200)}\n`],
    ['the middle', `a: ${'more words '.repeat(200)}«wrong» ${'more words '.repeat(200)}\n`],
    ['the end', `a: ${'您好 '.repeat(500)}«wrong»\n`],
  ])('cuts a long line round a place at %s', (_, text) => {
    const frame = frameOf(text);
    expect(underlined(frame)).toBe('wrong');
    expect(width(frame.code)).toBeLessThanOrEqual(100);
    expect(frame.code).toContain('…');
  });

  test('sends nothing to the terminal that steers it', () => {
    const text = 'a: \u001b]0;title\u0007 \u202e «x» \u009b31m\n';
    const { source } = marked(text);
    const diagnostic = error('unknown-key', 'expected a, found "\u001b[2J"', { file: '/work/\u001b[31m.yaml', start: 0, end: 1 }, 'a hint\r\n\u0008');
    expect(printHuman([diagnostic, marked(text).diagnostic], [source], { cwd })).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e]/u);
  });

  test('is coloured on a terminal only, and never against NO_COLOR', () => {
    const { diagnostic, source } = marked('a: «b»\n');
    const print = (stream: object, env = {}) =>
      printHuman([diagnostic, warning('without', 'expected c, found d')], [source], { cwd, stream, env: { TERM: 'xterm', ...env } });
    const plain = print({});
    expect(print({ isTTY: true })).toContain('\u001b[');
    expect(stripVTControlCharacters(print({ isTTY: true }))).toBe(plain);
    expect(print({ isTTY: true }, { NO_COLOR: '1' })).toBe(plain);
    expect(print({ isTTY: true }, { NO_COLOR: '' })).toContain('\u001b[');
    expect(print({ isTTY: false })).toBe(plain);
  });
});
