import { describe, expect, test } from 'vitest';
import { error, suggestion, warning } from '../../src/diagnostics/make.ts';
import { sortDiagnostics, summary } from '../../src/diagnostics/sort.ts';

const at = (file: string, start: number, end = start) => ({ file, start, end });

describe('diagnostics in order', () => {
  test('come by file, then by place, those about no file first', () => {
    const sorted = sortDiagnostics([
      error('duplicate-key', '', at('/b', 0)),
      error('cut-text', '', at('/a', 9)),
      error('blanks-mismatch', '', at('/a', 2, 5)),
      error('alias', '', at('/a', 2, 3)),
      error('empty', ''),
    ]);
    expect(sorted.map(({ code }) => code)).toEqual(['empty', 'alias', 'blanks-mismatch', 'cut-text', 'duplicate-key']);
  });

  test('are told and counted once', () => {
    const twice = [
      error('alias', 'words', at('/a', 1, 2)),
      error('alias', 'words', at('/a', 1, 2)),
      error('alias', 'words', at('/a', 1, 3)),
      error('alias', 'others', at('/a', 1, 2)),
      warning('alias', 'words', at('/a', 1, 2)),
    ];
    expect(sortDiagnostics(twice)).toHaveLength(4);
    expect(summary(twice)).toBe('3 errors, 1 warning in 1 file');
  });

  test('keep the order of equals', () => {
    expect(sortDiagnostics([error('tab', '', at('/a', 1)), error('tag', '', at('/a', 1))]).map(({ code }) => code)).toEqual(['tab', 'tag']);
  });
});

describe('the summary', () => {
  test.each([
    [[], 'no problems'],
    [[error('alias', '')], '1 error'],
    [
      [
        error('alias', '', at('/a', 0)),
        error('blanks-mismatch', '', at('/b', 0)),
        warning('cut-text', '', at('/c', 0)),
        warning('duplicate-key', '', at('/c', 1)),
      ],
      '2 errors, 2 warnings in 3 files',
    ],
    [[warning('cut-text', '', at('/c', 0))], '1 warning in 1 file'],
    [[suggestion('cut-text', '', at('/c', 0)), suggestion('cut-text', '', at('/c', 1))], 'no problems, 2 suggestions in 1 file'],
    [[suggestion('cut-text', '', at('/c', 0)), warning('duplicate-key', '', at('/c', 1))], '1 warning, 1 suggestion in 1 file'],
  ])('%#', (diagnostics, words) => {
    expect(summary(diagnostics)).toBe(words);
  });
});
