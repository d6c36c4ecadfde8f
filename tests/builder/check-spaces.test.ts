/** What authors are told of spaces that are too small: on which papers, and only ways out that their block has. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runCheck } from '../../src/api/check.ts';
import { Place } from '../diagnostics/raised/place.ts';

let place: Place;
beforeEach(async () => {
  place = await Place.make();
});
afterEach(() => place.remove());

const told = async (blocks: string) => {
  await place.blocks(blocks);
  const { diagnostics } = await runCheck({ workbook: 'book', lang: 'en', template: 'calm', cwd: place.home }, { talk: process.stderr });
  return diagnostics.filter(({ code }) => code === 'space-too-small');
};

test('a line that is wide enough on Letter alone is told for the papers where it is not', async () => {
  const [small, ...others] = await told('- question: What happened?\n  id: what\n  lines: 1\n  expects: sentence\n');
  expect(others).toEqual([]);
  expect(small?.message).toMatch(/in “What happened\?” on A5, Letter in large print, A4 in large print$/);
});

test('a block is told to say what is expected where its kind can, and only there', async () => {
  const hints = async (blocks: string) => (await told(blocks)).map(({ hints: all = [] }) => all.some((hint) => hint.includes('expects')));
  expect(await hints('- question: What happened?\n  id: what\n  lines: 1\n  expects: story\n')).toEqual([true]);
  expect(await hints('- columns: What helps?\n  id: what\n  sides: [{ title: Mine }, { title: Yours }]\n  lines: 1\n')).toEqual([false]);
});
