/** Words that are wider than their column are told, and long addresses go on in the next line. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { breakableParts } from '../../src/engine/text/break-words.ts';
import { tooWide } from '../../src/layout/too-wide.ts';
import { block, question, section, words, workbookOf, worksheet } from '../fixtures/plain/workbook.ts';
import { selectEdition } from '../../src/content/edition.ts';
import { loadWorkbook } from '../../src/content/load.ts';
import type { Workbook } from '../../src/content/workbook.ts';
import { calmBook, linesOf, nodesOf } from './calm-book.ts';

const ADDRESS = 'https://www.example.org/a-long-folder/of_files/page.html?first=one&second=two&third=three-and-some-more-of-it';
const WORD = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';

describe('a long address', () => {
  it('has a place to break behind each of its marks, and is otherwise left as it is', () => {
    expect(breakableParts(ADDRESS).slice(0, 5)).toEqual(['https://', '', 'www.', '', 'example.']);
    expect(breakableParts(ADDRESS).join('')).toBe(ADDRESS);
    expect(breakableParts('example.org/short')).toEqual(['example.org/short']);
    expect(breakableParts(WORD)).toEqual([WORD]);
  });

  it.each([[{ paper: 'letter' }], [{ paper: 'a5' }], [{ paper: 'letter', largePrint: true }]] as const)(
    'goes on in the next line, with no mark added (%o)',
    async (format) => {
      const text = block('text', { text: [words(`You can read more of it on ${ADDRESS} or in a library.`)] });
      const { book, diagnostics } = await calmBook(workbookOf([section('one', 'One', [worksheet('Sheet', [text])])]), format);
      expect(diagnostics).toEqual([]);
      const node = nodesOf(book!).find(({ node: each }) => each.type === 'TEXT' && linesOf(each).some(({ words: line }) => line.includes('example.')))?.node;
      const lines = linesOf(node!);
      const address = lines
        .map(({ words: line }) => line)
        .join(' ')
        .replaceAll(' ', '');
      expect(address).toBe(`You can read more of it on ${ADDRESS} or in a library.`.replaceAll(' ', ''));
      for (const { width } of lines) expect(width).toBeLessThanOrEqual(node!.box.width + 1);
      expect(lines.length).toBeGreaterThan(1);
    },
  );
});

describe('a word that is wider than its column', () => {
  const at = { file: '/x/one.yaml', start: 12, end: 20 };
  const elsewhere = { file: '/x/one.yaml', start: 40, end: 50 };

  it('is an error at the place of its block, told once, and there is no book', async () => {
    const wide = { ...question('wide', 3, `What of ${WORD}, and ${WORD}?`), at };
    const { book, diagnostics } = await calmBook(workbookOf([section('one', 'One', [worksheet('Sheet', [wide, question('plain', 3)])])]), { paper: 'a5' });
    expect(book).toBeUndefined();
    expect(diagnostics).toMatchObject([
      { code: 'text-too-wide', severity: 'error', at, hints: ['write it in shorter words, or put the address behind a link'] },
    ]);
    expect(diagnostics[0]?.message).toMatch(/^expected words that fit into \d+ points, found “Donaudampfschifffahrtsel…” of \d+ points$/);
  });

  it.each(['step', 'opening'] as const)('is told at the section where it stands in its title (%s)', async (part) => {
    const titled = { ...section('one', `The ${WORD}`, [worksheet('Sheet', [question('plain', 3)])], part), at: elsewhere };
    const { diagnostics } = await calmBook(workbookOf([titled]), { paper: 'letter' });
    expect(diagnostics.filter(({ at: place }) => place)).toMatchObject([{ code: 'text-too-wide', at: elsewhere }]);
  });

  it('is no trouble in the head of a table: where its cells are too narrow, they are entries on lines', async () => {
    const table = {
      ...block('table', {
        id: 'log',
        table: words('Log'),
        columns: [
          { title: 'When', width: 1 },
          { title: WORD, width: 1 },
          { title: 'How', width: 1 },
        ],
        rows: 3,
      }),
      at,
    };
    const { diagnostics } = await calmBook(workbookOf([section('one', 'One', [worksheet('Sheet', [table])])]), { paper: 'letter' });
    expect(diagnostics).toEqual([]);
  });
});

describe('the notes for the counselor', () => {
  it.each(['en', 'es'] as const)('have no word that is wider than its column (%s)', async (language) => {
    const { workbook } = await loadWorkbook(fileURLToPath(new URL('../../content/rebuilding-trust', import.meta.url)), language);
    const { workbook: edition } = selectEdition(workbook as Workbook, { role: 'both', relationship: 'other', counselor: true });
    expect((await calmBook(edition as Workbook, { paper: 'letter' })).diagnostics).toEqual([]);
  });
});

describe('a numeral', () => {
  it('that is wider than its column is told as one, since no author could write it in shorter words', () => {
    const glyphs = [...'2000'].map((digit) => ({ codePoints: [digit.codePointAt(0)] }));
    const lines = [{ runs: [{ glyphs, positions: glyphs.map(() => ({ xAdvance: 30 })) }] }];
    const node = { type: 'TEXT', box: { left: 0, top: 0, width: 84, height: 20 }, style: {}, props: {}, lines };
    expect(tooWide([{ node, left: 0 }], 400)).toEqual([
      expect.objectContaining({
        message: 'expected a numeral that fits into 84 points, found “2000” of 120 points',
        hints: ['the template sets it: make its letters smaller in theme.yaml (type.numeral), or its column wider (column.margin)'],
      }),
    ]);
  });
});
