import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadStrings } from '../../src/content/load-strings.ts';
import { printExpected } from '../fixtures/expected.ts';

const english = await readFile(path.resolve(import.meta.dirname, '../../content/strings/en.yaml'), 'utf8');
let folder = '';
const write = async (name: string, text: string) => {
  await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
  await writeFile(path.join(folder, name), text);
};
const load = (language: string) => loadStrings(language, path.join(folder, 'book'), path.join(folder, 'strings'));
const told = async (language: string) => {
  const { diagnostics, files } = await load(language);
  return printExpected(
    diagnostics,
    files.map(({ source }) => source),
    folder,
  )
    .trim()
    .split('\n');
};

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mendbook-'));
  await write('strings/en.yaml', english);
});
afterEach(() => rm(folder, { recursive: true }));

describe('the program’s words', () => {
  test('come with it in English', async () => {
    const { strings, diagnostics } = await loadStrings('en', path.join(folder, 'book'));
    expect(diagnostics).toEqual([]);
    expect(strings).toMatchObject({ contents: 'Contents', pageOf: 'Page {{page}} of {{pages}}' });
  });

  test('are changed key by key by the workbook', async () => {
    await write('book/en/strings.yaml', 'step: Part\nminutes: "{{minutes}} minutes"\n');
    const { strings } = await load('en');
    expect(strings).toMatchObject({ step: 'Part', minutes: '{{minutes}} minutes', contents: 'Contents' });
  });

  test('of a language stand in for those of its regions, unless a region has its own', async () => {
    expect((await load('en-GB')).strings).toMatchObject({ contents: 'Contents' });
    await write('strings/en-GB.yaml', english.replace('contents: Contents', 'contents: What is in it'));
    expect((await load('en-GB')).strings).toMatchObject({ contents: 'What is in it' });
  });

  test('are the workbook’s alone where none are shipped', async () => {
    await write('book/tlh/strings.yaml', english.replace('contents: Contents', 'contents: ghItlh'));
    expect((await load('tlh')).strings).toMatchObject({ contents: 'ghItlh' });
  });

  test('are missing altogether: the file to write is named', async () => {
    expect(await told('tlh')).toMatchObject([
      expect.stringMatching(/^error: expected the program’s words in the language "tlh", found none \[strings\]$/),
      expect.stringMatching(/= write <workbook>\/book\/tlh\/strings.yaml with the keys contents, step,/),
    ]);
  });

  test('are told when keys are missing, unknown or empty', async () => {
    await write(
      'book/tlh/strings.yaml',
      english
        .replace('contents: Contents', 'contnts: Contents')
        .replace(/^row: .*\n/m, '')
        .replace('name: Name', 'name: ""'),
    );
    expect(await told('tlh')).toEqual([
      'book/tlh/strings.yaml:3:1: error: expected the key "row" beside "contnts", found none [missing-key]',
      '  | contnts',
      '  = add a line "row: …"',
      'book/tlh/strings.yaml:3:1: error: expected a known key, found "contnts" [unknown-key]',
      '  | contnts',
      '  = did you mean "contents"?',
      `book/tlh/strings.yaml:${english.split('\n').indexOf('name: Name')}:7: error: expected some text, found none [wrong-form]`,
      '  | ""',
    ]);
  });

  test('are told when a value that is put in is missing or unknown', async () => {
    await write('book/en/strings.yaml', 'pageOf: Page {{page}}\nminutes: About {{hours}} h\nstep: Step {{number}}\n');
    expect(await told('en')).toEqual([
      'book/en/strings.yaml:1:9: error: expected {{page}} and {{pages}} in the text, found no {{pages}} [placeholder]',
      '  | Page {{page}}',
      '  = write {{page}} and {{pages}} where the value belongs',
      'book/en/strings.yaml:2:10: error: expected {{minutes}} in the text, found {{hours}} [placeholder]',
      '  | About {{hours}} h',
      '  = write {{minutes}} where the value belongs',
      'book/en/strings.yaml:3:7: error: expected words without {{ }}, found {{number}} [placeholder]',
      '  | Step {{number}}',
      '  = write the words out',
    ]);
  });

  test('that are no YAML are told with their file', async () => {
    await write('book/en/strings.yaml', 'step: "Part\n');
    expect(await told('en')).toMatchObject([
      expect.stringMatching(/^book\/en\/strings\.yaml:1:7: error: expected a closing quotation mark/),
      expect.stringMatching(/"/),
      expect.stringMatching(/close the text/),
    ]);
  });
});
