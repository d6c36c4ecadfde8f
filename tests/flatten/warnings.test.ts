/** Warnings of flattening name the page of each answer as it is numbered in print. */
import { expect, test } from 'vitest';
import { type OpenedPdf, openPdf } from '../../src/answers/open-filled.ts';
import type { Flattened } from '../../src/flatten/flatten.ts';
import { flattenWarnings } from '../../src/flatten/warnings.ts';
import { plainPdf } from '../fixtures/plain/build.ts';

const NOTHING: Flattened = {
  bytes: new Uint8Array(),
  pages: 1,
  answers: 0,
  ticks: 0,
  continued: [],
  smaller: [],
  unseen: [],
  cut: [],
  hidden: [],
  unclear: [],
  leftOut: [],
  asDrawn: [],
};

test('also where none is printed on it, or no page is known', async () => {
  const { opened } = await openPdf((await plainPdf()).bytes, 'a.pdf');
  const hidden = [
    { name: 'one', label: 'One', page: '12' },
    { name: 'two', label: 'Two', page: '–' },
    { name: 'three', label: 'Three' },
  ];
  const [warning] = flattenWarnings({ ...NOTHING, hidden }, { opened: opened as OpenedPdf, foreign: 0 }, 'a.pdf');
  expect(warning?.hints?.slice(0, 3)).toEqual(['page 12: “One” (one)', 'on a page without a number: “Two” (two)', 'on no page: “Three” (three)']);
});
