import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { Command } from 'commander';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { warnOfUnnamedWorkbook } from '../../src/cli/workbook-here.ts';

let mine = '';
beforeAll(async () => {
  mine = await mkdtemp(path.join(tmpdir(), 'mendbook-'));
  await mkdir(path.join(mine, 'en'));
  await writeFile(path.join(mine, 'en/workbook.yaml'), 'title: Mine\n');
});
afterAll(() => rm(mine, { recursive: true }));

const told = async (cwd: string, args: readonly string[], quiet = false): Promise<string> => {
  const command = new Command('build').argument('[workbook]').parse(args, { from: 'user' });
  const stderr = new PassThrough();
  await warnOfUnnamedWorkbook(command, { cwd, stdout: new PassThrough(), stderr, quiet });
  return String(stderr.read() ?? '');
};

test('in the folder of a workbook, a command that names none says how to name it', async () => {
  expect(await told(mine, [])).toContain('warning[workbook-here]: expected the workbook in this folder to be named');
  expect(await told(mine, [])).toContain('for the one in this folder: mendbook build .');
});

test('nothing is said where one is named, where there is none, or where quiet is asked for', async () => {
  expect([await told(mine, ['.']), await told(mine, ['rebuilding-trust']), await told(path.join(mine, 'en'), []), await told(mine, [], true)]).toEqual([
    '',
    '',
    '',
    '',
  ]);
});
