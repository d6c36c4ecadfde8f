import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { sourceFile } from '../../src/diagnostics/source-file.ts';
import { parseYaml, validate } from '../../src/yaml/index.ts';
import { printExpected } from '../fixtures/expected.ts';

const check = (schema: z.ZodType, text: string) => {
  const { document, source } = parseYaml(sourceFile('/f.yaml', text));
  if (!document) throw new Error('the text of this test is broken');
  const { value, diagnostics } = validate(schema, { document, source }, document.toJS());
  return { value, told: printExpected(diagnostics, [source], '/').trim().split('\n') };
};

describe('checking a value with a schema', () => {
  test('gives what the schema makes of it', () => {
    const { value } = check(z.strictObject({ lines: z.number().default(3) }), '{}');
    expect(value).toEqual({ lines: 3 });
  });

  test('names bounds that are open on one side', () => {
    const schema = z.strictObject({ low: z.number().min(2), high: z.number().int().max(9) });
    expect(check(schema, 'low: 1\nhigh: 10\n').told).toEqual([
      'f.yaml:1:6: error: expected a number of at least 2, found 1 [out-of-range]',
      '  | 1',
      '  = write 2 or more',
      'f.yaml:2:7: error: expected a whole number of at most 9, found 10 [out-of-range]',
      '  | 10',
      '  = write 9 or less',
    ]);
  });

  test('tells a mistyped key once, not as a missing one too', () => {
    const schema = z.strictObject({ title: z.string(), purpose: z.string() });
    expect(check(schema, 'titel: One\n').told).toEqual([
      'f.yaml:1:1: error: expected the key "purpose" beside "titel", found none [missing-key]',
      '  | titel',
      '  = add a line "purpose: …"',
      'f.yaml:1:1: error: expected a known key, found "titel" [unknown-key]',
      '  | titel',
      '  = did you mean "title"?',
    ]);
  });

  test('takes the branch of a union that the author has begun', () => {
    const schema = z.strictObject({ size: z.union([z.enum(['small', 'large']), z.strictObject({ width: z.number() })]) });
    expect(check(schema, 'size: {width: wide}\n').told[0]).toBe('f.yaml:1:15: error: expected a number, found the text "wide" [wrong-type]');
    expect(check(schema, 'size: {widht: 3}\n').told[0]).toBe('f.yaml:1:8: error: expected a known key, found "widht" [unknown-key]');
  });

  test('names every way to write a value when none was begun', () => {
    const schema = z.strictObject({ size: z.union([z.string(), z.number(), z.array(z.string())]) });
    expect(check(schema, 'size: true\n').told[0]).toBe('f.yaml:1:7: error: expected text, a number or a list, found true [wrong-type]');
  });

  test('tells a missing value of a union as a missing key', () => {
    const schema = z.strictObject({ id: z.string(), size: z.union([z.string(), z.number()]) });
    expect(check(schema, 'id: a\n').told[0]).toBe('f.yaml:1:1: error: expected the key "size" beside "id", found none [missing-key]');
  });

  test('never says "invalid input", whatever stands there', () => {
    const leaf = z.union([
      z.string().min(2).max(3),
      z.number().int().min(1).max(2),
      z.enum(['a', 'b']),
      z.literal(true),
      z.tuple([z.string(), z.number()]),
      z.iso.date(),
    ]);
    const schema = z.strictObject({ a: leaf, b: z.record(z.string().regex(/^x/), leaf), c: z.array(leaf).min(2).max(3) });
    for (const value of ['[]', '{}', '4', 'four', 'null', '[1]', '[1, 2]', '{x: 1}', '{y: four}', '""', '1.5', '[[], {}, 7, -1]']) {
      const { told } = check(schema, `a: ${value}\nb: ${value}\nc: ${value}\n`);
      expect(told.join('\n')).not.toMatch(/invalid|#\d|undefined|\[object/i);
      expect(told.filter((line) => line.includes('error:')).every((line) => / expected .*[,;] found /.test(line))).toBe(true);
    }
  });
});
