/** The server: its routes, its headers, what it tells while files change, and its end. */
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadPacket } from '../../src/packet/load.ts';
import type { State } from '../../src/preview/protocol.ts';
import { serve, type Served } from '../../src/preview/server.ts';
import { PreviewBuilds } from '../../src/preview/builds.ts';
import { Builder } from '../../src/builder/builder.ts';
import { type SmallBook, smallBook } from '../fixtures/small-book.ts';

const STEP = 'book/en/steps/look.yaml';

let book: SmallBook;
let pageFolder: string;
let served: Served;
let builds: PreviewBuilds;
const ending = new AbortController();
beforeAll(async () => {
  book = await smallBook();
  pageFolder = await mkdtemp(path.join(tmpdir(), 'mendbook-page-'));
  for (const name of ['index.html', 'page.css', 'page.js', 'pdf.worker.js']) await writeFile(path.join(pageFolder, name), name);
  builds = new PreviewBuilds(book.options, { signal: ending.signal });
  served = await serve({ builds, base: book.options, port: 0, signal: ending.signal, pageFolder });
});
afterAll(async () => {
  ending.abort();
  await Promise.all([served.ended, builds.ended]);
  await Promise.all([book.remove(), rm(pageFolder, { recursive: true })]);
});

const get = (where: string): Promise<Response> => fetch(served.address + where);

/** A path as it is, which fetch would tidy up. */
const status = (where: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const { hostname, port, pathname } = new URL(served.address);
    request({ hostname, port, path: pathname + where }, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end();
  });

/** Follows the stream of events until a state is as wanted. */
const follow = async (query: string, wanted: (state: State) => boolean): Promise<State> => {
  const { body } = await fetch(`${served.address}events?${query}`);
  let text = '';
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    text += Buffer.from(chunk).toString('utf8');
    const states = [...text.matchAll(/^event: state\ndata: (.+)\n\n/gm)].map(([, data]) => JSON.parse(data ?? '') as State);
    const found = states.find(wanted);
    // Leaving the loop lets go of the stream.
    if (found) return found;
  }
  throw new Error('the stream has ended');
};
const good = ({ status: how }: State): boolean => how === 'good';

test('the page and its parts are served, each with its type, and nothing else', async () => {
  for (const [where, type, text] of [
    ['', 'text/html', 'index.html'],
    ['page.js', 'text/javascript', 'page.js'],
    ['page.css', 'text/css', 'page.css'],
    ['pdf.worker.js', 'text/javascript', 'pdf.worker.js'],
  ] as const) {
    const response = await get(where);
    expect(response.headers.get('content-type')).toContain(type);
    expect(await response.text()).toBe(text);
  }
  for (const where of [
    '../package.json',
    '..%2fpackage.json',
    '%2e%2e/%2e%2e/etc/passwd',
    '/etc/passwd',
    'constructor',
    '__proto__',
    'page.js%00',
    '....//page.js',
  ]) {
    expect([403, 404], where).toContain(await status(where));
  }
});

test('every answer forbids what the page does not need', async () => {
  for (const where of ['', 'offers', 'nothing', 'events?paper=none', 'book.pdf']) {
    const { headers } = await get(where);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).toContain("connect-src 'self'");
    expect(headers.get('content-security-policy')).not.toMatch(/https?:|\*|unsafe-eval/);
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('access-control-allow-origin')).toBeNull();
  }
});

test('it listens on the loopback address', () => {
  expect(new URL(served.address).hostname).toBe('127.0.0.1');
});

test('the PDF and the download are the bytes of a build, under the name that it would have', async () => {
  await follow('paper=a4&large-print=on', good);
  const { pdf } = await new Builder().build({ ...book.options, paper: 'a4', largePrint: true });
  for (const where of ['book.pdf', 'download']) {
    const response = await get(`${where}?paper=a4&large-print=on`);
    expect(Buffer.from(await response.arrayBuffer()).equals(pdf?.bytes ?? Buffer.alloc(0)), where).toBe(true);
    if (where === 'download') expect(response.headers.get('content-disposition')).toBe('attachment; filename="book-a4-large-print.pdf"');
  }
});

test('the download of a workbook keeps the name of its folder, whatever letters that has', async () => {
  const name = 'Książka „dla nas” 100%';
  await cp(path.join(book.home, 'book'), path.join(book.home, name), { recursive: true });
  const over = new AbortController();
  const other = new PreviewBuilds({ ...book.options, workbook: name }, { signal: over.signal });
  const there = await serve({ builds: other, base: { ...book.options, workbook: name }, port: 0, signal: over.signal, pageFolder });
  await new Promise<void>((resolve) => {
    other.listen({ ...book.options, workbook: name }, (state) => good(state) && resolve());
  });
  const response = await fetch(`${there.address}download`);
  over.abort();
  await Promise.all([there.ended, other.ended]);
  await rm(path.join(book.home, name), { recursive: true });
  expect([response.status, response.headers.get('content-disposition')]).toEqual([
    200,
    `attachment; filename="Ksi__ka _dla nas_ 100_.pdf"; filename*=UTF-8''${encodeURIComponent(name)}.pdf`,
  ]);
});

