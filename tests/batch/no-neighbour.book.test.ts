/** Two hundred copies in four alphabets, with notes, dates, signs and passwords: none holds a word of another’s. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PDFWriter } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadObjects } from '../../src/answers/load.ts';
import { batch } from '../../src/commands/batch.ts';
import { Capture } from '../commands/capture.ts';
import { type SmallBook, smallBook } from '../fixtures/small-book.ts';
import { openInPdfjs } from '../readers/pdfjs.ts';
import { packed, printedWords, storedWords, textsIn } from '../readers/words.ts';

const COPIES = 200;
const SERIF = 'packaged:source-serif-4';

/** By alphabet: two letters that a number is written in, so that every word is of its own. */
const FIRST = ['Annabel', 'Ελένη', 'Мария', 'Nguyễn'];
const LETTERS = ['abcdefghij', 'αβγδεζηθικ', 'абвгдежзик', 'ăâđêôơưạảậ'];
const wordOf = (row: number): string => [...String(row).padStart(3, '0')].map((digit) => [...(LETTERS[row % 4] as string)][Number(digit)]).join('');

/** What each copy has of its own. */
const rows = Array.from({ length: COPIES }, (_, row) => ({
  name: `${FIRST[row % 4]} X${wordOf(row)}x`,
  id: `CASE${row}END`,
  password: row % 2 === 0 ? `sesame ${wordOf(row)} ${row}!` : '',
  // Half have a note, in each alphabet, with a password and without: a book of its own is built for each of them.
  note: row % 8 < 4 ? `Only for ${wordOf(row)}: begin with **page 3**.` : '',
  session: row % 8 < 4 ? `2031-0${1 + (row % 9)}-03` : '',
}));

let book: SmallBook;
beforeAll(async () => {
  book = await smallBook();
  await mkdir(path.join(book.home, 'mine'));
  await writeFile(
    path.join(book.home, 'mine/theme.yaml'),
    `extends: calm\nfonts:\n  text: { regular: "${SERIF}/400Regular", bold: "${SERIF}/700Bold" }\n  title: "${SERIF}/600SemiBold"\n  field: "${SERIF}/400Regular"\n`,
  );
});
afterAll(() => book.remove());

/** A protected copy as a plain one. */
const unlocked = async (bytes: Buffer, password: string): Promise<Uint8Array> => {
  const { context } = await loadObjects(bytes, password);
  return PDFWriter.forContext(context, Number.POSITIVE_INFINITY).serializeToBuffer();
};

/** All that a copy holds or shows, without white space. */
const wordsOf = async (bytes: Buffer, password: string): Promise<string> => {
  const plain = password === '' ? bytes : await unlocked(bytes, password);
  const document = await openInPdfjs(plain);
  const pages = await printedWords(document);
  await document.loadingTask.destroy();
  return packed(`${await storedWords(plain)}${pages.join('')}${bytes.toString('latin1')}${bytes.toString('utf8')}`);
};

test('every word of a row is in its own copy alone, and its password in none', async () => {
  const cells = rows.map(({ name, id, password, note, session }) => [name, id, password, note, session].map((cell) => `"${cell}"`).join(','));
  await writeFile(path.join(book.home, 'clients.csv'), ['name,id,password,note,session', ...cells].join('\n'));
  const stderr = new Capture();
  const code = await batch({
    list: 'clients.csv',
    workbook: 'book',
    template: './mine',
    namePattern: '{row}',
    cwd: book.home,
    stdout: new Capture(),
    stderr,
  });
  expect(code, stderr.text).toBe(0);
  const own = rows.map(({ name, id, note }) => [name, id, ...(note ? [note.replaceAll('*', '')] : [])].map(packed));
  const secret = rows.flatMap(({ password }) => (password ? [packed(password)] : []));
  const all = [...own.flat(), ...secret];
  for (const [row, { password }] of rows.entries()) {
    const words = await wordsOf(await readFile(path.join(book.home, 'out/clients', `${row + 2}.pdf`)), password);
    expect(textsIn(words, all), `row ${row + 2}`).toEqual(own[row]);
  }
}, 240_000);

test('nothing lies beside the copies', async () => {
  expect((await readdir(path.join(book.home, 'out/clients'))).toSorted()).toEqual(rows.map((_, row) => `${row + 2}.pdf`).toSorted());
});
