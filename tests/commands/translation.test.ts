import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build } from '../../src/commands/build.ts';
import { check } from '../../src/commands/check.ts';
import { Capture } from './capture.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mendbook-'));
  await cp(path.resolve(import.meta.dirname, '../fixtures/translation'), path.join(folder, 'book'), { recursive: true });
});
afterAll(() => rm(folder, { recursive: true }));

const common = { workbook: 'book', lang: 'es', template: 'calm' } as const;
const lacking = async () => {
  const file = path.join(folder, 'book/es/steps/first.yaml');
  await writeFile(file, (await readFile(file, 'utf8')).replace('        hint: Basta una frase.\n', ''));
};

test('nothing half translated is built', async () => {
  const [stdout, stderr] = [new Capture(), new Capture()];
  const options = { ...common, paper: 'letter', for: 'both', relationship: 'other', edition: 'client', cwd: folder, stdout, stderr } as const;
  expect(await build({ ...options, out: 'whole.pdf' })).toBe(0);
  await lacking();
  expect(await build({ ...options, out: 'half.pdf' })).toBe(1);
  expect(stderr.text).toContain('error[translation-lacks]: expected the key "hint", as in en, found none\n  --> book/es/steps/first.yaml:15:9\n');
  expect(await readdir(folder)).toEqual(['book', 'whole.pdf']);
});

test('the check of a translation names each lack, with its place', async () => {
  const [stdout, stderr] = [new Capture(), new Capture()];
  await lacking();
  expect(await check({ ...common, format: 'short', cwd: folder, stdout, stderr })).toBe(1);
  expect(stdout.text).toBe('book/es/steps/first.yaml:15:9: error: expected the key "hint", as in en, found none [translation-lacks]\n');
});
