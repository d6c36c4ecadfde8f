import { describe, expect, test } from 'vitest';
import { faultIn } from './judge.ts';
import { mutateBytes } from './mutate-bytes.ts';
import { mutatePdf } from './mutate-pdf.ts';
import { mutateTheme } from './mutate-theme.ts';
import { mutateYaml } from './mutate-yaml.ts';
import { Random } from './random.ts';
import type { Outcome, Task } from './task.ts';

const check: Task = { command: 'check', options: { workbook: 'a', template: 'calm', lang: 'en', format: 'human' } };
const json: Task = { command: 'check', options: { workbook: 'a', template: 'calm', lang: 'en', format: 'json' } };
const ended = (code: number, stderr: string, more: Partial<Outcome> = {}): Outcome => ({ code, stdout: '', stderr, ...more });

describe('the judge of the fuzzer', () => {
  test.each([
    ['an error that is told', ended(1, 'error[yaml]: expected a key, found none\n  --> a.yaml:1:1\n')],
    ['warnings', ended(0, 'warning[old]: expected newer numbers\n')],
    ['nothing at all', ended(0, '')],
    ['words of an author that look like a stack', ended(1, 'error[x]: found "TypeError: a"\n 12 |     at d (e.ts:3:4)\n')],
  ])('lets pass %s', (_, outcome) => {
    expect(faultIn(check, outcome)).toBeUndefined();
  });

  test.each([
    ['what was thrown', ended(70, '', { thrown: 'Error: no\n at a' }), /^exit 70: Error: no/],
    ['another exit code', ended(3, 'error: x'), /^exit 3/],
    ['a stack', ended(1, 'error: x\n    at run (/src/a.ts:10:3)\n'), /^a stack/],
    ['words of the engine', ended(1, 'error: Cannot read properties of undefined (reading x)\n'), /^words of the engine/],
    ['talk on the console', ended(0, '', { talk: 'hm' }), /^talk on the console: hm/],
    ['a failure without a word', ended(1, ''), /without an error/],
    ['an error that ends well', ended(0, 'error[x]: y\n'), /exit 0 with an error/],
    ['a hang', { ended: 'hang', reason: 'more than 15 s' } as const, /^hang: more/],
    ['a crash', { ended: 'crash', reason: 'out of memory' } as const, /^crash: out of/],
  ])('finds %s', (_, outcome, fault) => {
    expect(faultIn(check, outcome)).toMatch(fault);
  });

  test('finds JSON that is none', () => {
    expect(faultIn(json, ended(1, '', { stdout: '{"diagnostics": [{"severity": "error"' }))).toBe('JSON that is none');
    expect(faultIn(json, ended(1, '', { stdout: '[{"severity":"error"}]' }))).toBeUndefined();
  });
});

test('a seed gives the same changes every time, and another seed other ones', () => {
  const source = Buffer.from(`title: One\nlist: [1, 2, 3]\nmap: { a: b }\nmore:\n${'  - words of a file\n'.repeat(20)}`);
  for (const mutate of [mutateBytes, mutateYaml, mutateTheme, mutatePdf]) {
    const changed = Array.from({ length: 40 }, (_, seed) => mutate(source, new Random(seed)).toString('latin1'));
    expect(changed).toEqual(Array.from({ length: 40 }, (_, seed) => mutate(source, new Random(seed)).toString('latin1')));
    expect(new Set(changed).size).toBeGreaterThan(4);
    expect(source.toString().startsWith('title: One')).toBe(true);
  }
});
