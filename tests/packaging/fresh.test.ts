/** Whether the bundles are compiled anew before the program runs from the repository. */
import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, rename, rm, unlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const repository = path.resolve(import.meta.dirname, '../..');
const { isFresh } = (await import(new URL('../../src/packaging/fresh.mjs', import.meta.url).href)) as { isFresh(root: string): boolean };

const BEFORE = new Date('2026-01-01');
const BUILT = new Date('2026-01-02');
const AFTER = new Date('2026-01-03');
const FILES = ['src/deep/a.ts', 'templates/calm/theme.yaml', 'package-lock.json'];
const FOLDERS = ['src/deep', 'src', 'templates/calm', 'templates'];

let root: string;
const set = (name: string, time: Date): Promise<void> => utimes(path.join(root, name), time, time);
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'mendbook-fresh-'));
  for (const name of [...FILES, 'src/deep/b.ts', '.build/cli.js']) {
    await mkdir(path.dirname(path.join(root, name)), { recursive: true });
    await writeFile(path.join(root, name), '');
    await set(name, BEFORE);
  }
  for (const name of FOLDERS) await set(name, BEFORE);
  await set('.build/cli.js', BUILT);
});
afterEach(() => rm(root, { recursive: true }));

test('bundles that are newer than all they are made of are fresh', () => {
  expect(isFresh(root)).toBe(true);
});

test.each(FILES)('they are stale once %s was changed', async (name) => {
  await set(name, AFTER);
  expect(isFresh(root)).toBe(false);
});

test('they are stale once a file is gone, and where there are none', async () => {
  await unlink(path.join(root, 'src/deep/b.ts'));
  expect(isFresh(root)).toBe(false);
  await set('src/deep', BEFORE);
  expect(isFresh(root)).toBe(true);
  await unlink(path.join(root, '.build/cli.js'));
  expect(isFresh(root)).toBe(false);
});

/** Without esbuild beside it, compiling would end with an error. */
const compiler = async (): Promise<() => Buffer> => {
  for (const name of ['compile.mjs', 'fresh.mjs']) {
    await cp(path.join(repository, 'src/packaging', name), path.join(root, 'src/packaging', name));
    await set(path.join('src/packaging', name), BEFORE);
  }
  for (const folder of ['src/packaging', 'src']) await set(folder, BEFORE);
  return () => execFileSync(process.execPath, [path.join(root, 'src/packaging/compile.mjs'), '--if-stale'], { stdio: 'pipe' });
};

test('fresh bundles are left alone without a word; stale ones are compiled', async () => {
  const compile = await compiler();
  expect(compile().toString()).toBe('');
  await set('src/deep/a.ts', AFTER);
  expect(compile).toThrow(/esbuild/);
});

test('bundles are found in a folder whose name has spaces, accents and percent signs', async () => {
  const odd = path.join(root, 'Año 1 100%25 #2');
  await mkdir(odd);
  for (const name of ['src', 'templates', 'package-lock.json', '.build']) await rename(path.join(root, name), path.join(odd, name));
  const top = root;
  root = odd;
  try {
    expect((await compiler())().toString()).toBe('');
  } finally {
    root = top;
  }
});
