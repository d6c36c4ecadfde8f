/** Whether what was written outlives a power cut: the file is synced before it gets its name, its folder afterwards. */
import { fstatSync, type PathLike } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const done = vi.hoisted(() => ({ steps: [] as string[], refuse: false }));
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  return {
    ...fs,
    fsyncSync: (file: number) => {
      const isFolder = fstatSync(file).isDirectory();
      done.steps.push(isFolder ? 'sync folder' : 'sync file');
      if (isFolder && done.refuse) throw Object.assign(new Error('EINVAL'), { code: 'EINVAL' });
      fs.fsyncSync(file);
    },
    renameSync: (from: PathLike, to: PathLike) => {
      done.steps.push('rename');
      fs.renameSync(from, to);
    },
  };
});

// Other tests of this process have loaded them with the file system as it is.
vi.resetModules();
const { writeFolder } = await import('../../src/output/write-folder.ts');
const { writeWhole } = await import('../../src/output/write-file.ts');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mendbook-synced-'));
  done.steps = [];
  done.refuse = false;
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('a file is synced, renamed, and then its folder is synced', async () => {
  await writeWhole(path.join(folder, 'book.pdf'), Buffer.from('new'));
  expect(done.steps).toEqual(['sync file', 'rename', 'sync folder']);
});

test('a system that cannot sync folders writes all the same', async () => {
  done.refuse = true;
  await writeWhole(path.join(folder, 'book.pdf'), Buffer.from('new'));
  expect(await readFile(path.join(folder, 'book.pdf'), 'utf8')).toBe('new');
});

test('folders that are written whole are synced once they have their name', async () => {
  await writeFolder(path.join(folder, 'a/book'), new Map([['one.yaml', 'x']]));
  expect(done.steps.indexOf('sync folder')).toBeGreaterThan(done.steps.indexOf('rename'));
});
