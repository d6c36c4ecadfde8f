import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { shownPath } from '../../src/diagnostics/shown-path.ts';

describe('a path is shown', () => {
  test.each([
    ['/work/a/b.yaml', 'a/b.yaml'],
    ['/work/..a/b.yaml', '..a/b.yaml'],
    ['/workshop/b.yaml', '/workshop/b.yaml'],
    ['/b.yaml', '/b.yaml'],
    ['/work', '/work'],
    ['-', '-'],
  ])('%s from /work as %s', (file, shown) => {
    expect(shownPath(file, '/work', path.posix)).toBe(shown);
  });

  test.each([
    ['C:\\work\\a\\b.yaml', 'a\\b.yaml'],
    ['c:\\Work\\b.yaml', 'b.yaml'],
    ['C:\\work\\..a\\b.yaml', '..a\\b.yaml'],
    ['C:\\workshop\\b.yaml', 'C:\\workshop\\b.yaml'],
    ['D:\\work\\b.yaml', 'D:\\work\\b.yaml'],
    ['-', '-'],
  ])('%s from C:\\work as %s', (file, shown) => {
    expect(shownPath(file, 'C:\\work', path.win32)).toBe(shown);
  });
});
