/** What a build takes over from the record of an earlier copy: nothing that was asked for anew, and nothing that is no value of an option. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { optionsOfEarlierCopy } from '../../src/builder/as-earlier-copy.ts';
import { optionsOfRecord, typedOptions } from '../../src/builder/options-of-record.ts';
import type { BuildRequest } from '../../src/builder/resolve-options.ts';
import type { CopyRecord } from '../../src/record/copy-record.ts';

let cwd: string;
beforeAll(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'mendbook-earlier-'));
});
afterAll(() => rm(cwd, { recursive: true }));

const RECORD: CopyRecord = {
  form: 1,
  program: '1.0.0',
  workbook: { id: 'rebuilding-trust', date: '2026-11-22' },
  language: 'es',
  edition: 'client',
  for: 'was-hurt',
  options: { packet: 'first-talk', country: 'mx', discreet: true, template: 'warm' },
};
const taken = async (asked: Partial<BuildRequest> = {}, record: CopyRecord | undefined = RECORD) =>
  typedOptions(await optionsOfEarlierCopy({ cwd, workbook: 'rebuilding-trust', ...asked }, record));

test('all that shapes a copy is taken over, and typed it gives the same again', async () => {
  expect(await taken()).toBe('--lang es --for was-hurt --packet first-talk --country mx --discreet --template warm');
});

test('an option that is given is not taken, also where it says that there is none', async () => {
  expect(await taken({ lang: 'en', country: '', template: 'calm' })).toBe('--for was-hurt --packet first-talk --discreet');
});

test.each<[string, Partial<BuildRequest>]>([
  ['steps', { steps: '1' }],
  ['only', { only: ['today'] }],
  ['packet', { packet: 'month-of-small-steps' }],
])('whoever gives --%s chooses all of the parts', async (_, asked) => {
  const record = { ...RECORD, options: { ...RECORD.options, without: ['today/today-in-words'] } };
  expect(await taken(asked, record)).toBe('--lang es --for was-hurt --country mx --discreet --template warm');
});

test('a packet that is named gives its own options', async () => {
  await writeFile(path.join(cwd, 'mine.yaml'), 'title: Mine\noptions: { for: both, language: en, template: calm }\nparts: [today]\n');
  expect(await taken({ packet: 'mine.yaml' })).toBe('--country mx --discreet');
});

test('of a copy of another workbook no parts are taken', async () => {
  expect(await taken({ workbook: 'starter' })).toBe('--lang es --for was-hurt --country mx --discreet --template warm');
});

test('without a record nothing is taken', async () => {
  expect(await optionsOfEarlierCopy({ cwd, workbook: 'starter' }, undefined)).toEqual({});
});

test('what is no value of an option is left out, and no file is named by a record', () => {
  const record: CopyRecord = {
    ...RECORD,
    language: '../../es',
    for: 'nobody',
    options: {
      packet: '../mine.yaml',
      template: './code',
      country: '/etc',
      steps: '$(date)',
      only: ['../x'],
      paper: 'a0',
      'large-print': 'yes',
      flat: true,
      binding: 'booklet',
      name: 'Ana',
      note: 'Words',
      practice: 'practice.yaml',
      cwd: '/',
    },
  };
  expect(optionsOfRecord(record, '/books/rebuilding-trust')).toEqual({ edition: 'client', relationship: 'other' });
});
