/** A list is read from its file in the encodings that spreadsheets write; what would lose letters is told. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readList } from '../../src/list/read-list.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'mendbook-list-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

const read = async (contents: string | Uint8Array, name = 'clients.csv') => {
  await writeFile(path.join(home, name), contents);
  const { rows, diagnostics } = await readList(path.join(home, name));
  return { names: rows.map(({ cells }) => cells.get('name')?.text), told: diagnostics.map(({ code, severity }) => `${severity} ${code}`) };
};

const LIST = 'name;for\r\nŁukasz Żółć;both\r\nΕλένη;was-hurt\r\n';
const NAMES = ['Łukasz Żółć', 'Ελένη'];

describe('every letter is kept', () => {
  test('of UTF-8, with and without a byte order mark', async () => {
    expect(await read(LIST)).toEqual({ names: NAMES, told: [] });
    expect(await read(`\uFEFF${LIST}`)).toEqual({ names: NAMES, told: [] });
  });

  test('of the UTF-16 that Excel calls Unicode text, which is told', async () => {
    const wide = Buffer.from(`\uFEFF${LIST.replaceAll(';', '\t')}`, 'utf16le');
    expect(await read(wide, 'clients.txt')).toEqual({ names: NAMES, told: ['warning list-encoding'] });
    expect(await read(Buffer.from(wide).swap16())).toEqual({ names: NAMES, told: ['warning list-encoding'] });
  });
});

describe('what would lose letters is refused', () => {
  test.each([
    ['Windows-1252', Buffer.from('name\r\nZoë\r\n', 'latin1'), 'error not-utf-8'],
    ['UTF-16 without a byte order mark', Buffer.from('name\r\nZoe\r\n', 'utf16le'), 'error not-utf-8'],
    ['UTF-16 that is cut', Buffer.concat([Buffer.from('\uFEFFname\nZoe', 'utf16le'), Buffer.from([0x41])]), 'error not-utf-8'],
    ['a spreadsheet under another name', Buffer.from('PK\u0003\u0004\u0000\u0000'), 'error not-text'],
  ])('%s', async (_, bytes, code) => {
    expect(await read(bytes)).toEqual({ names: [], told: [code] });
  });
});

test('what is no list is told for what it is, with the way to a list, whatever it is called', async () => {
  const said = async (contents: Uint8Array | string, name: string) => {
    await writeFile(path.join(home, name), contents);
    return (await readList(path.join(home, name))).diagnostics.map(({ message, hints }) => [message, ...(hints ?? [])]);
  };
  const saved = expect.stringContaining('in Excel: save as “CSV UTF-8”; in Numbers: export as CSV; in LibreOffice: save as CSV');
  expect(await said('PK\u0003\u0004 xl/workbook.xml', 'clients.csv')).toEqual([['expected text, found a spreadsheet of Excel (.xlsx)', saved]]);
  for (const name of ['clients.csv', 'clients.txt', 'clients.tsv'])
    expect(await said('%PDF-1.7\n', name)).toEqual([
      ['expected text, found a PDF', expect.stringMatching(/^put its table into a spreadsheet, and save that; in Excel/)],
    ]);
  expect(await said('PK\u0003\u0004 word/document.xml', 'clients.yaml')).toEqual([['expected text, found a document of Word (.docx)', saved]]);
  for (const name of ['clients.xlsx', 'clients.ods', 'clients.numbers', 'clients.pdf'])
    expect(await said('PK', name)).toMatchObject([[expect.any(String), saved]]);
});

test('a spreadsheet, a folder and a file that is not there are told', async () => {
  const told = async (name: string) => (await readList(path.join(home, name))).diagnostics.map(({ code }) => code);
  await writeFile(path.join(home, 'clients.xlsx'), 'PK');
  expect(await told('clients.xlsx')).toEqual(['list-ending']);
  expect(await told('none.csv')).toEqual(['unreadable']);
  expect(await told('.')).toEqual(['list-ending']);
});

describe('a list in YAML', () => {
  test('gives the same rows, with its defaults where a client says nothing', async () => {
    await writeFile(
      path.join(home, 'clients.yaml'),
      'defaults: { paper: a4, for: both }\nclients:\n  - name: Ana\n    for: was-hurt\n    large-print: true\n    copies: [client, counselor]\n    fill: { today_date: 3 December }\n  - name: Zoë\n    other: your sister\n',
    );
    const { rows, heads, diagnostics } = await readList(path.join(home, 'clients.yaml'));
    expect(diagnostics).toEqual([]);
    expect(rows.map(({ number, cells }) => [number, Object.fromEntries([...cells].map(([name, { text }]) => [name, text]))])).toEqual([
      [1, { paper: 'a4', for: 'was-hurt', name: 'Ana', 'large-print': 'yes', copies: 'client,counselor', 'fill.today_date': '3 December' }],
      [2, { paper: 'a4', for: 'both', name: 'Zoë', other: 'your sister' }],
    ]);
    expect(heads.map(({ name }) => name)).toContain('other');
  });

  test('is checked: values, and clients that are none', async () => {
    expect((await read('clients:\n  - for: nobody\n  - 3\n', 'clients.yaml')).told).toEqual(['error wrong-type']);
    expect((await read('people: []\n', 'clients.yaml')).told).toEqual(expect.arrayContaining(['error unknown-key', 'error missing-key']));
  });
});
