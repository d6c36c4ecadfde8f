import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { build } from '../../src/commands/build.ts';
import type { BuildOptions } from '../../src/commands/build-options.ts';
import { openInPdfjs } from '../readers/pdfjs.ts';
import { bookmarkTitles, packed, printedWords } from '../readers/words.ts';
import { Capture } from './capture.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mendbook-editions-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Builds step 6 of the shipped workbook. */
const made = async (options: Partial<BuildOptions>) => {
  const stderr = new Capture();
  const base = {
    workbook: 'rebuilding-trust',
    lang: 'en',
    template: 'calm',
    paper: 'letter',
    for: 'both',
    relationship: 'other',
    edition: 'client',
    steps: 'support',
    country: 'us',
  } as const;
  const code = await build({ ...base, out: `${folder}/`, cwd: folder, stdout: new Capture(), stderr, ...options });
  const [name = ''] = await readdir(folder);
  return { code, name, talk: stderr.text, document: await openInPdfjs(new Uint8Array(await readFile(path.join(folder, name)))) };
};

test('a counselor’s copy says so on its cover, also where the cover is discreet', async () => {
  const { code, name, document } = await made({ edition: 'counselor', discreet: true });
  expect([code, name]).toEqual([0, expect.stringMatching(/^notes-c-[0-9a-f]+\.pdf$/)]);
  const [cover = ''] = await printedWords(document);
  expect(cover).toContain(packed('Counselor’s edition'));
  expect(cover).not.toContain('Trust');
});

test('a client’s discreet copy says nothing of what it is about on its cover, in its title and in its bookmarks', async () => {
  const { document } = await made({ discreet: true });
  const [cover = ''] = await printedWords(document);
  const { info } = (await document.getMetadata()) as { info: { Title?: string } };
  expect(`${cover} ${info.Title}`).not.toMatch(/trust|counselor|help|step/i);
  expect(info.Title).toBe('Notes');
  expect((await bookmarkTitles(document)).filter((title) => !/^(Notes|Part [\d.]+)$/.test(title))).toEqual([]);
});

test('leaving out the safety page tells where help lines still stand, and how to leave those out', async () => {
  const { talk } = await made({ without: ['safety-page'] });
  expect(talk).toContain('warning[help-lines-left]');
  expect(talk).toContain('--without safety-page,people-who-answer');
});

test('leaving out both leaves no help line and no warning', async () => {
  const { talk, document } = await made({ without: ['safety-page', 'people-who-answer'] });
  expect(talk).not.toContain('help-lines-left');
  expect((await printedWords(document)).join(' ')).not.toContain('1-800-799-7233');
});
