import { watch } from 'node:fs';
import { chmod, lstat, mkdir, mkdtemp, open, readdir, readFile, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeWhole } from '../../src/output/write-file.ts';

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

test('folders that were made for a file that cannot be written are gone again, and those that were there are not', async () => {
  await mkdir(path.join(folder, 'there'));
  const tooLong = `${'x'.repeat(300)}.pdf`;
  await expect(writeWhole(path.join(folder, 'there/new/newer', tooLong), Buffer.from('new'))).rejects.toThrow();
  expect(await readdir(folder, { recursive: true })).toEqual(['there']);
});

test('a link is followed: the file that it leads to is replaced, and the link stays', async () => {
  await writeWhole(path.join(folder, 'real/book.pdf'), Buffer.from('old'));
  await symlink('real/book.pdf', path.join(folder, 'link.pdf'));
  await writeWhole(path.join(folder, 'link.pdf'), Buffer.from('new'));
  expect(await readFile(path.join(folder, 'real/book.pdf'), 'utf8')).toBe('new');
  expect((await lstat(path.join(folder, 'link.pdf'))).isSymbolicLink()).toBe(true);
  expect(await readdir(path.join(folder, 'real'))).toEqual(['book.pdf']);
});

test('a file keeps its readers, and a new one gets those that it is given', async () => {
  const file = path.join(folder, 'book.pdf');
  await writeWhole(file, Buffer.from('one'), 0o100600);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  await chmod(file, 0o640);
  await writeWhole(file, Buffer.from('two'), 0o666);
  expect((await stat(file)).mode & 0o777).toBe(0o640);
});

test('a name may be as long as names can be', async () => {
  const name = `${'é'.repeat(125)}.pdf`;
  await writeWhole(path.join(folder, name), Buffer.from('new'));
  expect(await readdir(folder)).toEqual([name]);
});

test('who has the old file open goes on reading it', async () => {
  const file = path.join(folder, 'book.pdf');
  await writeFile(file, 'old');
  const reader = await open(file);
  await writeWhole(file, Buffer.from('new'));
  expect(await reader.readFile('utf8')).toBe('old');
  await reader.close();
});

test('what a killed program left behind long ago is removed, but not what one may still be writing, nor anything else', async () => {
  const file = path.join(folder, 'book.pdf');
  const begun = await new Promise<string>((resolve) => {
    // The name of a temporary file, seen while it is there.
    const watcher = watch(folder, (_, name) => {
      if (!name?.endsWith('.tmp')) return;
      watcher.close();
      resolve(name);
    });
    writeWhole(file, Buffer.from('one')).catch(() => undefined);
  });
  const others = [
    begun.replace(/\w+\.tmp$/, 'aaaaaaaaaaaa.tmp'),
    begun.replace(/\w+\.tmp$/, 'bbbbbbbbbbbb.tmp'),
    '.mendbook.00000000.cccccccccccc.tmp',
    'notes.tmp',
  ];
  for (const name of others) await writeFile(path.join(folder, name), 'left');
  const longAgo = new Date(Date.now() - 3_600_000);
  for (const name of [others[0], others[2], others[3]] as string[]) await utimes(path.join(folder, name), longAgo, longAgo);
  await writeWhole(file, Buffer.from('two'));
  expect((await readdir(folder)).toSorted()).toEqual(['book.pdf', ...others.slice(1)].toSorted());
});
