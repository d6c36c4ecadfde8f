/** A discreet copy in the hands of other programs: nothing in the file tells what it is about before its pages are read. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BuildRequest, booklet, build, flatten } from '../../src/api/index.ts';
import { loadHelpTraces } from '../../src/content/load-help-lines.ts';
import { fillInPdfjs } from '../readers/pdfjs.ts';
import { runWell } from './run.ts';

/** The name of the program, the title, the roles, and names of parts, as they stand where nothing may tell. */
const TELLING = /mendbook|rebuilding|trust|hurt|apolog|forgiv|confianza|discul|perd[oó]n/i;
const COPIES: Record<string, BuildRequest> = {
  'whole.pdf': { discreet: true, for: 'was-hurt', country: 'us' },
  'step.pdf': { discreet: true, for: 'broke-trust', steps: 'apologize', country: 'us' },
  'sheet.pdf': { discreet: true, only: ['apologize/need-to-hear'] },
  'spanish.pdf': { discreet: true, lang: 'es', only: ['today', 'apologize/my-apology', 'boundaries'] },
  'unsafe.pdf': { discreet: true, without: ['safety-page'], country: 'us' },
};

let folder = '';
const names: Record<string, string> = {};
const at = (name: string): string => path.join(folder, name);
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mendbook-discreet-'));
  for (const [name, request] of Object.entries(COPIES)) {
    const built = await build(request);
    if (!built.ok) throw new Error(JSON.stringify(built.diagnostics));
    names[name] = built.fileName;
    await writeFile(at(name), built.bytes);
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** All that the file holds but for its pages: objects unpacked, without streams of pages, fields and structure. */
const objects = async (name: string): Promise<Record<string, { value?: unknown; stream?: { dict: Record<string, unknown> } }>> => {
  const { stdout } = await runWell('qpdf', ['--json=2', '--json-stream-data=none', at(name)]);
  return (JSON.parse(stdout.toString()) as { qpdf: [unknown, Record<string, { value?: unknown }>] }).qpdf[1];
};

describe.each(Object.keys(COPIES))('%s', (name) => {
  test('has a file name that tells nothing', () => {
    expect(names[name]).toMatch(/^not[ea]s(?:-[a-c])?(?:-[0-9a-f]+)*\.pdf$/);
  });

  test('tells nothing to pdfinfo: title, creator, producer and metadata', async () => {
    const info = (await runWell('pdfinfo', [at(name)])).stdout.toString();
    expect(info).toMatch(/^Title: +Not[ea]s$/m);
    expect(info).not.toMatch(/^(?:Creator|Producer|Author|Subject|Keywords):/m);
    const metadata = (await runWell('pdfinfo', ['-meta', at(name)])).stdout.toString();
    expect(metadata).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(`${info} ${metadata}`).not.toMatch(TELLING);
  });

  test('has bookmarks that are numbers', async () => {
    const titles = Object.values(await objects(name)).flatMap(({ value }) => {
      const { '/Title': title, '/Dest': to } = (value ?? {}) as Record<string, unknown>;
      return typeof title === 'string' && to ? [title.replace(/^u:/, '')] : [];
    });
    expect(titles.length).toBeGreaterThan(0);
    for (const title of titles) expect(title).toMatch(/^(?:Not[ea]s|Part[e]? [\d.]+)$/);
  });

  test('names the program and the title in no object, unpacked', async () => {
    const { stdout } = await runWell('qpdf', ['--qdf', '--object-streams=disable', at(name), '-']);
    expect(stdout.toString('latin1')).not.toMatch(/mendbook|rebuilding-trust|was-hurt|broke-trust/i);
    // Text strings may be written in UTF-16.
    expect(stdout.includes(Buffer.from('Mendbook', 'utf16le').swap16())).toBe(false);
  });

  test('has its pages but no cover, contents or foot that tell', async () => {
    const whole = name !== 'sheet.pdf';
    const { stdout } = await runWell('pdftotext', ['-l', '1', at(name), '-']);
    if (whole) expect(stdout.toString()).not.toMatch(TELLING);
    const all = (await runWell('pdftotext', [at(name), '-'])).stdout.toString();
    expect(all).not.toMatch(/^(?:Contents|Contenido|Índice)$/m);
    expect(all).toMatch(/^Not[ea]s$/m);
  });
});

test('without the safety page, no number and no address of a help line is left, neither in words nor in links', async () => {
  const { hosts, numbers } = await loadHelpTraces('/nowhere');
  const words = (await runWell('pdftotext', [at('unsafe.pdf'), '-'])).stdout.toString();
  for (const host of hosts) expect(words.toLowerCase()).not.toContain(host);
  const digits = words.replaceAll(/(?<=\d)[\s().-]+(?=\d)/g, '');
  for (const number of numbers.filter(({ length }) => length > 6)) expect(digits).not.toContain(number);
  const addresses = Object.values(await objects('unsafe.pdf')).flatMap(({ value }) => JSON.stringify(value ?? '').match(/https?:[^"]+/g) ?? []);
  expect(addresses.length).toBeGreaterThan(0);
  expect(addresses.filter((address) => hosts.some((host) => address.includes(host)))).toEqual([]);
  const whole = (await runWell('pdftotext', [at('whole.pdf'), '-'])).stdout.toString();
  expect(whole).toContain('1-800-799-7233');
});

test('what is made of a discreet copy names no program either, and is still known as a copy', async () => {
  const built = await build(COPIES['sheet.pdf']);
  if (!built.ok) throw new Error('expected a copy');
  const { bytes: filled } = await fillInPdfjs(built.bytes, ({ fieldType }) => (fieldType === 'Btn' ? true : 'a word'));
  const flat = await flatten(filled);
  expect(flat).toMatchObject({ ok: true });
  const printed = await build({ ...COPIES['sheet.pdf'], flat: true, paper: 'a5', binding: 'booklet' });
  const sheets = printed.ok && (await booklet(printed.bytes));
  if (!flat.ok || !sheets || !sheets.ok) throw new Error('expected both');
  for (const [name, bytes] of Object.entries({ 'flat.pdf': flat.bytes, 'sheets.pdf': sheets.bytes })) {
    await writeFile(at(name), bytes);
    expect((await runWell('pdfinfo', [at(name)])).stdout.toString()).not.toMatch(/mendbook/i);
  }
});
