/** The practice.yaml of a new workbook is one that the program takes. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadPractice } from '../../src/practice/load.ts';
import { practiceFile as schema } from '../../src/practice/schema.ts';
import { practiceFile } from '../../src/starter/practice-file.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mendbook-practice-'));
});
afterEach(() => rm(folder, { recursive: true }));

const load = async (text: string) => {
  const file = path.join(folder, 'practice.yaml');
  await writeFile(file, text);
  await writeFile(path.join(folder, 'logo.svg'), '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><rect width="2" height="1"/></svg>');
  return loadPractice(file);
};
const codes = ({ diagnostics }: Awaited<ReturnType<typeof load>>): string[] => diagnostics.map(({ code }) => code);

test('with a name it is a practice', async () => {
  const loaded = await load(
    practiceFile({ name: 'Harbor', counselor: 'Ana #1', contact: ['12 Quay St, #4'], language: 'es', paper: 'a4' }, '.schema/practice.json'),
  );
  expect([codes(loaded), loaded.practice?.name, loaded.defaults]).toEqual([[], 'Harbor', { language: 'es', paper: 'a4' }]);
});

test('without one it has defaults alone, and no practice is printed', async () => {
  const loaded = await load(practiceFile({ language: 'es', country: 'us', accent: '#5b3a6e' }));
  expect([codes(loaded), loaded.practice, loaded.defaults, loaded.accent?.color]).toEqual([[], undefined, { language: 'es', country: 'us' }, '#5b3a6e']);
});

test('what is printed beside the name is missed when there is none', async () => {
  expect(codes(await load(practiceFile({ counselor: 'Ana Ruiz', language: 'en' })))).toEqual(['missing-key']);
});

test('every key of the schema is in it, and every example can be switched on', async () => {
  const on = practiceFile({}).replaceAll(/^# (?=[a-z]+:|  )/gm, '');
  const loaded = await load(on);
  expect(codes(loaded)).toEqual([]);
  for (const key of Object.keys(schema.shape)) expect(on).toMatch(new RegExp(`^${key}:`, 'm'));
});
