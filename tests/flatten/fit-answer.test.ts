import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleaned, type Cluster, clustersOf } from '../../src/flatten/clusters.ts';
import { Face } from '../../src/flatten/answer-font.ts';
import { type Box, fit } from '../../src/flatten/fit-answer.ts';
import { text as operatorsOf } from '../../src/flatten/operators.ts';
import { type Line, wrap } from '../../src/flatten/wrap-lines.ts';
import { FIELD_FONT } from '../fixtures/plain/theme.ts';

const face = new Face('F', readFileSync(FIELD_FONT));
const faces = { faces: [face], box: { face, glyph: face.glyph('◊') } };
const paragraphs = (text: string): Cluster[][] =>
  cleaned(text)
    .split('\n')
    .map((line) => clustersOf(line, faces));
const textOf = (lines: readonly Line[]): string => lines.map(({ clusters, ends }) => clusters.map(({ text }) => text).join('') + (ends ? '\n' : '')).join('');
const plain = (clusters: readonly (readonly Cluster[])[]): string => clusters.map((one) => one.map(({ text }) => text).join('')).join('\n');
const references = { long: 8, short: 3 };
const words = fc
  .array(fc.constantFrom('a', 'letter', 'responsibilities', '-', 'well-being', ' ', '  ', '\n', 'é', '日', 'I am sorry.'), { maxLength: 80 })
  .map((parts) => parts.join(' '));

describe('a mark that no letter is composed with', () => {
  const [marked] = clustersOf(cleaned('x\u0302'), faces);
  const [plainLetter] = clustersOf('x', faces);

  test('has no width of its own', () => {
    expect(marked!.parts).toHaveLength(2);
    expect(marked!.width).toBe(plainLetter!.width);
  });

  test('is moved back over its letter, and what follows stands where it would without it', () => {
    const [, mark] = marked!.parts;
    expect(mark!.shift!.x).toBeLessThan(0);
    const [line] = wrap([[marked!, plainLetter!]], 10);
    const drawn = operatorsOf([line!], { x: 0, y: 0, size: 10, leading: 12, color: [0, 0, 0] }, plainLetter!);
    const [, back = '', forth = ''] = /\[(\S+) <[0-9a-f]{4}> (\S+)\] TJ/.exec(drawn) ?? [];
    expect(Number(back)).toBeGreaterThan(100);
    expect(Number(back) + Number(forth)).toBeCloseTo(face.width(mark!.glyph) * 1000);
  });
});

describe('lines', () => {
  const linesOf = (text: string, ems: number): string[] => wrap(paragraphs(text), ems).map(({ clusters }) => clusters.map((cluster) => cluster.text).join(''));

  test('are broken after spaces, which hang over their ends, and after hyphens', () => {
    expect(linesOf('one two three', 4)).toEqual(['one two ', 'three']);
    expect(linesOf('well-being', 3)).toEqual(['well-', 'being']);
    expect(linesOf('a -b', 0.9)).toEqual(['a ', '-', 'b']);
  });

  test('are broken inside a word only where that is longer than a line', () => {
    expect(linesOf('I unbreakable', 3)).toEqual(['I ', 'unbre', 'akable']);
    expect(linesOf('xxxxxx', 0.1)).toEqual(['x', 'x', 'x', 'x', 'x', 'x']);
  });

  test('of one’s own are kept, empty ones too', () => {
    expect(linesOf('a\n\nb\n', 10)).toEqual(['a', '', 'b', '']);
  });

  test('lose nothing, and are no longer than they may be', () => {
    fc.assert(
      fc.property(words, fc.double({ min: 0.5, max: 40, noNaN: true }), (text, ems) => {
        const lines = wrap(paragraphs(text), ems);
        expect(textOf(lines)).toBe(cleaned(text));
        for (const { clusters, width } of lines)
          expect(width <= ems + 1e-6 || clusters.filter((cluster) => cluster.text.trim() !== '').length === 1).toBe(true);
      }),
    );
  });
});

describe('an answer in its box', () => {
  const sentence = 'You found the letter on a Tuesday evening. ';
  const box: Box = { width: 300, height: 96, multiline: true, fontSize: 11 };

  test('is set as viewers set it where that fits', () => {
    expect(fit(paragraphs(sentence.repeat(3)), box, references)).toMatchObject({ size: 11, leading: 11 * 1.3, rest: [] });
  });

  test('is set closer, then smaller, before it is continued; and no smaller than four fifths', () => {
    const looks = Array.from({ length: 40 }, (_, index) => fit(paragraphs(sentence.repeat(index + 1)), box, references));
    const whole = looks.filter(({ rest }) => rest.length === 0);
    const steps = [...new Set(whole.map(({ size, leading }) => `${(size / 11).toFixed(2)} ${(leading / size).toFixed(2)}`))];
    expect(steps).toEqual(['1.00 1.30', '1.00 1.25', '1.00 1.15', '0.95 1.15', '0.90 1.15', '0.85 1.15', '0.80 1.15'].filter((step) => steps.includes(step)));
    expect(steps).toContain('1.00 1.15');
    expect(steps.length).toBeGreaterThan(3);
    // What is continued anyway needs no small letters.
    expect(looks.at(-1)).toMatchObject({ size: 11, reference: { form: 'long', at: 'below' } });
  });

  test('of one line shrinks on its line, then takes two where they fit', () => {
    const line: Box = { width: 200, height: 24, multiline: false, fontSize: 11 };
    expect(fit(paragraphs('You found the letter on a Tuesday.'), line, references)).toMatchObject({ size: 11, lines: [{}] });
    const smaller = fit(paragraphs('You found the letter on a Tuesday evening.'), line, references);
    expect(smaller.lines).toHaveLength(1);
    expect(smaller.size).toBeLessThan(11);
    const two = fit(paragraphs('You found the letter on a Tuesday evening, and not on a Monday, as you had said.'), line, references);
    expect(two.lines).toHaveLength(2);
    expect(two.rest).toEqual([]);
  });

  test('that is too narrow even for the words that lead on is left empty, and all goes to the end', () => {
    const fitted = fit(paragraphs(sentence), { width: 20, height: 12, multiline: false, fontSize: 11 }, references);
    expect([fitted.lines, plain(fitted.rest), fitted.reference]).toEqual([[], sentence, undefined]);
  });

  test('loses nothing: what is not in the box is in the rest, and what is in it fits', () => {
    fc.assert(
      fc.property(
        words,
        fc.integer({ min: 15, max: 500 }),
        fc.integer({ min: 8, max: 300 }),
        fc.boolean(),
        fc.constantFrom(8, 11, 16),
        (text, width, height, multiline, fontSize) => {
          const one: Box = { width, height, multiline, fontSize };
          const { size, leading, lines, rest, reference } = fit(paragraphs(text), one, references);
          expect(textOf(lines) + plain(rest)).toBe(cleaned(text));
          expect(size).toBeGreaterThanOrEqual(fontSize * 0.8);
          for (const line of lines) expect(line.width * size).toBeLessThanOrEqual(Math.max(width - 4, 0) + 0.02);
          const rows = lines.length + (reference?.at === 'below' ? 1 : 0);
          if (rows > 1) expect(rows * leading).toBeLessThanOrEqual(height - 2 + 0.02);
          expect(reference !== undefined && rest.length === 0).toBe(false);
        },
      ),
      { numRuns: 300 },
    );
  });
});
