/** Drawings to write into: their places stand inside them, apart from each other and from the lines; large print lists them. */
import { createElement } from 'react';
import { describe, expect, it } from 'vitest';
import { DRAWING_PLACES } from '../../src/content/blocks/drawing.ts';
import type { BlockOf } from '../../src/content/blocks/index.ts';
import calm from '../../templates/calm/template.tsx';
import { SKETCHES } from '../../templates/calm/drawings/sketches/index.ts';
import type { Place, Sketch } from '../../templates/calm/drawings/sketches/sketch.ts';
import { samplesOf } from './samples.ts';
import { all, marksOf, setting, stage, wordsIn } from './stage.tsx';

const LEADING = 24;
const LABEL = 15;
const CELL = 24;

interface Area {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const NAMES = Object.keys(SKETCHES) as (keyof typeof SKETCHES)[];

/** Each drawing with its fewest and its most places, as wide as the main column of A5, Letter and bold. */
const cases = NAMES.flatMap((name) => [...new Set(DRAWING_PLACES[name])].flatMap((count) => [330, 384, 486].map((width) => ({ name, count, width }))));

const sketchOf = ({ name, count, width }: (typeof cases)[number]): Sketch =>
  SKETCHES[name]({ width, count, leading: LEADING, cell: CELL, gap: 18, labelHeight: () => LABEL });

/** What a field covers: its lines, or its box. */
const covers = ({ left, top, width, lines, beside }: Place): Area =>
  beside !== undefined
    ? { left: left + beside, right: left + width, top, bottom: top + lines * LEADING }
    : lines > 0
      ? { left, right: left + width, top: top + LABEL, bottom: top + LABEL + lines * LEADING }
      : { left: left + (width - CELL) / 2, right: left + (width + CELL) / 2, top, bottom: top + CELL };

/** Points along the straight lines and curves of a path. */
const pointsOf = (path: string): { x: number; y: number }[] => {
  let at = { x: 0, y: 0 };
  return [...path.matchAll(/([MLC])([^A-Za-z]+)/g)].flatMap(([, letter, numbers = '']) => {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers.trim().split(/[ ,]+/).map(Number);
    const from = at;
    at = letter === 'C' ? { x: e, y: f } : { x: a, y: b };
    if (letter === 'M') return [at];
    const controls = letter === 'C' ? [from, { x: a, y: b }, { x: c, y: d }, at] : [from, from, at, at];
    return Array.from({ length: 21 }, (_, step) => {
      const t = step / 20;
      const weights = [(1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t ** 2, t ** 3];
      const along = (axis: 'x' | 'y') => controls.reduce((sum, point, index) => sum + point[axis] * (weights[index] as number), 0);
      return { x: along('x'), y: along('y') };
    });
  });
};

describe.each(cases)('the drawing $name with $count places, $width points wide', (given) => {
  const sketch = sketchOf(given);
  const fields = sketch.places.map(covers);

  it('has a place for each label, inside of it', () => {
    expect(sketch.places).toHaveLength(given.count);
    for (const { left, top, right, bottom } of fields) {
      expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(given.width + 0.01);
      expect(bottom).toBeLessThanOrEqual(sketch.height + 0.01);
    }
  });

  it('has no field over another, and no line under one, where typed words would hide it', () => {
    const over = (one: Area, other: Area) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
    expect(fields.flatMap((one, index) => fields.slice(index + 1).filter((other) => over(one, other)))).toEqual([]);
    const drawn = pointsOf([sketch.lines, sketch.filled, sketch.dashed].join(' '));
    expect(drawn.length).toBeGreaterThan(0);
    const hidden = drawn.filter(({ x, y }) => fields.some(({ left, top, right, bottom }) => x > left && x < right && y > top && y < bottom));
    expect(hidden).toEqual([]);
    for (const { x, y } of drawn) {
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(given.width + 0.01);
      expect(y).toBeLessThanOrEqual(sketch.height + 0.01);
    }
  });
});

describe('a drawing on a page', () => {
  const Draw = calm.blocks.draw;
  const staged = async (block: BlockOf<'draw'>, largePrint = false) =>
    all(stage(createElement(Draw, { block, name: 'step_draw', level: 4 }), await setting('letter', largePrint)));
  const fieldsOf = (nodes: Awaited<ReturnType<typeof staged>>) => nodes.flatMap((node) => marksOf(node).field ?? []).map(({ name, kind }) => `${kind} ${name}`);
  const blocks = samplesOf('draw') as BlockOf<'draw'>[];

  it.each(blocks.map((block) => [block.draw, block] as const))(
    'is a figure with its alternative text, and fields that large print has too: %s',
    async (_, block) => {
      const [drawn, listed] = await Promise.all([staged(block), staged(block, true)]);
      expect(drawn.flatMap((node) => (marksOf(node).role === 'Figure' ? [marksOf(node).alt] : []))).toEqual([block.alt]);
      expect(listed.some((node) => marksOf(node).role === 'Figure')).toBe(false);
      expect(fieldsOf(drawn)).toHaveLength(block.places.length);
      expect(fieldsOf(listed)).toEqual(fieldsOf(drawn));
      for (const place of block.places) expect(wordsIn(listed)).toContain(place);
    },
  );
});
