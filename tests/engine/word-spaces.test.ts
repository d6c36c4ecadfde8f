/** Spaces between words are as wide as the font has them, wherever lines end. */
import { beforeAll, expect, test } from 'vitest';
import { layOutSheets, type SheetNode, type TreeNode } from '../../src/engine/engine.ts';
import { isSpace } from '../../src/engine/text/words.ts';
import { fonts, layOutWithReactPdf, registerTestFaces } from './test-faces.ts';
import { FAMILY } from './trees.ts';

beforeAll(registerTestFaces);

const WORDS =
  'Take the time that you need, and stop where a page gets heavy. What is written here belongs to you alone, and nobody has to see it unless you hand it on.';

/** The text above on a sheet, in a column of this width (points). */
const sheetOf = (width: number): TreeNode => ({
  type: 'PAGE',
  props: { size: [612, 792], wrap: false },
  style: { fontFamily: FAMILY, fontSize: 11 },
  children: [
    { type: 'TEXT', props: {}, style: { width }, children: [{ type: 'TEXT_INSTANCE', value: WORDS, props: {}, style: {}, children: [] } as TreeNode] },
  ],
});

const WIDTHS = Array.from({ length: 40 }, (_, index) => 80 + index * 10.37);

/** The spaces of the text in points, and how far its widest line (without the space at its end) reaches over the column. */
const measured = (sheet: SheetNode | undefined, width: number): { spaces: number[]; over: number } => {
  const lines = (sheet?.children as SheetNode[] | undefined)?.[0]?.lines ?? [];
  const spaces: number[] = [];
  let over = -Infinity;
  for (const { runs, xAdvance, overflowRight } of lines) {
    over = Math.max(over, xAdvance - overflowRight - width);
    for (const { glyphs, positions } of runs)
      spaces.push(...positions.flatMap(({ xAdvance: advance }, index) => (glyphs[index] && isSpace(glyphs[index]) ? [advance] : [])));
  }
  return { spaces, over };
};

const layOutWithEngine = async (page: TreeNode): Promise<SheetNode> => ((await layOutSheets([page], fonts))[0] as { sheet: SheetNode }).sheet;

test.each([
  ['the engine', layOutWithEngine],
  ['react-pdf', layOutWithReactPdf],
])('%s squeezes no space, and no line reaches over its column', async (_, layOut) => {
  const natural = measured(await layOut(sheetOf(5000)), 5000).spaces[0] as number;
  expect(natural).toBeGreaterThan(2);
  for (const width of WIDTHS) {
    const { spaces, over } = measured(await layOut(sheetOf(width)), width);
    expect(spaces.length).toBeGreaterThan(20);
    for (const space of spaces) expect(space).toBeCloseTo(natural, 4);
    expect(over).toBeLessThan(0.001);
  }
});
