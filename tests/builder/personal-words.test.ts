/** A counselor’s words to one reader: a note, the day of the session, the next appointment. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createBuilder, type BuildRequest } from '../../src/api/index.ts';
import { sessionWords } from '../../src/content/personal-words.ts';
import type { Strings } from '../../src/content/strings.ts';
import { type SmallBook, smallBook } from '../fixtures/small-book.ts';
import { openInPdfjs } from '../readers/pdfjs.ts';
import { packed, printedWords } from '../readers/words.ts';

let book: SmallBook;
beforeAll(async () => {
  book = await smallBook();
});
afterAll(() => book.remove());

const build = (asked: BuildRequest) => createBuilder().build({ cwd: book.home, workbook: 'book', ...asked });
const pagesOf = async (asked: BuildRequest): Promise<string[]> => {
  const made = await build(asked);
  if (!made.ok) throw new Error(JSON.stringify(made.diagnostics));
  return printedWords(await openInPdfjs(made.bytes));
};

const NOTE = 'Please begin with **page 3**.\n\nTake your time.';

test('keep the date of a session in one line of the cover', () => {
  const strings = { session: 'Session on {{date}}' } as Strings;
  expect(sessionWords('2026-12-04', strings, 'en', 'ie')).toBe('Session on 4\u00A0December\u00A02026');
  expect(sessionWords('2026-12-04', strings, 'en', undefined)).toBe('Session on December\u00A04,\u00A02026');
});

test('stand on a page after the cover, in the form of dates that the reader knows', async () => {
  const [cover, note] = await pagesOf({ name: 'Ana', session: '2026-12-03', nextAppointment: '2026-12-10 14:30', note: NOTE, country: 'us' });
  expect(cover).toContain(packed('Prepared for Ana · Session on December 3, 2026'));
  expect(note).toContain(packed('A note for you Please begin with page 3. Take your time. Our next appointment: Thursday, December 10, 2026 at 2:30 PM'));
  const [, irish] = await pagesOf({ session: '2026-12-03', country: 'ie' });
  expect(irish).toContain(packed('Session on 3 December 2026'));
});

test('stand before the first part where there is no cover, or where the copy is discreet', async () => {
  await book.change('book/en/steps/look.yaml', '- worksheet: What happened', '- worksheet: What happened\n    id: what');
  const [loose] = await pagesOf({ note: NOTE, only: ['look/what'] });
  expect(loose).toContain(packed('Please begin with page 3.'));
  const [cover, first] = await pagesOf({ note: NOTE, discreet: true });
  expect(cover).not.toContain(packed('Please'));
  expect(first).toContain(packed('Please begin with page 3.'));
});

test('are told where they cannot be printed: no letters, no page to lead to, headings', async () => {
  for (const [note, code] of [
    ['王芳, please', 'missing-glyph'],
    ['[See](#look)', 'markdown'],
    ['# Please', 'markdown'],
  ] as const) {
    const refused = await build({ note });
    expect(refused.diagnostics.map((one) => one.code)).toContain(code);
    expect(refused.ok).toBe(false);
  }
});

test('a date that is none is told', async () => {
  expect(await build({ session: '3/12/2026' })).toMatchObject({ ok: false, reason: 'usage' });
});
