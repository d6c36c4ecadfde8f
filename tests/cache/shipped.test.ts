/** What came with the program is known as long as it is as it came. */
import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isCompiled, MANIFEST, shippedDigest, unchangedShipped } from '../../src/cache/shipped.ts';

let root: string;
const write = (name: string, text: string): void => {
  mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
  writeFileSync(path.join(root, name), text);
};
/** What compiling does. */
const compile = (): void => write(`.build/${MANIFEST}`, JSON.stringify({ program: 'p1', files: shippedDigest(root) }));
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'mendbook-shipped-'));
  write('content/book/en/workbook.yaml', 'title: Book');
  write('content/book/en/steps/one.yaml', 'title: One');
  write('templates/calm/theme.yaml', 'ruling: 1');
  write('templates/calm/cover.tsx', 'export {}');
  compile();
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('unchanged files are known with their bytes, wherever the package lies', () => {
  const { files, version } = unchangedShipped(root) ?? {};
  expect([...(files ?? [])].map(([file, bytes]) => [path.relative(root, file), bytes.toString()])).toEqual([
    [path.join('content/book/en/steps/one.yaml'), 'title: One'],
    [path.join('content/book/en/workbook.yaml'), 'title: Book'],
    [path.join('templates/calm/theme.yaml'), 'ruling: 1'],
  ]);
  const elsewhere = `${root}-moved`;
  cpSync(root, elsewhere, { recursive: true });
  try {
    expect(unchangedShipped(elsewhere)?.version).toBe(version);
  } finally {
    rmSync(elsewhere, { recursive: true });
  }
});

test.each([
  ['a changed letter', () => write('content/book/en/steps/one.yaml', 'title: Onf')],
  ['a new file', () => write('content/book/en/steps/two.yaml', 'title: Two')],
  ['a file that is gone', () => rmSync(path.join(root, 'content/book/en/steps/one.yaml'))],
  ['a file with another name', () => renameSync(path.join(root, 'content/book/en/steps/one.yaml'), path.join(root, 'content/book/en/steps/two.yaml'))],
  ['another look', () => write('templates/calm/theme.yaml', 'ruling: 2')],
  ['a manifest that is cut off', () => write(`.build/${MANIFEST}`, '{"program":')],
  ['no manifest', () => rmSync(path.join(root, '.build'), { recursive: true })],
])('%s: it is not known until the program is compiled anew', (_, change) => {
  change();
  expect(unchangedShipped(root)).toBeUndefined();
  compile();
  expect(unchangedShipped(root)).toBeDefined();
});

test('components are part of the program, which has a digest of its own', () => {
  write('templates/calm/cover.tsx', 'export default 1');
  expect(unchangedShipped(root)).toBeDefined();
});

test('the tests run the sources: nothing is kept of those', () => {
  expect(isCompiled()).toBe(false);
});
