/** `listParts`: what a workbook can be taken apart into, with the names that options take. */
import { beforeAll, describe, expect, test } from 'vitest';
import { build, listParts } from '../../src/api/index.ts';
import type { ListedParts, WorkbookPart } from '../../src/api/types.ts';

const listed = async (request: Parameters<typeof listParts>[0]): Promise<ListedParts> => {
  const result = await listParts({ workbook: 'starter', ...request });
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
  return result;
};
const all = (parts: readonly WorkbookPart[]): WorkbookPart[] => parts.flatMap((part) => [part, ...all(part.parts)]);

let book: ListedParts;
beforeAll(async () => {
  book = await listed({});
});

describe('the parts of a workbook', () => {
  test('are a tree with names, titles, readers, company, minutes and pages', () => {
    expect(book.parts.map(({ kind, name, number }) => [kind, name, number])).toEqual([
      ['page', 'before-you-begin', null],
      ['step', 'prepare', 1],
      ['step', 'talk', 2],
      ['page', 'looking-back', null],
    ]);
    expect(book.parts[1]?.parts[0]).toMatchObject({
      kind: 'worksheet',
      name: 'prepare/about-what',
      title: 'What it is about',
      for: 'both',
      with: 'alone',
      minutes: 15,
      parts: [],
    });
  });

  test('have pages that follow each other and reach the last one', () => {
    const pages = book.parts.map((part) => part.pages);
    for (const [index, own] of pages.entries()) {
      expect(Number(own?.last)).toBeGreaterThanOrEqual(Number(own?.first));
      const next = pages[index + 1];
      if (next) expect(Number(next.first)).toBe(Number(own?.last) + 1);
    }
    expect(Number(pages.at(-1)?.last)).toBe(book.pages);
  });

  test('can each be chosen by the name that is listed', async () => {
    for (const { name } of all(book.parts).slice(0, 4)) {
      const chosen = await build({ workbook: 'starter', only: [name ?? ''] });
      expect([name, chosen.ok]).toEqual([name, true]);
    }
  });

  test('come with the packets of the workbook', () => {
    expect(book.packets).toMatchObject([{ packet: 'one-talk', title: 'One Talk', parts: expect.arrayContaining(['talk/what-we-heard']) as string[] }]);
  });
});

test('a selection lists what is in it, with its own page numbers', async () => {
  const { parts } = await listed({ only: ['looking-back', 'talk/my-limit', 'prepare/about-what'] });
  expect(parts.map(({ kind, name }) => [kind, name])).toEqual([
    ['page', 'looking-back'],
    ['worksheet', 'talk/my-limit'],
    ['worksheet', 'prepare/about-what'],
  ]);
});

test('a wrong request is told as one', async () => {
  expect(await listParts({ workbook: 'starter', only: ['tlak'] })).toMatchObject({ ok: false, reason: 'usage', diagnostics: [{ code: 'unknown-part' }] });
});
