import { describe, expect, test } from 'vitest';
import { leafSchemas, type Block } from '../../src/content/blocks/index.ts';
import { withListedPages } from '../../src/content/listed-pages.ts';
import type { Section } from '../../src/content/workbook.ts';

const at = { file: 'step.yaml' };
const words = (text: string) => [{ text }];
const list = (...pages: unknown[]): Block =>
  ({ kind: 'page-list', at, ...leafSchemas['page-list'].parse({ 'page-list': 'Begin here', heads: ['Page', 'When'], pages }) }) as Block;
const sheet = (id: string, title: string, ...blocks: Block[]): Block =>
  ({ kind: 'worksheet', at, id, worksheet: words(title), purpose: words('Why.'), minutes: 5, with: 'alone', blocks }) as Block;
const section = (id: string, title: string, ...blocks: Block[]): Section => ({ id, title: words(title), blocks }) as unknown as Section;

/** The titles that a list names, once the places of an edition are known. */
const named = (pages: unknown[], targets: string[]): string[] => {
  const sections = [section('guide', 'A guide', list(...pages)), section('apologize', 'Apologize', sheet('my-apology', 'My apology'))];
  const [guide] = withListedPages(sections, new Set(targets));
  return (guide?.blocks ?? []).flatMap((block) =>
    block.kind === 'page-list' ? block.pages.map(({ title }) => title?.map(({ text }) => text).join('') ?? '') : [],
  );
};

describe('a list of pages', () => {
  test('names steps and worksheets by their own titles', () => {
    expect(named(['#apologize', { page: '#apologize/my-apology', cells: ['Later.'] }], ['apologize', 'apologize/my-apology'])).toEqual([
      'Apologize',
      'My apology',
    ]);
  });

  test('drops what an edition leaves out, and goes with its last page', () => {
    expect(named(['#apologize', '#apologize/my-apology'], ['apologize'])).toEqual(['Apologize']);
    expect(withListedPages([section('guide', 'A guide', list('#apologize'))], new Set())[0]?.blocks).toEqual([]);
  });

  test('follows the order of pages that were chosen where it is a table, and its own elsewhere', () => {
    const rows = [
      { page: '#two', cells: ['First.'] },
      { page: '#one', cells: ['Second.'] },
    ];
    const plainList = { ...list(...rows), heads: undefined } as Block;
    const sections = [section('guide', 'A guide', list(...rows), plainList), section('one', 'One'), section('two', 'Two')];
    const pagesWhere = (chosen: boolean) =>
      withListedPages(sections, new Set(['one', 'two']), chosen)[0]?.blocks.map((block) =>
        block.kind === 'page-list' ? block.pages.map(({ href }) => href) : [],
      );
    expect(pagesWhere(true)).toEqual([
      ['#one', '#two'],
      ['#two', '#one'],
    ]);
    expect(pagesWhere(false)?.[0]).toEqual(['#two', '#one']);
  });

  test('is filled in inside a worksheet, too', () => {
    const [only] = withListedPages([section('one', 'One', sheet('a', 'Sheet A', list('#one/a')))], new Set(['one/a']));
    expect(JSON.stringify(only)).toContain('"title":[{"text":"Sheet A"}]');
  });

  test('takes places of the workbook alone', () => {
    expect(leafSchemas['page-list'].safeParse({ 'page-list': 'Begin', pages: ['apologize'] }).success).toBe(false);
  });
});