test('what was saved is built for each that looks', async () => {
  const [letter, a4] = await Promise.all([follow('', good), follow('paper=a4', good)]);
  // It may be built once more without a change: what was saved counts as a revision.
  const later = Promise.all([
    follow('', (state) => good(state) && state.revision > letter.revision),
    follow('paper=a4', (state) => good(state) && state.revision > a4.revision),
  ]);
  await book.change(STEP, 'What happened?', 'What has happened?');
  for (const [index, { revision }] of (await later).entries()) expect(revision).toBe(([letter, a4][index]?.revision ?? 0) + 1);
});

test('broken input is told with its frame, and the last good PDF stays', async () => {
  await follow('', good);
  const before = await (await get('book.pdf')).arrayBuffer();
  const broken = follow('', ({ status: how }) => how === 'broken');
  await book.change(STEP, 'lines: 3', 'lines: many');
  const { problems, revision } = await broken;
  expect(revision).toBeGreaterThan(0);
  expect(problems).toMatchObject([{ severity: 'error', code: 'wrong-type', place: 'book/en/steps/look.yaml:14:16' }]);
  expect(problems[0]?.frame.join('\n')).toContain('14 |         lines: many\n   |                ^^^^');
  expect(Buffer.from(await (await get('book.pdf')).arrayBuffer()).equals(Buffer.from(before))).toBe(true);
  const mended = follow('', good);
  await book.change(STEP, 'lines: many', 'lines: 3');
  expect((await mended).problems).toEqual([]);
});

test('options that do not go together are told as build tells them', async () => {
  const { problems, revision } = await follow('paper=a5&large-print=on', ({ status: how }) => how === 'broken');
  expect(problems).toMatchObject([{ code: 'refused-combination', hints: ['choose --paper letter or --paper a4 for large print'] }]);
  expect(revision).toBe(0);
  expect((await get('book.pdf?paper=a5&large-print=on')).status).toBe(404);
});

test('only what is offered can be asked for: no template of another folder is run', async () => {
  for (const query of [
    'template=/tmp/evil',
    'template=./mine',
    'paper=b5',
    'flat=yes',
    'workbook=other',
    'cwd=/',
    'name=x',
    'out=x.pdf',
    'country=xx',
    'paper=a4&paper=b5',
    '__proto__=x',
  ]) {
    for (const where of ['events', 'book.pdf', 'download']) expect((await get(`${where}?${query}`)).status, query).toBe(400);
  }
});

test('a port that is taken is an error', async () => {
  const { port } = new URL(served.address);
  await expect(serve({ builds, base: book.options, port: Number(port), signal: ending.signal, pageFolder })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

test('at its end it says so, and lets go of everyone', async () => {
  const end = new AbortController();
  const other = await serve({ builds, base: book.options, port: 0, signal: end.signal, pageFolder });
  const response = await fetch(`${other.address}events`);
  end.abort();
  expect(await response.text()).toMatch(/event: end\ndata: null\n\n$/);
  await other.ended;
  await expect(fetch(other.address)).rejects.toThrow('fetch failed');
});

test('the parts of the workbook are offered, whatever is chosen', async () => {
  const names = (await (await get('parts?only=look')).json()) as { name: string; title: string }[];
  expect(names.map(({ name }) => name)).toContain('look');
  expect((await get('parts?only=../look')).status).toBe(400);
});

test('what is ticked is saved as a packet that makes the same PDF, and never over another file', async () => {
  const { origin } = new URL(served.address);
  const send = (body: unknown, query = 'only=look&paper=a4'): Promise<Response> =>
    fetch(`${served.address}packet?${query}`, { method: 'POST', headers: { 'Content-Type': 'application/json', Origin: origin }, body: JSON.stringify(body) });
  const saved = (await (await send({ title: 'For Ana: Tuesday', note: 'One page.\n\nGo gently.', parts: ['look'] })).json()) as Record<string, unknown>;
  expect(saved).toEqual({
    saved: true,
    packet: 'for-ana-tuesday',
    file: path.join(book.home, 'book/en/packets/for-ana-tuesday.yaml'),
    command: 'mendbook build book --packet for-ana-tuesday',
  });
  const { packet, options, diagnostics } = await loadPacket(String(saved.file));
  expect(diagnostics).toEqual([]);
  expect(packet).toMatchObject({ title: 'For Ana: Tuesday', note: [[{ text: 'One page.' }], [{ text: 'Go gently.' }]], parts: [{ name: 'look' }] });
  expect(options).toMatchObject({ paper: 'a4' });
  expect(await (await send({ title: 'For Ana, Tuesday', note: '', parts: ['look'] })).json()).toMatchObject({ saved: false });
  expect(await (await send({ title: '', note: '', parts: [] })).json()).toMatchObject({ saved: false });
  expect((await follow('packet=for-ana-tuesday', good)).title).toBe('For Ana: Tuesday');
});
