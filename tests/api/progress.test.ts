/** A program compares filled copies, and gets data or a page to print. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build, progress, progressPage } from '../../src/api/index.ts';
import { type SmallBook, smallBook } from '../fixtures/small-book.ts';
import { fillByHand } from '../flatten/filled.ts';

let book: SmallBook;
let first: Uint8Array;
let last: Uint8Array;
beforeAll(async () => {
  book = await smallBook();
  const blank = await build({ cwd: book.home, workbook: 'book', for: 'was-hurt' });
  if (!blank.ok) throw new Error(JSON.stringify(blank.diagnostics));
  first = await fillByHand(blank.bytes, (name) => (name === 'look_happened' ? 'One.' : undefined));
  last = await fillByHand(blank.bytes, (name) => (name === 'look_happened' ? 'Two.' : undefined));
});
afterAll(() => book.remove());

test('the difference is data, with what the copies are', async () => {
  const compared = await progress([first, last]);
  expect(compared).toMatchObject({
    ok: true,
    copies: [
      { file: 'copy 1', language: 'en', for: 'was-hurt', workbook: { id: 'book' } },
      { file: 'copy 2', language: 'en' },
    ],
    differ: { versions: false, languages: false },
    changes: [{ id: 'look_happened', change: 'changed', before: 'One.', now: 'Two.' }],
  });
  expect(await progress([first, last], { only: ['begin'] })).toMatchObject({ ok: true, changes: [] });
});

test('what cannot be compared is told', async () => {
  expect(await progress([first])).toMatchObject({ ok: false, reason: 'usage', diagnostics: [{ code: 'few-copies' }] });
  expect(await progress([first, '/nowhere/ana.pdf'])).toMatchObject({ ok: false, reason: 'usage', diagnostics: [{ code: 'no-file' }] });
  expect(await progress([first, Buffer.from('words')])).toMatchObject({ ok: false, reason: 'input', diagnostics: [{ code: 'not-a-pdf' }] });
  expect(await progressPage([first, last], { paper: 'a3' } as never)).toMatchObject({ ok: false, reason: 'usage', diagnostics: [{ code: 'option' }] });
  const stopped = new AbortController();
  stopped.abort(new Error('enough'));
  await expect(progress([first, last], { signal: stopped.signal })).rejects.toThrow('enough');
});

test('the page leaves the copies as they are, and is the same each time', async () => {
  const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
  const before = [first, last].map(digest);
  const [one, other] = [await progressPage([first, last], { paper: 'a4' }), await progressPage([first, last], { paper: 'a4' })];
  expect(one.ok && other.ok && digest(one.bytes) === digest(other.bytes)).toBe(true);
  expect([first, last].map(digest)).toEqual(before);
});
