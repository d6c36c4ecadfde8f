/** The copies of a list: checked before anything is written, made once, never over answers, and none with words of another. */
import { mkdir, open, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { batch, type BatchOptions } from '../../src/commands/batch.ts';
import { batchSample } from '../../src/commands/batch-sample.ts';
import { type SmallBook, smallBook } from '../fixtures/small-book.ts';
import { fillByHand } from '../flatten/filled.ts';
import { openInPdfjs } from '../readers/pdfjs.ts';
import { packed, printedWords, storedWords } from '../readers/words.ts';
import { Capture } from './capture.ts';

let book: SmallBook;
beforeEach(async () => {
  book = await smallBook();
});
afterEach(() => book.remove());

const run = async (list: string, options: Partial<BatchOptions> = {}) => {
  await writeFile(path.join(book.home, 'clients.csv'), list);
  const [stdout, stderr] = [new Capture(), new Capture()];
  const code = await batch({ list: 'clients.csv', workbook: 'book', cwd: book.home, stdout, stderr, ...options });
  return { code, out: stdout.text, told: stderr.text };
};
const made = async (folder = 'out/clients'): Promise<string[]> =>
  (await readdir(path.join(book.home, folder), { recursive: true }).catch(() => [])).filter((name) => name.endsWith('.pdf')).toSorted();
const bytesOf = (name: string): Promise<Buffer> => readFile(path.join(book.home, 'out/clients', name));
const pageWords = async (bytes: Uint8Array): Promise<string> => (await printedWords(await openInPdfjs(bytes))).join('');

test('each row gets its copy, in its edition, under its name', async () => {
  const { code, told } = await run('name;for;copies\n"Ana Gómez";was-hurt;"client, counselor"\nZoë;broke-trust;\n;;\n;both;client\n');
  expect(told).toContain('4 copies: 4 new');
  expect(code).toBe(0);
  expect(await made()).toEqual(['Ana Gómez book-was-hurt-counselor.pdf', 'Ana Gómez book-was-hurt.pdf', 'Zoë book-broke-trust.pdf', 'book.pdf']);
  expect(await pageWords(await bytesOf('Ana Gómez book-was-hurt.pdf'))).toContain(packed('Ana Gómez'));
});

test('a row has its own words to the reader, and a date that cannot be misread', async () => {
  await run('name,session,note\nAna,2026-12-03,"Please begin with **page 3**.\n\nTake your time."\nZoë,2026-12-04,\n');
  // One after the other: pdf.js counts the pages of two open documents together.
  const pages: string[] = [];
  for (const file of await made()) pages.push(await pageWords(await bytesOf(file)));
  const [ana = '', zoe = ''] = pages;
  expect(ana).toContain(packed('Prepared for Ana · Session on December 3, 2026'));
  expect(ana).toContain(packed('Please begin with page 3. Take your time.'));
  expect(zoe).not.toContain(packed('Take your time'));
  const { code, told } = await run('name,session,note\nAna,3.12.2026,\nZoë,,王\n');
  expect(code).toBe(1);
  expect(told).toContain('clients.csv:2:5');
  expect((await run('name,session,note\nZoë,,王\n')).told).toContain('clients.csv:2:6');
});

describe('before anything is written', () => {
  test('all mistakes of all rows are told, each with its line and column', async () => {
    const { code, told } = await run('name,for,paper,steps,papr\nAna,nobody,a4,,\nZoë,both,a7,9,x\n王芳,both,a4,,\nIda,both,a4,,\nida,both,a4,,\n', {
      rows: '2-9',
    });
    expect(code).toBe(1);
    for (const place of ['clients.csv:1:22', 'clients.csv:2:5', 'clients.csv:3:10', 'clients.csv:3:13', 'clients.csv:4:1', 'clients.csv:6:1'])
      expect(told).toContain(place);
    expect(await made()).toEqual([]);
    const list = 'clients:\n  - name: Ana\n    papr: a4\n  - name: Zoë\n    for: nobody\n    lang: de\n';
    await writeFile(path.join(book.home, 'clients.yaml'), list);
    const again = await run('name\nAna\n', { list: 'clients.yaml' });
    expect(again.code).toBe(1);
    for (const place of ['clients.yaml:3:5', 'clients.yaml:5:10', 'clients.yaml:6:11']) expect(again.told).toContain(place);
    expect(await made()).toEqual([]);
  });

  test('mistakes are told with the row and column of the spreadsheet, and how to keep it from making dates', async () => {
    const wrong = (written: string) => `name,note,steps,session\nAna,"One\n\ntwo",1,\nZoë,,${written}\n`;
    const { code, told } = await run(wrong('Jan-03,03/12/2026'));
    expect(code).toBe(1);
    expect(told).toContain('found "03/12/2026" (row 3, column session)');
    expect(told).toContain('found "Jan-03" (row 3, column steps)');
    expect(told).toContain('clients.csv:5:6');
    expect(told).toMatch(/format the column as Text .* then type 2026-12-03 again/);
    expect(told).toMatch(/format the column as Text .* then type 1-3 again/);
    expect((await run(wrong('9,'))).told).not.toContain('as Text');
    expect((await run('name,for\nAna,both,more\n')).told).toContain('found 3 in row 2');
  });

  test('a problem of the workbook is told once, and not once a row', async () => {
    await book.change('book/en/workbook.yaml', 'title:', 'titel:');
    const { code, told } = await run('name,for\nAna,both\nZoë,was-hurt\n');
    expect(code).toBe(1);
    expect(told.match(/error\[unknown-key\]/g)).toHaveLength(1);
  });

  test('a dry run shows who gets what, and writes nothing', async () => {
    const { code, out, told } = await run('name\nAna\nZoë\n', { dryRun: true });
    expect(code).toBe(0);
    expect(out.split('\n').map((line) => line.split(/ {2,}/).filter(Boolean))).toEqual([
      ['row', 'file', 'pages', 'fields'],
      ['2', 'out/clients/Ana book.pdf', expect.any(String), expect.any(String), 'new'],
      ['3', 'out/clients/Zoë book.pdf', expect.any(String), expect.any(String), 'new'],
      [],
    ]);
    expect(told).toContain('Nothing was written');
    expect(await made()).toEqual([]);
  });

  test.each([false, true])('a name that the cover has no room for is told before anything is written (dry run: %s)', async (dryRun) => {
    const { code, told } = await run(`name\nAna\n${'X'.repeat(300)}\nMaría del Carmen Fernández-Villaverde y González de la Reguera\n`, { dryRun });
    expect(code).toBe(1);
    expect(told).toMatch(/error\[text-too-wide\][^]*clients\.csv:3:1[^]*write it shorter/);
    expect(told).not.toContain('clients.csv:4');
    expect(await made()).toEqual([]);
  });

  test('passwords are not shown with the lines that are wrong', async () => {
    const { told } = await run('name,password,for\nAna,open sesame,nobody\n');
    expect(told).toContain('nobody');
    expect(told).not.toContain('sesame');
  });
});

test('the paper of a country is told once, where no row and no option chooses one', async () => {
  const list = 'name,country\nAna,gb\nZoë,gb\n';
  const { told } = await run(list, { dryRun: true });
  expect(told.match(/in the country "gb" people print on A4/g)).toHaveLength(1);
  expect((await run(list, { dryRun: true, paper: 'letter' })).told).not.toContain('A4');
});

describe('rows that are odd beside the others', () => {
  const passwords = 'name,password\nAna,seven quiet rivers\nZoë,\nIda, \n';

  test('those without a password are told, with row and column, where others have one', async () => {
    const { code, told } = await run(passwords, { dryRun: true });
    expect(code).toBe(0);
    expect(told).toContain('expected a password in rows 3, 4, column password, as in other rows, found none: their copies open without');
    expect(told).toContain('clients.csv:3:1');
    expect(told).toContain('--protect');
    expect((await run(passwords, { dryRun: true, where: ['name=zoë'] })).told).toContain('in row 3, column password');
    expect((await run(passwords, { dryRun: true, rows: '2' })).told).not.toContain('row-without-password');
  });

  test('nothing is told where all copies get a password, or none', async () => {
    const file = path.join(book.home, 'word');
    await writeFile(file, 'the word of all\n');
    const word = await open(file);
    const { code, told } = await run(passwords, { dryRun: true, passwordFd: word.fd });
    await word.close();
    expect(code).toBe(0);
    expect(told).not.toContain('row-without-password');
    expect((await run('name,password\nAna,\nZoë,\n', { dryRun: true })).told).not.toContain('row-without-password');
  });

  test('a row without a role is told where others have one, and not where the command or a cell says for whom it is', async () => {
    const roles = 'name,for\nAna,was-hurt\nZoë,\nIda,\n';
    const { code, told } = await run(roles, { dryRun: true });
    expect(code).toBe(0);
    expect(told).toContain(
      'warning[row-without-role]: expected a role in rows 3, 4, column for, as in other rows, found none: their copies have the pages of both',
    );
    expect(told).toContain('clients.csv:3:1');
    expect((await run(roles, { dryRun: true, for: 'was-hurt' })).told).not.toContain('row-without-role');
    expect((await run(roles, { dryRun: true, rows: '2' })).told).not.toContain('row-without-role');
    expect((await run('name,for\nAna,was-hurt\nZoë,both\n', { dryRun: true })).told).not.toContain('row-without-role');
    expect((await run('name,for\nAna,both\nZoë,\n', { dryRun: true })).told).not.toContain('row-without-role');
  });

  test('an id that says the name is told at its cell', async () => {
    const { code, told } = await run('name,id\nAna Gómez,gomez-7\nZoë,2026-018\n', { dryRun: true });
    expect(code).toBe(0);
    expect(told.match(/warning\[telling-id\]/g)).toHaveLength(1);
    expect(told).toContain('clients.csv:2:11');
  });

  test('an id that two rows have is told once, and the copies of one row share theirs', async () => {
    const { code, told } = await run('name,id,copies\nAna,a-1,"client,counselor"\nZoë,2,\nIda,A-1,\n', { dryRun: true });
    expect(code).toBe(0);
    expect(told.match(/warning\[two-of-one-id\]/g)).toHaveLength(1);
    expect(told).toContain('found "A-1" in rows 2, 4');
    expect(told).toContain('clients.csv:4:5');
    expect((await run('name,id,copies\nAna,a-1,"client,counselor"\n', { dryRun: true })).told).not.toContain('two-of-one-id');
    // An accent may be a sign of its own.
    expect((await run('name,id\nAna,Zo\u00EB-1\nIda,zoe\u0308-1\n', { dryRun: true })).told).toContain('in rows 2, 3');
  });
});

describe('a second run', () => {
  const list = 'name,id,note\nAna,1,One\nZoë,2,One\nIda,3,One\n';
  const times = async (): Promise<number[]> => Promise.all((await made()).map(async (name) => (await stat(path.join(book.home, 'out/clients', name))).mtimeMs));

  test('makes what is missing or changed, whatever the dates of files say', async () => {
    await run(list);
    const before = await times();
    expect((await run(list)).told).toContain('3 copies: 3 as they were');
    expect(await times()).toEqual(before);
    const { told } = await run(list.replace('Zoë,2,One', 'Zoë,2,Two'), { dryRun: true });
    expect(told).toContain('3 copies: 1 changed, 2 as they were');
    const second = await run(list.replace('Zoë,2,One', 'Zoë,2,Two'));
    expect(second.told).toContain('replaced: out/clients/Zoë book.pdf');
    await book.change('book/en/steps/look.yaml', 'Look', 'See');
    expect((await run(list)).told).toContain('3 changed');
  });

  test('puts no copy of another client in the place of one, nor a copy of nobody in particular', async () => {
    const [ours, other] = ['name,id\nZoë,2\n', 'name,id\nZoë,7\n'];
    await run(ours);
    const before = await bytesOf('Zoë book.pdf');
    for (const [wrong, found] of [
      [other, 'and the new one has the id 7'],
      ['name,id\nZoë,\n', 'and the new one has none'],
    ] as const) {
      const { code, told } = await run(wrong);
      expect(code).toBe(1);
      expect(told).toMatch(/error\[two-people\]: not overwritten: .*Zoë book\.pdf is a copy with the id 2, /);
      expect(told).toContain(found);
      expect(told).toMatch(/clients\.csv:2:[^]*--name-pattern[^]*--force/);
      expect(Buffer.compare(await bytesOf('Zoë book.pdf'), before)).toBe(0);
    }
    expect(await run(other, { force: true })).toMatchObject({ code: 0, told: expect.stringContaining('1 changed') });
  });

  test('makes all anew when it is told to', async () => {
    await run(list);
    expect((await run(list, { force: true })).told).toContain('3 changed');
  });

  describe('where somebody has written into a copy', () => {
    const changed = list.replace('Zoë,2,One', 'Zoë,2,Two').replace('Ida,3,One', 'Ida,3,Two');
    const file = () => path.join(book.home, 'out/clients/Zoë book.pdf');
    let filled: Uint8Array;
    beforeEach(async () => {
      await run(list);
      filled = await fillByHand(await readFile(file()), (name) => (name === 'cover_name' ? undefined : 'what Zoë wrote'));
      await writeFile(file(), filled);
    });
    const isKept = async () => expect(Buffer.compare(await readFile(file()), filled)).toBe(0);

    test('leaves a copy that is as it was, whatever is forced', async () => {
      expect((await run(list)).told).toContain('3 as they were');
      const forced = await run(list, { force: true });
      expect(forced).toMatchObject({ code: 0 });
      expect(forced.told).toContain('3 copies: 2 changed, 1 kept: has answers');
      await isKept();
    });

    test.each([false, true])('keeps one whose row has changed, says of which row, and makes all others (forced: %s)', async (force) => {
      const dry = await run(changed, { dryRun: true, force });
      expect(dry.code).toBe(0);
      expect(dry.out).toMatch(/^ *3 .*Zoë book\.pdf.* kept: has answers$/m);
      expect(dry.told).toContain('1 kept: has answers. Nothing was written');
      const { code, told } = await run(changed, { force });
      expect(code).toBe(0);
      expect(told).toMatch(/warning\[answers-kept\]: expected to make row 3 anew/);
      expect(told).toContain('clients.csv:3:1');
      expect(told).toContain('replaced: out/clients/Ida book.pdf');
      expect(JSON.parse((await run(changed, { format: 'json' })).out)).toMatchObject({
        copies: [{ state: 'as it was' }, { row: 3, state: 'kept: has answers' }, { row: 4, state: 'as it was' }],
        diagnostics: [{ severity: 'warning', code: 'answers-kept', line: 3 }],
      });
      await isKept();
    });

    test('counts several, and names their rows', async () => {
      await writeFile(path.join(book.home, 'out/clients/Ida book.pdf'), await fillByHand(await bytesOf('Ida book.pdf'), () => 'what Ida wrote'));
      const { code, told } = await run(changed);
      expect(code).toBe(0);
      expect(told).toContain('rows 3, 4 anew');
      expect(told).toContain('3 copies: 1 as it was, 2 kept: have answers');
    });

    test('makes a new copy under another name, with the answers where the column names their file', async () => {
      const { code, told } = await run('name,id,answers\nZoë,2,out/clients/Zoë book.pdf\n', { namePattern: '{name} {id}' });
      expect(told).toContain('1 copy: 1 new');
      expect(code).toBe(0);
      const words = packed(await storedWords(await bytesOf('Zoë 2.pdf')));
      expect(words.includes(packed('what Zoë wrote'))).toBe(true);
      await isKept();
    });
  });

  test('stops where a file is in the way that is no copy, with ways out that a batch has', async () => {
    await mkdir(path.join(book.home, 'out/clients/Zoë book.pdf'), { recursive: true });
    await writeFile(path.join(book.home, 'out/clients/Ida book.pdf'), '%PDF-1.7 of another program');
    const { code, told } = await run(list);
    expect(code).toBe(1);
    expect(told).toContain('error[output-unwritable]');
    expect(told).toContain('error[output-in-use]');
    expect(told).toContain('--name-pattern');
    expect(told).not.toMatch(/--out|--force/);
    expect(await made()).not.toContain('Ana book.pdf');
  });

  test('goes on where one was stopped between two copies', async () => {
    const stopped = new AbortController();
    const stderr = new Capture();
    stderr.on('pipe', () => undefined);
    const watching = new (class extends Capture {
      override write(chunk: string): boolean {
        if (chunk.startsWith('1 of 3')) stopped.abort();
        return super.write(chunk);
      }
    })();
    const { code } = await run(list, { stderr: watching, signal: stopped.signal });
    expect(code).toBe(130);
    expect(watching.text).toContain('1 of 3 written; run the same command again');
    expect(await made()).toHaveLength(1);
    expect((await run(list)).told).toContain('3 copies: 2 new, 1 as it was');
  });
});

describe('which rows', () => {
  const list = 'name,paper\nAna,a4\nZoë,letter\nIda,a4\nEli,a4\n';

  test('can be chosen by number and by what stands in them', async () => {
    await run(list, { rows: '3-4', where: ['paper=A4'] });
    expect(await made()).toEqual(['Ida book-a4.pdf']);
  });

  test.each([
    { rows: '7' },
    { rows: 'a' },
    { rows: '4-3' },
    { where: ['nam=Ana'] },
    { where: ['name'] },
    { where: ['name=Nobody'] },
    { shard: '0/3' },
    { shard: '4/3' },
    { namePattern: '{nam}' },
  ])('wrong usage is told: %j', async (options) => {
    const { code, told } = await run(list, options);
    expect(code).toBe(2);
    expect(told).toMatch(/error\[(?:list-choice|name-pattern)\]/);
  });

  test('all shares together are the files of one run', async () => {
    await run(list);
    const whole = new Map(await Promise.all((await made()).map(async (name) => [name, await bytesOf(name)] as const)));
    for (const share of [1, 2, 3]) await run(list, { shard: `${share}/3`, out: 'shares' });
    expect(await made('shares')).toEqual([...whole.keys()]);
    for (const [name, bytes] of whole) expect(Buffer.compare(await readFile(path.join(book.home, 'shares', name)), bytes)).toBe(0);
  });
});

test('two clients are in one folder each, also where their names are no names of folders', async () => {
  await run('name\nAna\n../Zoë\n', { folders: true, namePattern: '{book}' });
  expect(await made()).toEqual(['Ana/book.pdf', 'Zoë/book.pdf']);
});

test('a folder that the copies of two clients would share is told', async () => {
  const told = async (list: string, namePattern = '{name} {row}'): Promise<string | undefined> =>
    /two-of-one-folder\].*/.exec((await run(list, { folders: true, namePattern, dryRun: true })).told)?.[0];
  expect(await told('name,id\nAna,2026-1\nana,2026-2\n')).toMatch(/found \S+ for rows 2, 3$/i);
  expect(await told('name,for\nAna,was-hurt\nAna,broke-trust\n')).toContain('found Ana for rows 2, 3');
  expect(await told('name,id\nAna,2026-1\nAna,2026-2\n', '{id}')).toBeUndefined();
  // One client: two dates, or a row for each edition.
  expect(await told('name,session,copies\nAna,2026-12-03,client\nAna,2026-12-10,counselor\nZoë,2026-12-10,client\n')).toBeUndefined();
});

