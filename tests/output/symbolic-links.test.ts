/** Links as the place to write to: followed or refused, never replaced. */
import { link, lstat, mkdir, mkdtemp, readFile, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkTarget } from '../../src/output/check-target.ts';
import { deliver } from '../../src/output/write-pdf.ts';
import { Capture } from '../commands/capture.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mendbook-links-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const at = (name: string): string => path.join(folder, name);
const bytes = Buffer.from('%PDF-new');
const write = (name: string) => deliver(at(name), bytes, { stdout: new Capture(), force: true });

test('a link to nothing yet is followed, over several links and folders', async () => {
  await mkdir(at('real'));
  await symlink('real', at('folder'));
  await symlink('folder/two.pdf', at('one.pdf'));
  await symlink('book.pdf', at('real/two.pdf'));
  expect(await write('one.pdf')).toEqual([]);
  expect(await readFile(at('real/book.pdf'), 'utf8')).toBe('%PDF-new');
  expect(await readlink(at('one.pdf'))).toBe('folder/two.pdf');
  expect(await readlink(at('real/two.pdf'))).toBe('book.pdf');
});

test('links that lead in a circle are refused, and stay', async () => {
  await symlink('b.pdf', at('a.pdf'));
  await symlink('a.pdf', at('b.pdf'));
  expect(await checkTarget(at('a.pdf'), true)).toMatchObject([{ code: 'output-unwritable', message: `cannot write ${at('a.pdf')}: its link leads to itself` }]);
  expect(await write('a.pdf')).toMatchObject([{ code: 'output-unwritable' }]);
  expect((await lstat(at('a.pdf'))).isSymbolicLink()).toBe(true);
});

test('a link into a folder that is not there is refused with where it leads, and no folder is made', async () => {
  await symlink('gone/book.pdf', at('link.pdf'));
  expect(await write('link.pdf')).toMatchObject([
    { message: expect.stringMatching(/found a link to a folder that is not there: .*link\.pdf leads to .*gone\/book\.pdf/) },
  ]);
  await expect(lstat(at('gone'))).rejects.toThrow();
});

test('a file with a second name is written, and the old file of the other name is told of', async () => {
  await writeFile(at('book.pdf'), '%PDF-old');
  await link(at('book.pdf'), at('other.pdf'));
  expect(await write('book.pdf')).toMatchObject([{ code: 'output-linked', severity: 'warning', message: expect.stringContaining('found 1 other name of it') }]);
  expect(await readFile(at('other.pdf'), 'utf8')).toBe('%PDF-old');
  expect(await readFile(at('book.pdf'), 'utf8')).toBe('%PDF-new');
  expect(await write('book.pdf')).toEqual([]);
});
