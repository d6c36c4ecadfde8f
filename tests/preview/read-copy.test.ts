/** Filled copies that the page sends: they are read in memory, nothing is kept, and what cannot be read is told in words. */
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PreviewBuilds } from '../../src/preview/builds.ts';
import type { CopyAnswer } from '../../src/preview/protocol.ts';
import { serve, type Served } from '../../src/preview/server.ts';
import { readAnswers } from '../../src/questions/read-answers.ts';
import { blankCopy, filledCopy } from '../fixtures/filled-copies.ts';
import { type SmallBook, smallBook } from '../fixtures/small-book.ts';

const WICKED = '<img src=x onerror=alert(1)> \u202Egnorw';

let book: SmallBook;
let pageFolder: string;
let builds: PreviewBuilds;
let served: Served;
let filled: Uint8Array;
const ending = new AbortController();
beforeAll(async () => {
  book = await smallBook();
  pageFolder = await mkdtemp(path.join(tmpdir(), 'mendbook-page-'));
  filled = await filledCopy(await blankCopy(), { cover_name: WICKED });
  builds = new PreviewBuilds(book.options, { signal: ending.signal });
  const copy = path.join(book.home, 'filled ñ.pdf');
  await writeFile(copy, filled);
  served = await serve({ builds, base: book.options, copy, port: 0, signal: ending.signal, pageFolder });
});
afterAll(async () => {
  ending.abort();
  await Promise.all([served.ended, builds.ended]);
  await Promise.all([book.remove(), rm(pageFolder, { recursive: true })]);
});

const send = (body: Uint8Array, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${served.address}answers`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/pdf', 'X-File-Name': encodeURIComponent('ana ñ.pdf'), Origin: new URL(served.address).origin, ...headers },
    body: Buffer.from(body),
  });
const read = async (body: Uint8Array, headers?: Record<string, string>): Promise<CopyAnswer> => (await (await send(body, headers)).json()) as CopyAnswer;

test('a copy is read as “mendbook answers” reads it, and no browser keeps what was read', async () => {
  const response = await send(filled);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('content-type')).toBe('application/json');
  const { copy, problems } = (await response.json()) as CopyAnswer;
  expect(problems).toEqual([]);
  expect(copy).toEqual(JSON.parse(JSON.stringify((await readAnswers(filled, 'ana ñ.pdf')).copy)));
  expect(copy?.questions.find(({ id }) => id === 'cover_name')?.answer).toEqual({ text: WICKED });
});

test('nothing is written, neither beside the workbook nor among temporary files', async () => {
  const folders = [book.home, pageFolder];
  const before = await Promise.all(folders.map((folder) => readdir(folder)));
  await read(filled);
  expect(await Promise.all(folders.map((folder) => readdir(folder)))).toEqual(before);
});

test.each([
  ['no PDF', Buffer.from('words'), 'not-a-pdf'],
  ['nothing', Buffer.alloc(0), 'not-a-pdf'],
  ['a damaged one', Buffer.from('%PDF-1.7\n1 0 obj <<'), 'broken-pdf'],
])('%s is told in words, with the name of the file', async (_, bytes, code) => {
  const { copy, problems } = await read(bytes);
  expect(copy).toBeUndefined();
  expect(problems).toMatchObject([{ severity: 'error', code }]);
  expect(problems[0]?.message).toContain('ana ñ.pdf');
});

test('a name that is not encoded well, or far too long, does no harm', async () => {
  expect((await read(Buffer.from('x'), { 'X-File-Name': '%E0%A4%A' })).problems[0]?.message).toContain('the PDF');
  expect((await read(Buffer.from('x'), { 'X-File-Name': 'a'.repeat(5000) })).problems[0]?.message.length).toBeLessThan(400);
});

test('only the page itself may send a copy, and only as what it is', async () => {
  expect((await send(filled, { Origin: 'http://evil.example' })).status).toBe(403);
  expect((await send(filled, { 'Content-Type': 'text/plain' })).status).toBe(405);
  expect((await send(filled, { 'Content-Type': 'multipart/form-data' })).status).toBe(405);
  expect((await fetch(`${served.address}answers`)).status).toBe(400);
});

test('the copy of the command line is given with its name, as it is on the disk now', async () => {
  const response = await fetch(`${served.address}opened`);
  expect(decodeURIComponent(response.headers.get('x-file-name') ?? '')).toBe('filled ñ.pdf');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(Buffer.from(await response.arrayBuffer()).equals(Buffer.from(filled))).toBe(true);
  await rm(path.join(book.home, 'filled ñ.pdf'));
  const gone = await fetch(`${served.address}opened`);
  expect([gone.status, await gone.text()]).toEqual([404, 'There is no file any more: filled ñ.pdf\n']);
});
