import { expect, test } from 'vitest';
import { printJson } from '../../src/diagnostics/print-json.ts';
import { error, warning } from '../../src/diagnostics/make.ts';
import { printShort } from '../../src/diagnostics/print-short.ts';
import { sourceFile } from '../../src/diagnostics/source-file.ts';

const here = '/work/b.yaml';
const elsewhere = '/other/a.yaml';
const sources = [sourceFile(here, 'a: 😀b\nc: d\n'), sourceFile(elsewhere, 'x\n')];
const diagnostics = [
  warning('without', 'expected c, found d', { file: here, start: 8, end: 9 }, 'write c'),
  error('empty', 'expected a, found b', { file: here, start: 5, end: 6 }),
  error('wrong-type', 'expected y, found "x\ny"', { file: elsewhere, start: 0, end: 1 }),
  error('no-content', 'expected a step, found none'),
];

test('the short form is a line each, sorted by file and place, with columns in characters', () => {
  expect(printShort(diagnostics, sources, '/work')).toBe(
    [
      'error: expected a step, found none [no-content]',
      '/other/a.yaml:1:1: error: expected y, found "x\ufffdy" [wrong-type]',
      'b.yaml:1:5: error: expected a, found b [empty]',
      'b.yaml:2:2: warning: expected c, found d [without]',
      '',
    ].join('\n'),
  );
});

test('JSON is an array in the same order, with the end of each place and its hints', () => {
  const rows = JSON.parse(printJson(diagnostics, sources, '/work')) as object[];
  expect(rows).toEqual([
    { severity: 'error', code: 'no-content', message: 'expected a step, found none', hints: [] },
    {
      file: '/other/a.yaml',
      line: 1,
      column: 1,
      endLine: 1,
      endColumn: 2,
      severity: 'error',
      code: 'wrong-type',
      message: 'expected y, found "x\ny"',
      hints: [],
    },
    { file: 'b.yaml', line: 1, column: 5, endLine: 1, endColumn: 6, severity: 'error', code: 'empty', message: 'expected a, found b', hints: [] },
    { file: 'b.yaml', line: 2, column: 2, endLine: 2, endColumn: 3, severity: 'warning', code: 'without', message: 'expected c, found d', hints: ['write c'] },
  ]);
});

test('JSON of nothing is an empty array, and the short form of nothing is empty', () => {
  expect(JSON.parse(printJson([], [], '/'))).toEqual([]);
  expect(printShort([], [], '/')).toBe('');
});
