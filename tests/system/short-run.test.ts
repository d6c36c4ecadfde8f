import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

test('this version of Node knows what it is told, and prints nothing', async () => {
  const { outputFiles } = await build({
    stdin: { contents: "import { endSoon } from './short-run.ts'; endSoon();", resolveDir: fileURLToPath(new URL('../../src/system', import.meta.url)) },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    write: false,
  });
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['-e', outputFiles[0]?.text ?? '']);
  expect([stdout, stderr]).toEqual(['', '']);
});
