import { describe, expect, test } from 'vitest';
import { disagreement, errorsIn, faultIn } from './judge.ts';
import { faultOfPicture } from '../../src/pictures/picture-fault.ts';
import { makeJpeg } from './make-jpeg.ts';
import { makePng } from './make-png.ts';
import { makePractice } from './make-practice.ts';
import { makeSvg } from './make-svg.ts';
import { mutateBytes } from './mutate-bytes.ts';
import { mutatePdf } from './mutate-pdf.ts';
import { mutateTheme } from './mutate-theme.ts';
import { mutateWords } from './mutate-words.ts';
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
    ['too much memory', ended(0, '', { peak: 4000 }), /^memory: 4000 MiB/],
    ['too much work', ended(0, '', { seconds: 50 }), /^slow: 50 s/],
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

describe('a check and a build of the same copy', () => {
  const build: Task = { command: 'build', options: { workbook: 'a' } };
  const differ = (one: Outcome, other: Outcome) => disagreement({ task: check, result: one }, { task: build, result: other });

  test('may differ in what only a layout finds out', () => {
    expect(differ(ended(0, ''), ended(1, 'error[block-too-tall]: x'))).toBeUndefined();
    expect(differ(ended(1, 'error[yaml]: x'), ended(1, 'error[yaml]: x'))).toBeUndefined();
  });

  test('differ in nothing else', () => {
    expect(differ(ended(0, ''), ended(1, 'error[yaml]: x'))).toBe('check ends with 0, build with 1');
    expect(differ(ended(1, 'error[yaml]: x'), ended(0, ''))).toBe('check ends with 1, build with 0');
  });
});

test.each([
  ['for people', { stderr: 'error[yaml]: x\nwarning[old]: y\n', stdout: '' }],
  ['in short lines', { stderr: '', stdout: 'a.yaml:1:1: error: x [yaml]\na.yaml:1:1: warning: y [old]\n' }],
  [
    'for programs',
    {
      stderr: '',
      stdout: JSON.stringify(
        [
          { severity: 'error', code: 'yaml' },
          { severity: 'warning', code: 'old' },
        ],
        null,
        2,
      ),
    },
  ],
])('errors are counted by their codes when they are told %s', (_, said) => {
  expect(errorsIn({ code: 1, ...said })).toEqual(['yaml']);
});

test('a seed makes the same files every time, and whole ones', () => {
  const make = (seed: number) => [makeSvg, makePng, makeJpeg, makePractice].map((maker) => Buffer.from(maker(new Random(seed))).toString('latin1'));
  expect(make(3)).toEqual(make(3));
  expect(make(3)).not.toEqual(make(4));
  for (let seed = 0; seed < 200; seed += 1) {
    expect(faultOfPicture(makePng(new Random(seed)))).toBeUndefined();
    expect(faultOfPicture(makeJpeg(new Random(seed)))).toBeUndefined();
  }
});

test('a seed gives the same changes every time, and another seed other ones', () => {
  const source = Buffer.from(`title: One\nlist: [1, 2, 3]\nmap: { a: b }\nmore:\n${'  - words of a file\n'.repeat(20)}`);
  for (const mutate of [mutateBytes, mutateWords, mutateYaml, mutateTheme, mutatePdf]) {
    const changed = Array.from({ length: 40 }, (_, seed) => mutate(source, new Random(seed)).toString('latin1'));
    expect(changed).toEqual(Array.from({ length: 40 }, (_, seed) => mutate(source, new Random(seed)).toString('latin1')));
    expect(new Set(changed).size).toBeGreaterThan(4);
    expect(source.toString().startsWith('title: One')).toBe(true);
  }
});
