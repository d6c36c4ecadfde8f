/** The counselor's guide: found by a list of its own and in the outline, and its table of pages keeps its columns. */
import { beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../src/api/index.ts';
import { shippedPdf } from '../fixtures/shipped.ts';
import { findingsOf } from '../readers/findings.ts';
import { openInPdfjs } from '../readers/pdfjs.ts';
import { bookmarkTitles, packed, printedWords } from '../readers/words.ts';

const read = async (bytes: Buffer) => {
  const document = await openInPdfjs(bytes);
  return { pages: await printedWords(document), bookmarks: await bookmarkTitles(document), labels: (await document.getPageLabels()) ?? [] };
};

describe('the guide of the counselor’s edition', () => {
  let made: Awaited<ReturnType<typeof read>>;
  beforeAll(async () => {
    made = await read(await shippedPdf({ edition: 'counselor', steps: '3' }));
  });

  test('begins with a list of its parts and their headings, with the Roman numbers of their pages', () => {
    const { pages, labels } = made;
    expect(labels[1]).toBe('i');
    const at = pages.findIndex((words, index) => index > 1 && words.startsWith(packed('Hard situations')));
    expect(pages[1]).toContain(packed(`Hard situations ${labels[at]}`));
    const told = pages.findIndex((words, index) => index > 1 && words.includes(packed('Telling everything once, and safely')));
    expect(pages[1]).toContain(packed(`Telling everything once, and safely ${labels[told]}`));
  });

  test('has its headings in the outline, under its parts', () => {
    expect(made.bookmarks).toEqual(expect.arrayContaining(['For the counselor', 'Hard situations', 'Telling everything once, and safely']));
  });

  test('is not in the contents, which are those of the client’s copy', async () => {
    const theirs = await read(await shippedPdf({ steps: '1-3' }));
    const mine = await read(await shippedPdf({ edition: 'counselor', steps: '1-3' }));
    const contents = (copy: typeof made) => copy.pages.find((words) => words.startsWith(packed('Contents')));
    expect(contents(theirs)).toContain(packed('My apology'));
    expect(contents(mine) === contents(theirs)).toBe(true);
  });

  test('tells nothing on the first pages of a discreet copy', async () => {
    const { pages, bookmarks } = await read(await shippedPdf({ edition: 'counselor', steps: '3', discreet: true }));
    expect(pages[1]).toContain(packed('How it is built'));
    expect(bookmarks.join(' ')).not.toContain('situations');
  });
});

describe('the table of pages', () => {
  test.each([{ lang: 'en' }, { lang: 'es', paper: 'a4' as const }, { lang: 'en', template: 'bold' }])(
    'keeps its columns where a page has room for them: %j',
    async (asked) => {
      const { pages } = await read(await shippedPdf({ edition: 'counselor', ...asked }));
      expect(pages.some((words) => /(Meeting|Sesión):/.test(words))).toBe(false);
    },
  );

  test('has each page with what is said of it on small paper, and nothing of what is not said', async () => {
    const bytes = await shippedPdf({ edition: 'counselor', paper: 'a5' });
    const { pages } = await read(bytes);
    expect(pages.some((words) => words.includes(packed('My apology Meeting: 9, alone Go when: It has stopped and all is told')))).toBe(true);
    expect(pages.some((words) => words.includes(packed('Wait while: –')))).toBe(false);
    expect(await findingsOf(bytes)).toEqual([]);
  });
});

describe('the guide before chosen pages', () => {
  const guideOf = async (packet: string): Promise<string[]> => {
    const built = await build({ packet, edition: 'counselor', country: 'us' });
    if (!built.ok) throw new Error(JSON.stringify(built.diagnostics));
    return (await read(Buffer.from(built.bytes))).bookmarks;
  };

  test('has what is of use for any page, and what is about a page that is there', async () => {
    const guide = await guideOf('first-talk');
    expect(guide).toEqual(expect.arrayContaining(['Screen each person alone first', 'When to use each page', 'Telling everything once, and safely']));
    for (const other of ['A record of each meeting', 'Pages for a start', 'Staying or leaving', 'After an affair']) expect(guide).not.toContain(other);
  });

  test('is another one for other pages', async () => {
    const guide = await guideOf('prepare-for-counseling');
    expect(guide).toContain('Staying or leaving');
    expect(guide).not.toContain('Telling everything once, and safely');
  });
});

test('in a two-sided copy, no two sides without a word follow each other', async () => {
  const { pages } = await read(await shippedPdf({ edition: 'counselor', twoSided: true, steps: '3' }));
  const silent = pages.map((words) => words === '');
  expect(silent).toContain(true);
  expect(silent.some((empty, index) => empty && silent[index + 1])).toBe(false);
  expect(pages).toContain(packed('This side is empty.'));
});
