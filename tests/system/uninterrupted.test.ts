import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { uninterrupted } from '../../src/system/uninterrupted.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mendbook-signals-'));
  buildSync({
    entryPoints: [path.resolve(import.meta.dirname, '../../src/system/uninterrupted.ts')],
    outfile: path.join(folder, 'uninterrupted.mjs'),
    format: 'esm',
  });
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs lines of JavaScript in a program of their own. */
const run = (lines: string) => {
  const script = `import { writeSync } from 'node:fs'; import { uninterrupted } from './uninterrupted.mjs'; ${lines}`;
  const { signal, status, stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: folder, encoding: 'utf8' });
  return { signal, status, stdout };
};

test('what the work returns or throws is handed on', async () => {
  expect(await uninterrupted(() => 7)).toBe(7);
  await expect(
    uninterrupted(() => {
      throw new Error('full');
    }),
  ).rejects.toThrow('full');
  expect(['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => process.listeners(signal as 'SIGINT').filter(({ name }) => name === 'hear'))).toEqual([[], [], []]);
});

test.skipIf(process.platform === 'win32').each(['SIGINT', 'SIGTERM', 'SIGHUP'])('%s ends the program, but not within the work', (signal) => {
  const kill = `process.kill(process.pid, '${signal}');`;
  expect(
    run(`await uninterrupted(() => { ${kill} writeSync(1, 'done'); }); await new Promise((resolve) => setTimeout(resolve, 5000)); writeSync(1, ', more');`),
  ).toEqual({ signal, status: null, stdout: 'done' });
  expect(run(`await uninterrupted(() => writeSync(1, 'done')); ${kill} for (;;);`)).toEqual({ signal, status: null, stdout: 'done' });
});
