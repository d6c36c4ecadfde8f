/** That the spaces of a shipped workbook are large enough is kept for that workbook alone, and is not taken from a file that has changed. */
import { appendFile, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { runCheck } from '../../src/api/check.ts';
import { hasRoom, keepRoom } from '../../src/builder/kept-room.ts';
import { cacheFolder } from '../../src/cache/cache-folder.ts';
import { smallBook } from '../fixtures/small-book.ts';

const folder = cacheFolder() as string;
afterEach(() => rm(folder, { recursive: true, force: true }));

test('it is known of what was measured, and of nothing else', async () => {
  expect(hasRoom('shipped, version 1')).toBe(false);
  keepRoom('shipped, version 1');
  expect([hasRoom('shipped, version 1'), hasRoom('shipped, version 2')]).toEqual([true, false]);
  const [file] = await readdir(folder);
  await appendFile(path.join(folder, file as string), 'more');
  expect(hasRoom('shipped, version 1')).toBe(false);
});

test('of a workbook of somebody’s own nothing is kept', async () => {
  const book = await smallBook();
  try {
    const { diagnostics } = await runCheck({ workbook: 'book', cwd: book.home }, { talk: process.stderr });
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(await readdir(folder).catch(() => [])).toEqual([]);
  } finally {
    await book.remove();
  }
});
