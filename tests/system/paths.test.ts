import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { isWithin, pathFrom } from '../../src/system/paths.ts';

describe('a path lies in a folder', () => {
  test.each([
    ['/work', '/work', true],
    ['/work', '/work/a/b', true],
    ['/work', '/work/..a', true],
    ['/work', '/workshop', false],
    ['/work', '/', false],
  ])('in %s, %s: %s', (folder, file, within) => {
    expect(isWithin(folder, file, path.posix)).toBe(within);
  });

  test.each([
    ['C:\\work', 'c:\\WORK\\a', true],
    ['C:\\work', 'C:\\work\\..a', true],
    ['C:\\work', 'C:\\workshop', false],
    ['C:\\work', 'D:\\work\\a', false],
  ])('on Windows, in %s, %s: %s', (folder, file, within) => {
    expect(isWithin(folder, file, path.win32)).toBe(within);
  });
});

test('a path from a folder has forward slashes on every system', () => {
  expect(pathFrom('/work', '/work/a/b.tsx', path.posix)).toBe('a/b.tsx');
  expect(pathFrom('C:\\work', 'C:\\work\\a\\b.tsx', path.win32)).toBe('a/b.tsx');
  expect(pathFrom('C:\\work\\a', 'C:\\work\\b.tsx', path.win32)).toBe('../b.tsx');
});
