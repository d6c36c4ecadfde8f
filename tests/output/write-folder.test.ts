import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeFolder } from '../../src/output/write-folder.ts';

let top: string;
beforeEach(async () => {
  top = await mkdtemp(path.join(tmpdir(), 'mendbook-folder-'));
});
afterEach(() => rm(top, { recursive: true }));

const all = async (folder: string): Promise<string[]> => (await readdir(folder, { recursive: true })).toSorted();
const FILES = new Map<string, string | Uint8Array>([
  ['read.md', 'Read.'],
  ['en/steps/one.yaml', 'title: One'],
  ['en/two.png', Buffer.from([1, 2])],
]);

test('a folder is written with all that is in it, and those above it are made', async () => {
  const folder = path.join(top, 'a/b/book');
  await writeFolder(folder, FILES);
  expect(await all(folder)).toEqual(['en', 'en/steps', 'en/steps/one.yaml', 'en/two.png', 'read.md']);
  expect(await readFile(path.join(folder, 'en/two.png'))).toEqual(Buffer.from([1, 2]));
  expect(await readdir(path.join(top, 'a/b'))).toEqual(['book']);
});

test('others may read it as they may any new folder', async () => {
  await Promise.all([writeFolder(path.join(top, 'book'), FILES), mkdir(path.join(top, 'plain'))]);
  const mode = async (name: string) => (await stat(path.join(top, name))).mode;
  expect(await mode('book')).toBe(await mode('plain'));
});

test('an empty folder is filled and stays the same folder, since somebody may stand in it', async () => {
  const folder = path.join(top, 'book');
  await mkdir(folder);
  const { ino } = await stat(folder);
  await writeFolder(folder, FILES);
  expect([(await stat(folder)).ino, await readdir(folder)]).toEqual([ino, ['en', 'read.md']]);
});

test('a folder with something in it is left as it is', async () => {
  const folder = path.join(top, 'book');
  await mkdir(folder);
  await writeFile(path.join(folder, 'mine.txt'), 'Mine.');
  await expect(writeFolder(folder, FILES)).rejects.toMatchObject({ code: 'ENOTEMPTY' });
  expect(await all(top)).toEqual(['book', 'book/mine.txt']);
});

test('where one file cannot be written nothing is left behind, neither the folders above it', async () => {
  const impossible = new Map([...FILES, [`en/${'x'.repeat(300)}`, 'Too long a name.']]);
  for (const folder of ['new/deep/book', 'empty']) {
    if (folder === 'empty') await mkdir(path.join(top, folder));
    await expect(writeFolder(path.join(top, folder), impossible)).rejects.toMatchObject({ code: 'ENAMETOOLONG' });
  }
  expect(await all(top)).toEqual(['empty']);
});

test('a file that stands on the way is an error', async () => {
  await writeFile(path.join(top, 'file'), '');
  await expect(writeFolder(path.join(top, 'file/book'), FILES)).rejects.toMatchObject({ code: expect.stringMatching(/^E/) });
  expect(await all(top)).toEqual(['file']);
});
