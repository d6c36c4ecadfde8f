/** What is written for the counselor never reaches a client: shown on every edition of the shipped workbook. */
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseDocument, visit } from 'yaml';
import { build } from '../../src/commands/build.ts';
import type { BuildOptions } from '../../src/commands/build-options.ts';
import { loadWorkbook } from '../../src/content/load.ts';
import { plain } from '../../src/content/plain-text.ts';
import type { Prose } from '../../src/content/span.ts';
import { loadStrings } from '../../src/content/load-strings.ts';
import type { Strings } from '../../src/content/strings.ts';
import { openInPdfjs } from '../readers/pdfjs.ts';
import { bookmarkTitles, packed, printedWords, storedWords, textsIn } from '../readers/words.ts';

const SHIPPED = path.resolve(import.meta.dirname, '../../content/rebuilding-trust');
type Choice = Pick<BuildOptions, 'for' | 'relationship'> & Partial<BuildOptions>;

/** Keeps the bytes that are written to it. */
class Bytes extends Writable {
  readonly chunks: Buffer[] = [];

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.chunks.push(Buffer.from(chunk));
    done();
  }
}

/**
 * Every reader in every way to make a copy, and each of these for either kind of relationship. That the other combinations hold the
 * same blocks as without any notes is tested on the content (tests/content/counselor.test.ts), which takes no time.
 */
const COPIES = [
  { for: 'both', relationship: 'partner', kind: 'to fill in' },
  { for: 'both', relationship: 'other', kind: 'to print', flat: true },
  { for: 'both', relationship: 'partner', kind: 'discreet', discreet: true },
  { for: 'broke-trust', relationship: 'other', kind: 'to fill in' },
  { for: 'broke-trust', relationship: 'partner', kind: 'to print', flat: true },
  { for: 'broke-trust', relationship: 'other', kind: 'discreet', discreet: true },
  { for: 'was-hurt', relationship: 'partner', kind: 'to fill in' },
  { for: 'was-hurt', relationship: 'other', kind: 'to print', flat: true },
  { for: 'was-hurt', relationship: 'partner', kind: 'discreet', discreet: true },
] as const;

/** The workbook as it was when the tests began: others may be writing in it. */
let shipped: string;

/** Builds an edition as the command does; its bytes. */
const edition = async (choice: Choice): Promise<Buffer> => {
  const [stdout, stderr] = [new Bytes(), new Bytes()];
  const usual = { cwd: '/', workbook: shipped, lang: 'en', template: 'calm', paper: 'letter', edition: 'client', quiet: true, out: '-' } as const;
  const code = await build({ ...usual, ...choice, stdout, stderr });
  if (code !== 0) throw new Error(Buffer.concat(stderr.chunks).toString());
  return Buffer.concat(stdout.chunks);
};

interface Read {
  pages: string[];
  /** What a viewer shows as the numbers of the pages. */
  labels: string[];
  bookmarks: string[];
}

const read = async (bytes: Buffer): Promise<Read> => {
  const document = await openInPdfjs(bytes);
  const pages = await printedWords(document);
  const labels = (await document.getPageLabels()) ?? pages.map((_, index) => String(index + 1));
  const bookmarks = await bookmarkTitles(document);
  await document.loadingTask.destroy();
  return { pages, labels, bookmarks };
};

/** Every paragraph inside a value. */
const paragraphsIn = (value: unknown): Prose[] => {
  if (typeof value !== 'object' || value === null) return [];
  if (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((span: unknown) => typeof span === 'object' && span !== null && 'text' in span && typeof span.text === 'string')
  )
    return [value as Prose];
  return Object.values(value).flatMap(paragraphsIn);
};

/** Sentences of fewer letters may stand anywhere, such as "Ask." */
const SHORT = 16;

/** The sentences of a paragraph, packed; a short one is joined to the one beside it. */
const sentencesOf = (paragraph: Prose): string[] => {
  const sentences: string[] = [];
  for (const sentence of plain(paragraph)
    .split(/(?<=[.?!]”?)\s+/)
    .map(packed)) {
    const before = sentences.at(-1);
    if (before !== undefined && Math.min(before.length, sentence.length) < SHORT) sentences[sentences.length - 1] = before + sentence;
    else sentences.push(sentence);
  }
  return sentences;
};

const COUNSELORS_WORDS = [
  'notesFor',
  'guidePage',
  'counselorEdition',
  'notForClients',
  'counselorNotes',
  'goal',
  'lookFor',
  'cautions',
  'debrief',
] as const satisfies (keyof Strings)[];

/** The program's own words that only the counselor's edition prints: without what is put into them, and without those that clients read elsewhere. */
const wordsFor = (strings: Strings): string[] => {
  const clients = new Set(Object.entries(strings).flatMap(([key, words]) => ((COUNSELORS_WORDS as readonly string[]).includes(key) ? [] : [words])));
  return COUNSELORS_WORDS.map((key) => strings[key])
    .filter((words) => !clients.has(words))
    .map((words) => packed(words.replaceAll(/\{\{.*?\}\}/g, '')));
};

