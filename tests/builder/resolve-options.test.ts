import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { build } from '../../src/commands/build.ts';
import type { BuildOptions } from '../../src/commands/build-options.ts';
import { resolveOptions } from '../../src/builder/resolve-options.ts';
import { DEFAULTS } from '../../src/options/option-values.ts';
import { Capture } from '../commands/capture.ts';
import { type SmallBook, smallBook } from '../fixtures/small-book.ts';

let book: SmallBook;
beforeEach(async () => {
  book = await smallBook();
});
afterEach(() => book.remove());

const write = (file: string, text: string) => writeFile(path.join(book.home, file), text);
const asked = () => ({ cwd: book.home, workbook: 'book' });
const built = async (options: Partial<BuildOptions> = {}) => {
  const stderr = new Capture();
  const code = await build({ ...asked(), for: 'both', relationship: 'other', edition: 'client', out: 'out/', stdout: new Capture(), stderr, ...options });
  return { code, talk: stderr.text };
};

test('without a practice the program’s own defaults hold', async () => {
  expect(await resolveOptions(asked())).toEqual({ ...asked(), ...DEFAULTS });
  expect(DEFAULTS).toMatchObject({ paper: 'letter', lang: 'en', template: 'calm', for: 'both', edition: 'client', flat: false });
});

test('practice.yaml gives what no option says, and options win', async () => {
  await write('book/practice.yaml', 'name: Harbor\npaper: a5\nlanguage: en\ncountry: gb\n');
  expect(await resolveOptions(asked())).toMatchObject({ paper: 'a5', lang: 'en', country: 'gb', practice: { practice: { name: 'Harbor' } } });
  expect(await resolveOptions({ ...asked(), paper: 'a4' as const, country: 'us' })).toMatchObject({ paper: 'a4', country: 'us' });
});

test('--practice names another file', async () => {
  await write('book/practice.yaml', 'name: Harbor\n');
  await write('other.yaml', 'name: Lighthouse\n');
  expect((await resolveOptions({ ...asked(), practice: 'other.yaml' })).practice?.practice?.name).toBe('Lighthouse');
});

test.each(['book/practice.yml', 'book/practice.yaml.txt', 'book/en/practice.yaml'])('a file at %s is not read, and that is told', async (file) => {
  await write(file, 'name: Harbor\n');
  const { practice, told } = await resolveOptions(asked());
  expect(practice).toBeUndefined();
  expect(told).toEqual([expect.objectContaining({ code: 'practice-place', severity: 'warning', hints: [`move it to ${book.home}/book/practice.yaml`] })]);
});

test('the name of the file and the combinations that are refused see what practice.yaml gives', async () => {
  await write('book/practice.yaml', 'name: Harbor\npaper: a5\n');
  expect((await built()).talk).toMatch(/^out\/book-a5\.pdf\n.*\n {2}for Harbor\n$/);
  const { code, talk } = await built({ largePrint: true });
  expect(code).toBe(2);
  expect(talk).toMatch(/refused-combination.*--large-print with --paper a5[\s\S]*practice\.yaml:2:8/);
});

test('a template is found from the folder of practice.yaml', async () => {
  await mkdir(path.join(book.home, 'book/looks'));
  await write('book/looks/theme.yaml', 'extends: calm\n');
  await write('book/practice.yaml', 'name: Harbor\ntemplate: ./looks\n');
  expect((await resolveOptions(asked())).template).toBe(path.join(book.home, 'book/looks'));
});

test.each([
  ['language: fr', /no-language[\s\S]*practice\.yaml:2:11/],
  ['country: zz', /no-help-lines[\s\S]*practice\.yaml:2:10/],
])('%s, which is not there, is told at its place', async (line, expected) => {
  await write('book/practice.yaml', `name: Harbor\n${line}\n`);
  const { code, talk } = await built();
  expect(code).toBe(1);
  expect(talk).toMatch(expected);
});