test('a file that a row names lies in the folder of the output, or is refused', async () => {
  await run('name,file\nAna,ana/december\n');
  expect(await made()).toEqual(['ana/december.pdf']);
  for (const file of ['../ana.pdf', '/tmp/ana.pdf', 'C:\\ana.pdf', 'aux.pdf', 'a//b']) expect((await run(`name,file\nAna,${file}\n`)).code).toBe(1);
});

test('no copy has the words of another, in four alphabets', async () => {
  await mkdir(path.join(book.home, 'mine'));
  const serif = 'packaged:source-serif-4';
  await writeFile(
    path.join(book.home, 'mine/theme.yaml'),
    `extends: calm\nfonts:\n  text: { regular: "${serif}/400Regular", bold: "${serif}/700Bold" }\n  title: "${serif}/600SemiBold"\n  field: "${serif}/400Regular"\n`,
  );
  const names = ['Annabel Quist', 'Ελένη Ξανθού', 'Мария Ёлкина', 'Nguyễn Thị Ánh'];
  await run(`name,id\n${names.map((name, index) => `${name},K${index}9Q`).join('\n')}\n`, { template: './mine', namePattern: '{row}' });
  const files = await made();
  expect(files).toHaveLength(names.length);
  for (const [index, file] of files.entries()) {
    const bytes = await bytesOf(file);
    const words = packed(`${await storedWords(bytes)}${await pageWords(bytes)}${bytes.toString('latin1')}`);
    for (const [other, name] of names.entries()) {
      expect(words.includes(packed(name)), `${file} with ${name}`).toBe(other === index);
      // The sign of a copy is in its record.
      expect(words.includes(`K${other}9Q`)).toBe(other === index);
    }
  }
});

test('the report for programs has each copy with its row and state', async () => {
  const { out } = await run('name,id\nAna,K1\n', { format: 'json' });
  expect(JSON.parse(out)).toMatchObject({ copies: [{ row: 2, id: 'K1', file: 'out/clients/Ana book.pdf', state: 'new' }], written: 1 });
});

test('an example to begin with is a list that works, and is never written over one', async () => {
  for (const name of ['clients.csv', 'clients.yaml']) {
    const streams = { cwd: book.home, stdout: new Capture(), stderr: new Capture() };
    expect(await batchSample({ list: name, ...streams })).toBe(0);
    expect((await stat(path.join(book.home, name))).mode & 0o077).toBe(0);
    expect(await batch({ list: name, workbook: 'book', dryRun: true, ...streams })).toBe(0);
    expect(streams.stdout.text).toContain('Ana Gómez book-was-hurt-counselor.pdf');
    expect(await batchSample({ list: name, ...streams })).toBe(1);
  }
});
