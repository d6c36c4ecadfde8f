/** What the layout engine is given of a text: plainer signs for what the fonts lack, and places to break. */
import { describe, expect, it } from 'vitest';
import { BREAKS, breakableParts } from '../../src/engine/text/break-words.ts';
import { drawnText } from '../../src/layout/drawn-text.ts';
import { block, section, words, workbookOf, worksheet } from '../fixtures/plain/workbook.ts';
import { calmBook, linesOf, nodesOf } from './calm-book.ts';

const latin = (codePoint: number) => codePoint >= 0x20 && codePoint < 0x250;

describe('a text', () => {
  it('is drawn composed, and in signs that the fonts have', () => {
    expect(drawnText('cafe\u0301 \ufb01n 5\u2032 a\u2003b a\u202fb', latin)).toBe("café fin 5' a b a\u00a0b");
    expect(drawnText('a\u200db \u2068abc\u2069\u200e', latin)).toBe('ab abc');
  });

  it('says where a word may be broken, each place once and never at its beginning', () => {
    expect(drawnText('\u00adaa\u00ad\u00adbb\u200bcc\u2060dd\u2011ee', latin)).toBe(
      `aa${BREAKS.hyphen}bb${BREAKS.unmarked}cc${BREAKS.none}dd-${BREAKS.none}ee`,
    );
    expect(drawnText('well-\u00adknown', latin)).toBe(`well-${BREAKS.unmarked}known`);
  });
});

describe('a word', () => {
  it('is broken with a hyphen at a soft one, and with no mark at a space of no width', () => {
    expect(breakableParts(drawnText('soft\u00adhyphen', latin))).toEqual(['soft', 'hyphen']);
    expect(breakableParts(drawnText('no\u200bwidth', latin))).toEqual(['no', '', 'width']);
  });

  it('is never broken behind a no-break hyphen or at a word joiner, however long it is', () => {
    const word = 'word\u2011'.repeat(10);
    expect(breakableParts(drawnText(word, latin))).toEqual(['word-'.repeat(10)]);
    expect(breakableParts(drawnText('a-long-word-of-many-parts-\u2060here', latin)).at(-1)).toBe('parts-here');
  });
});

const GERMAN = ['Donau', 'dampf', 'schiff', 'fahrts', 'elektrizitäten', 'haupt', 'betriebs', 'werk', 'bau', 'unter', 'beamten', 'gesellschaft'];

describe('a long word on a page', () => {
  const linesFor = async (text: string): Promise<string[]> => {
    const sheet = worksheet('Sheet', [block('text', { text: [words(text)] })]);
    const { book, diagnostics } = await calmBook(workbookOf([section('one', 'One', [sheet])]), { paper: 'a5' });
    expect(diagnostics).toEqual([]);
    const node = nodesOf(book!).find(({ node: each }) => each.type === 'TEXT' && linesOf(each)[0]?.words.startsWith('See'))?.node;
    return linesOf(node!).map(({ words: line }) => line.trim());
  };

  it('shows a soft hyphen at the end of a line alone', async () => {
    const lines = await linesFor(`See ${GERMAN.join('\u00ad')} and short\u00adword`);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.slice(0, -1).every((line) => line.endsWith('-'))).toBe(true);
    expect(lines.join('').replaceAll('-', '')).toBe(`See ${GERMAN.join('')} and shortword`);
  });

  it('shows nothing at a space of no width', async () => {
    const lines = await linesFor(`See ${GERMAN.join('\u200b')}`);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join('').replace('See', '').trim()).toBe(GERMAN.join(''));
  });
});
