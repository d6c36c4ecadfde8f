/** Words that speak of parts are in the copies that have these parts, and in no others. */
import { expect, test } from 'vitest';
import { build, type BuildRequest } from '../../src/api/index.ts';
import type { Block } from '../../src/content/blocks/index.ts';
import { checkNeeds, withoutUnneeded } from '../../src/content/needed-parts.ts';
import type { Section } from '../../src/content/workbook.ts';

const at = { file: '', start: 0, end: 0 };
const section = (id: string, ...blocks: Block[]): Section => ({ id, part: 'closing', title: [{ text: id }], purpose: [{ text: '' }], blocks, at });
const text = (words: string, ...needs: string[]): Block => ({ kind: 'text', text: [[{ text: words }]], ...(needs.length > 0 ? { needs } : {}), at }) as Block;
const table = (...needs: string[]): Block =>
  ({ kind: 'table', table: [{ text: 'Rows' }], id: 'rows', columns: [], rows: ['One', 'Two', 'Three'], 'rows-need': needs, at }) as unknown as Block;

test('a block is kept where all the parts that it needs are there', () => {
  const sections = [section('one', text('plain')), section('end', text('of one', 'one'), text('of both', 'one', 'two'), text('always'))];
  expect(withoutUnneeded(sections)[1]?.blocks).toMatchObject([{ text: [[{ text: 'of one' }]] }, { text: [[{ text: 'always' }]] }]);
  expect(withoutUnneeded([section('end', text('of one', 'one'))])).toEqual([]);
});

test('a block is kept where one of several parts is there, and a step of which one worksheet was chosen is not there itself', () => {
  const either = { ...text('of either'), 'needs-one-of': ['one', 'two'] } as Block;
  expect(withoutUnneeded([section('two', text('plain')), section('end', either)])[1]?.blocks).toHaveLength(1);
  expect(withoutUnneeded([section('three', text('plain')), section('end', either)])).toHaveLength(1);
  expect(withoutUnneeded([{ ...section('two', text('plain')), excerpt: true }, section('end', either)])).toHaveLength(1);
  expect(checkNeeds([section('end', { ...either, 'needs-one-of': ['end', 'nowhere'] } as Block)])).toMatchObject([{ code: 'unknown-part' }]);
});

test('a row of a part that is not there loses its words, so that the rows behind it keep their names', () => {
  const [, end] = withoutUnneeded([section('two', text('plain')), section('end', table('one', 'two'))]);
  expect(end?.blocks).toMatchObject([{ rows: ['', 'Two', 'Three'] }]);
});

test('a column of a list of pages is there where one of the parts that it speaks of is, with its cells', () => {
  const list = (...needs: string[]): Block =>
    ({
      kind: 'page-list',
      'page-list': [{ text: 'Pages' }],
      heads: [
        { title: 'Page', width: 1 },
        { title: 'Meeting', width: 1, 'needs-one-of': needs },
        { title: 'Go when', width: 1 },
      ],
      pages: [{ href: '#one', cells: [[{ text: '9' }], [{ text: 'Calm' }]] }],
      at,
    }) as unknown as Block;
  const sections = [section('one', text('plain'))];
  expect(withoutUnneeded([...sections, section('guide', list('one', 'two'))])[1]?.blocks).toMatchObject([list('one', 'two')]);
  expect(withoutUnneeded([...sections, section('guide', list('two'))])[1]?.blocks).toMatchObject([
    { heads: [{ title: 'Page' }, { title: 'Go when' }], pages: [{ cells: [[{ text: 'Calm' }]] }] },
  ]);
  expect(checkNeeds([...sections, section('guide', list('three'))])).toMatchObject([{ code: 'unknown-part' }]);
});

test('a name that no part has is told', () => {
  expect(checkNeeds([section('end', text('a', 'ends'), table('end', 'other'))])).toMatchObject([
    { code: 'unknown-part', hints: ['did you mean "end"?'] },
    { code: 'unknown-part', message: expect.stringContaining('"other"') as string },
  ]);
});

test('a copy of one step has its own row of the closing table, under the name that it has in the whole book', async () => {
  const rows = async (request: BuildRequest) => {
    const built = await build(request);
    return built.ok ? built.fields.filter(({ name }) => name.startsWith('looking-back_take-with-me')) : [];
  };
  const some = await rows({ steps: '3', with: ['looking-back'] });
  expect(some.map(({ name }) => name)).toEqual(['looking-back_take-with-me_3_1', 'looking-back_take-with-me_3_2']);
  expect(some[0]?.label).toMatch(/^3 /);
});
