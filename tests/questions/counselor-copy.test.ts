/** What a counselor notes in a copy of their own is no answer of a client's: it is in no file of answers, and stays in the copy. */
import { writeFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createBuilder, flatten } from '../../src/api/index.ts';
import { readAnswers } from '../../src/questions/read-answers.ts';
import { smallBook } from '../fixtures/small-book.ts';
import { fillByHand } from '../flatten/filled.ts';

const PAGE = `title: Meetings
purpose: What to note.
blocks:
  - log: What I have seen
    id: seen
    columns: [Date, { title: Note, expects: sentence }]
    rows: 2
`;

test('notes on a page for counselors are in no answers, and are kept for the next edition', async () => {
  const book = await smallBook();
  await mkdir(path.join(book.home, 'book/en/pages'), { recursive: true });
  await writeFile(path.join(book.home, 'book/en/pages/meetings.yaml'), PAGE);
  await book.change('book/en/workbook.yaml', 'steps: [', 'counselor: [meetings]\nsteps: [');
  const made = await createBuilder().build({ cwd: book.home, workbook: 'book', edition: 'counselor', country: 'us' });
  await book.remove();
  if (!made.ok) throw new Error(JSON.stringify(made.diagnostics));
  const filled = await fillByHand(made.bytes, (name) => (name.startsWith('meetings_') ? 'Secret' : 'Open'));
  const flat = await flatten(filled);
  for (const bytes of [filled, flat.ok ? flat.bytes : filled]) {
    const { copy, fields } = await readAnswers(bytes, 'mine.pdf');
    expect(JSON.stringify(copy)).toContain('Open');
    expect(JSON.stringify(copy)).not.toContain('Secret');
    // A new edition of the counselor's own copy keeps them.
    expect([...(fields?.values.keys() ?? [])].some((name) => name.startsWith('meetings_seen'))).toBe(true);
  }
}, 60_000);
