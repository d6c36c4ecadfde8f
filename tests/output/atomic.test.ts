import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeWhole } from '../../src/output/atomic.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mendbook-output-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('a file is written whole, with the folders that it needs', async () => {
  const file = path.join(folder, 'a', 'b', 'book.pdf');
  await writeWhole(file, Buffer.from('new'));
  expect(await readFile(file, 'utf8')).toBe('new');
  expect(await readdir(path.dirname(file))).toEqual(['book.pdf']);
});

test('a file that is there is replaced, and nothing is left beside it', async () => {
  const file = path.join(folder, 'book.pdf');
  await writeFile(file, 'old and longer');
  await writeWhole(file, Buffer.from('new'));
  expect(await readFile(file, 'utf8')).toBe('new');
  expect(await readdir(folder)).toEqual(['book.pdf']);
});

test('where a folder cannot be made, an error comes back instead of an endless search', async () => {
  const file = path.join(folder, 'file');
  await writeFile(file, 'in the way');
  await expect(writeWhole(path.join(file, 'deeper', 'book.pdf'), Buffer.from('new'))).rejects.toMatchObject({ code: 'ENOTDIR' });
  if (process.platform === 'linux') await expect(writeWhole('/proc/mendbook/a/book.pdf', Buffer.from('new'))).rejects.toThrow();
});

test('where the target cannot be replaced, it stays and no temporary file does', async () => {
  const target = path.join(folder, 'book.pdf');
  await writeWhole(path.join(target, 'inside.txt'), Buffer.from('a folder stands where the file is to go'));
  await expect(writeWhole(target, Buffer.from('new'))).rejects.toThrow();
  expect(await readdir(folder)).toEqual(['book.pdf']);
});
