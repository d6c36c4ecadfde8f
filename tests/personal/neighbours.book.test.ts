/** Five hundred copies, searched for each other's names. */
import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { createBuilder } from '../../src/api/index.ts';
import { smallBook } from '../fixtures/small-book.ts';
import { openInPdfjs } from '../readers/pdfjs.ts';
import { packed, printedWords, storedWords, textsIn } from '../readers/words.ts';
import { sharedStart } from './alike.ts';

const FIRST = [
  'Ana',
  'Ben',
  'Chloé',
  'Daniel',
  'Eła',
  'Farid',
  'Gözde',
  'Håkon',
  'Inés',
  'Juan',
  'Kofi',
  'Lena',
  'Mei',
  'Noor',
  'Olga',
  'Pavel',
  'Quinn',
  'Rosa',
  'Søren',
  'Tomáš',
];
const LAST = Array.from(
  { length: 25 },
  (_, index) => `${['Ruiz', 'Moss', 'Kahn', 'Dąb', 'Ozil'][index % 5]}-${['North', 'South', 'East', 'West', 'Hill'][Math.floor(index / 5)]}`,
);
const NAMES = LAST.flatMap((last) => FIRST.map((first) => `${first} ${last}`));

/** What the streams in a part of a file hold, and the part as it is. */
const unpacked = (part: Buffer): string => {
  const found = [part.toString('latin1')];
  for (let at = part.indexOf('stream\n'); at >= 0; at = part.indexOf('stream\n', at + 1)) {
    try {
      const bytes = inflateSync(part.subarray(at + 'stream\n'.length), { finishFlush: 2 });
      found.push(bytes.toString('latin1'), bytes.toString('utf8'));
    } catch {
      // The end of a stream.
    }
  }
  return found.join('\n');
};

test('none of them is found in a copy that is not its own', { timeout: 600_000 }, async () => {
  const book = await smallBook();
  const copies = await createBuilder().personalCopies({ cwd: book.home, workbook: 'book' });
  if (!copies.ok) throw new Error(JSON.stringify(copies.diagnostics));
  const written: Buffer[] = [];
  for (const name of NAMES) {
    const copy = await copies.copy(name);
    if (!copy.ok) throw new Error(JSON.stringify(copy.diagnostics));
    written.push(Buffer.from(copy.bytes));
  }
  await book.remove();
  expect(new Set(NAMES).size).toBe(500);

  const names = NAMES.map(packed);
  const [one] = written as [Buffer];
  const shared = written.reduce((most, bytes) => sharedStart(one, bytes, most), one.length);
  expect(shared).toBeGreaterThan(one.length / 2);
  // What all have in common is looked at once, on all of its pages.
  const pages = await printedWords(await openInPdfjs(new Uint8Array(one)));
  expect(textsIn(packed(pages.slice(1).join('\n')) + (await storedWords(one)), names)).toEqual([]);
  for (const [index, bytes] of written.entries()) {
    const document = await openInPdfjs(new Uint8Array(bytes));
    const { items } = await (await document.getPage(1)).getTextContent();
    await document.loadingTask.destroy();
    const cover = items.map((item) => ('str' in item ? item.str : '')).join('');
    expect(textsIn(packed(cover + unpacked(bytes.subarray(shared))), names)).toEqual([names[index]]);
  }
});
