import { describe, expect, test } from 'vitest';
import { error, suggestion, warning } from '../../src/diagnostics/make.ts';
import { sortDiagnostics, summary } from '../../src/diagnostics/order.ts';
import { shownPath } from '../../src/diagnostics/shown-place.ts';

const at = (file: string, start: number, end = start) => ({ file, start, end });

describe('diagnostics in order', () => {
  test('come by file, then by place, those about no file first', () => {
    const sorted = sortDiagnostics([
      error('d', '', at('/b', 0)),
      error('c', '', at('/a', 9)),
      error('b', '', at('/a', 2, 5)),
      error('a', '', at('/a', 2, 3)),
      error('0', ''),
    ]);
    expect(sorted.map(({ code }) => code)).toEqual(['0', 'a', 'b', 'c', 'd']);
  });

  test('are told and counted once', () => {
    const twice = [
      error('a', 'words', at('/a', 1, 2)),
      error('a', 'words', at('/a', 1, 2)),
      error('a', 'words', at('/a', 1, 3)),
      error('a', 'others', at('/a', 1, 2)),
      warning('a', 'words', at('/a', 1, 2)),
    ];
    expect(sortDiagnostics(twice)).toHaveLength(4);
    expect(summary(twice)).toBe('3 errors, 1 warning in 1 file');
  });

  test('keep the order of equals', () => {
    expect(sortDiagnostics([error('1', '', at('/a', 1)), error('2', '', at('/a', 1))]).map(({ code }) => code)).toEqual(['1', '2']);
  });
});

describe('the summary', () => {
  test.each([
    [[], 'no problems'],
    [[error('a', '')], '1 error'],
    [
      [error('a', '', at('/a', 0)), error('b', '', at('/b', 0)), warning('c', '', at('/c', 0)), warning('d', '', at('/c', 1))],
      '2 errors, 2 warnings in 3 files',
    ],
    [[warning('c', '', at('/c', 0))], '1 warning in 1 file'],
    [[suggestion('c', '', at('/c', 0)), suggestion('c', '', at('/c', 1))], 'no problems, 2 suggestions in 1 file'],
    [[suggestion('c', '', at('/c', 0)), warning('d', '', at('/c', 1))], '1 warning, 1 suggestion in 1 file'],
  ])('%#', (diagnostics, words) => {
    expect(summary(diagnostics)).toBe(words);
  });
});

describe('a path is shown', () => {
  test.each([
    ['/work/a/b.yaml', 'a/b.yaml'],
    ['/work/..a/b.yaml', '..a/b.yaml'],
    ['/workshop/b.yaml', '/workshop/b.yaml'],
    ['/b.yaml', '/b.yaml'],
  ])('%s from /work as %s', (file, shown) => {
    expect(shownPath(file, '/work')).toBe(shown);
  });
});