/** Takes out of a workbook all that anyone ever wrote for the counselor. */
const withoutNotes = async (workbook: string): Promise<void> => {
  const pages = path.join(workbook, 'en/pages');
  for (const guide of (await readdir(pages)).filter((name) => name.startsWith('counselor-'))) await rm(path.join(pages, guide));
  for (const file of (await readdir(workbook, { recursive: true })).filter((name) => name.endsWith('.yaml'))) {
    const document = parseDocument(await readFile(path.join(workbook, file), 'utf8'));
    visit(document, { Pair: (_, { key }) => (String(key) === 'counselor' ? visit.REMOVE : undefined) });
    await writeFile(path.join(workbook, file), document.toString({ lineWidth: 0 }));
  }
};

let sentences: string[];
let words: string[];
let label: string;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mendbook-leak-'));
  // The name of a workbook is that of its folder.
  shipped = path.join(folder, path.basename(SHIPPED));
  await cp(path.join(SHIPPED, 'en'), path.join(shipped, 'en'), { recursive: true });
  const [{ workbook }, { strings }] = await Promise.all([loadWorkbook(shipped, 'en'), loadStrings('en', shipped)]);
  if (!workbook || !strings) throw new Error('the shipped workbook is broken');
  const notes = workbook.sections.map(({ part, title, purpose, blocks, counselor }): unknown =>
    part === 'counselor' ? [title, purpose, blocks] : [counselor, blocks.map((block) => (block.kind === 'worksheet' ? block.counselor : undefined))],
  );
  // A cell of a table may be a word or two, which stand anywhere.
  sentences = [...new Set(paragraphsIn(notes).flatMap(sentencesOf))].filter((sentence) => sentence.length >= SHORT);
  words = wordsFor(strings);
  label = strings.counselorNotes;
});
afterAll(() => rm(folder, { recursive: true }));

test('there is much to keep from clients', () => {
  expect(sentences.length).toBeGreaterThan(800);
  expect(words.length).toBeGreaterThanOrEqual(7);
});

/** Copies to fill in, by their reader. */
const clients = new Map<string, Read & { bytes: Buffer }>();

test.each(COPIES)('a copy $kind for $for ($relationship) says nothing of what is for the counselor', async ({ kind, ...choice }) => {
  const bytes = await edition(choice);
  const found = await read(bytes);
  const printed = found.pages.join('');
  const stored = await storedWords(bytes);
  const secret = [...sentences, ...words];
  expect(printed.length).toBeGreaterThan(30_000);
  expect(textsIn(printed, secret)).toEqual([]);
  expect(textsIn(stored, secret)).toEqual([]);
  expect(found.bookmarks.length).toBeGreaterThan(70);
  expect(found.bookmarks.filter((title) => secret.some((text) => packed(title).includes(text)))).toEqual([]);
  if (kind === 'to fill in') clients.set(choice.for, { ...found, bytes });
});

test('a client’s copy is byte for byte that of a workbook without a word for the counselor', async () => {
  const choice = { for: 'both', relationship: 'partner' } as const;
  const bare = path.join(folder, 'bare', path.basename(shipped));
  await cp(shipped, bare, { recursive: true });
  await withoutNotes(bare);
  expect(clients.get('both')?.bytes.equals(await edition({ ...choice, workbook: bare }))).toBe(true);
});

describe.each(COPIES.filter(({ kind }) => kind === 'to fill in'))('the counselor’s copy for $for', ({ for: role, relationship }) => {
  let bytes: Buffer;
  let found: Read;
  beforeAll(async () => {
    bytes = await edition({ for: role, relationship, edition: 'counselor' });
    found = await read(bytes);
  });

  test('holds all that was written for its pages', async () => {
    const printed = found.pages.join('');
    const there = new Set(textsIn(printed, [...sentences, ...words]));
    const missing = [...sentences, ...words].filter((text) => !there.has(text));
    // The pages of the other role are not in it.
    if (role === 'both') expect(missing).toEqual([]);
    else expect(missing.length).toBeLessThan(sentences.length / 5);
    expect(found.bookmarks.filter((title) => title.startsWith(label)).length).toBeGreaterThan(60);
    // Bookmarks are what the reader of stored words can see of notes: letters on pages are numbers of glyphs.
    expect(await storedWords(bytes)).toContain(packed(label));
  });

  test('numbers the pages of the client as the client’s copy does', () => {
    const theirs = clients.get(role);
    const counted = found.labels.flatMap((name, index) => (/^(?:\d+|–)$/.test(name) ? [{ name, words: found.pages[index] }] : []));
    expect(counted.map(({ name }) => name)).toEqual(theirs?.labels);
    // The cover says whose copy it is.
    expect(counted.slice(1).map(({ words: page }) => page)).toEqual(theirs?.pages.slice(1));
  });

  test('has one page of notes before each page that they are about', () => {
    const notes = found.labels.filter((name) => name.endsWith('n'));
    expect(notes.length).toBeGreaterThan(60);
    expect(found.labels.filter((name) => /n\d+$/.test(name))).toEqual([]);
    for (const name of notes) expect(found.labels[found.labels.indexOf(name) + 1]).toBe(name.slice(0, -1));
  });
});
