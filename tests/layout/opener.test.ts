/** Full openers: the bowl gives way to the title, and words that do not fit are told. */
import { describe, expect, it } from 'vitest';
import { motifHeight } from '../../src/kit/motif.tsx';
import { question, section, words, workbookOf, worksheet } from '../fixtures/plain/workbook.ts';
import { type LaidOutNode, marksOf } from '../../src/layout/laid-out-node.ts';
import { calmBook, linesOf, nodesOf, shipped, type Made } from './calm-book.ts';

const at = { file: '/x/one.yaml', start: 12, end: 20 };

/** A step with so many worksheets, and a purpose of so many sentences. */
const step = (worksheets: number, sentences: number, title = 'A step') => {
  const sheets = Array.from({ length: worksheets }, (_, index) => worksheet(`A worksheet with a rather long title, ${index + 1}`, [question(`q${index}`, 3)]));
  return workbookOf([{ ...section('one', title, sheets), purpose: words('It is for something that takes words. '.repeat(sentences)), at }]);
};

/** The height of the bowl on the opener, in points; nothing where it has none. */
const bowlOf = ({ book, theme }: Made): number | undefined => {
  const svg = nodesOf(book!).find(({ node, page }) => node.type === 'SVG' && node.box.height > theme.icon.size * 2 && page < 4);
  return svg?.node.box.height;
};

/** Whether two texts on the opener's page that stand one below the other touch each other. */
const overlaps = ({ book }: Made): string[] => {
  const page = nodesOf(book!).find(({ node }) => linesOf(node).some(({ words: line }) => line.startsWith('A step')) && Number(node.style.fontSize) > 24)?.page;
  const texts = nodesOf(book!).filter(({ node, page: on }) => on === page && node.type === 'TEXT');
  return texts.flatMap(({ node }) => {
    const needed = (node.lines as { box: { height: number } }[]).reduce((sum, { box }) => sum + box.height, 0);
    return needed > node.box.height + 1 ? [linesOf(node)[0]?.words ?? ''] : [];
  });
};

describe('the opener of a step', () => {
  it('has the whole bowl where the longest word of the title fits beside it, a smaller one for a longer word, and none where it would be tiny', async () => {
    const titles = ['A step', 'A step with misunderstandings', 'A step with counterproductiveness'];
    const made = await Promise.all(titles.map((title) => calmBook(step(16, 12, title), { paper: 'letter' })));
    expect(made.map(({ diagnostics }) => diagnostics)).toEqual([[], [], []]);
    const [whole, smaller, none] = made.map(bowlOf);
    expect(smaller).toBeLessThan(whole as number);
    expect(smaller).toBeGreaterThan((whole as number) / 2 - 1);
    expect(none).toBeUndefined();
    for (const each of made) expect(overlaps(each)).toEqual([]);
  });

  it.each([[{ paper: 'letter' }], [{ paper: 'a5' }]] as const)('is an error at its section where its words do not fit (%o)', async (format) => {
    const { book, diagnostics } = await calmBook(step(30, 30), format);
    expect(book).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: 'block-too-tall', severity: 'error', at }]);
  });

  it('lists two worksheets in a row, at one height though a title takes two lines', async () => {
    const titles = ['Short', 'A worksheet with a title that is much too long for one line', 'Shorter', 'Shortest', 'Last'];
    const sheets = titles.map((title, index) => worksheet(title, [question(`q${index}`, 3)]));
    const { book } = await calmBook(workbookOf([section('one', 'A step', sheets)]), { paper: 'letter' });
    const entries = nodesOf(book!).filter(({ node, page }) => marksOf(node).role === 'TOCI' && page === 2);
    expect(entries).toHaveLength(titles.length);
    const [first, second, third, fourth, last] = entries.map(({ top }) => Math.round(top));
    expect([second, fourth]).toEqual([first, third]);
    const line = entries[0]!.node.children![0]!.children![0]!.box.height;
    expect([third! - first!, last! - third!]).toEqual([2 * line, line]);
  });

  it.each(['en', 'es'] as const)(
    'has the whole bowl at the same place in each step of the shipped workbook, with all that the step says first (%s)',
    async (language) => {
      const made = await calmBook(await shipped(language), { paper: 'letter' });
      const bowls = nodesOf(made.book!).filter(({ node }) => node.type === 'SVG' && Math.abs(node.box.width - made.theme.motif.opener) < 1);
      expect(bowls).toHaveLength(7);
      for (const { node } of bowls) expect(node.box.height).toBeCloseTo(motifHeight(made.theme.motif.opener), 0);
      expect(new Set(bowls.map(({ left, top }) => `${Math.round(left)} ${Math.round(top)}`)).size).toBe(1);
      const begun = bowls.map(({ page }) => page);
      const sheets = made.book!.pages.flatMap(({ placed }, page) =>
        placed.some(({ node }) => marksOf(node).bookmark?.level === 2 && marksOf(node).flow?.breakBefore) ? [page] : [],
      );
      for (const page of begun) expect(sheets).toContain(page + 1);
    },
  );
});

describe('the foot of a page', () => {
  it('counts all steps of the workbook where an edition has only some, beside a drawing that is as far', async () => {
    const one = step(1, 1);
    const part = { ...one, sections: one.sections.map((only) => ({ ...only, number: 3 })), stepCount: 7 };
    const { book, theme } = await calmBook(part, { paper: 'letter' });
    const all = (node: LaidOutNode): LaidOutNode[] => [node, ...(node.children ?? []).flatMap(all)];
    const frames = book!.pages.flatMap(({ frame, section: about }) => (frame && about ? [all(frame)] : []));
    expect(frames.length).toBeGreaterThan(0);
    for (const frame of frames) {
      const texts = frame.filter(({ type }) => type === 'TEXT');
      expect(texts.map((text) => linesOf(text)[0]?.words)).toContain('Step 3 of 7');
      expect(frame.filter(({ type }) => type === 'SVG').map(({ box }) => box.width)).toEqual([theme.motif.foot]);
      expect(marksOf(frame.find((node) => marksOf(node).artifact) as LaidOutNode).artifact).toBe('Footer');
    }
  });

  it('has the name of its section on one line, however long it is', async () => {
    const { book } = await calmBook(
      step(1, 1, 'A step with a title that goes on and on, and is as long as a title may be, which is more than a line of a page has'),
      { paper: 'a5' },
    );
    const texts = (node: NonNullable<NonNullable<typeof book>['pages'][number]['frame']>): (typeof node)[] =>
      node.type === 'TEXT' ? [node] : (node.children ?? []).flatMap(texts);
    const names = book!.pages.flatMap(({ frame }) => (frame ? texts(frame) : [])).filter((node) => linesOf(node)[0]?.words.includes('A step'));
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) {
      expect(name.lines).toHaveLength(1);
      expect(linesOf(name)[0]?.words).toMatch(/…$/);
      expect(linesOf(name)[0]?.width).toBeLessThanOrEqual(name.box.width + 1);
    }
  });
});
