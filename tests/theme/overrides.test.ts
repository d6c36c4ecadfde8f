import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everyFormat } from '../../src/options/combinations.ts';
import { position } from '../../src/diagnostics/source-file.ts';
import { bound } from '../../src/theme/binding.ts';
import { loadTheme, type ThemeOptions } from '../../src/theme/load.ts';

const root = path.resolve(import.meta.dirname, '../..');
const ttf = path.join(root, 'node_modules/@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf');

let home = '';
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'mendbook-overrides-'));
});
afterAll(() => rm(home, { recursive: true, force: true }));

const theme = async (name: string, yaml: string): Promise<string> => {
  const folder = path.join(home, name);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'theme.yaml'), yaml);
  return folder;
};
const load = (name: string, options: Partial<ThemeOptions> = {}) => loadTheme(name, { paper: 'letter', cwd: home, ...options });
const large = { largePrint: true };

describe('groups of overrides', () => {
  it('hold only where they are asked for', async () => {
    const [plain, big, small, thin] = await Promise.all([load('calm'), load('calm', large), load('calm', { paper: 'a5' }), load('calm', { inkSaver: true })]);
    expect([plain, big, small, thin].flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
    expect([plain.theme?.type.body.size, big.theme?.type.body.size, small.theme?.type.body.size, thin.theme?.type.body.size]).toEqual([12, 18, 11, 12]);
    expect([plain.theme?.inkSaver, thin.theme?.inkSaver]).toEqual([false, true]);
    expect(thin.theme?.colors.tint).toBe('#ffffff');
    // A token that no group names is everywhere the same.
    expect(big.theme?.type.body.font).toBe('regular');
    expect(small.theme?.paper.width).toBeCloseTo(419.53, 1);
    expect(Object.keys(big.theme ?? {})).toEqual(expect.arrayContaining(Object.keys(plain.theme ?? {})));
    expect(big.theme).not.toHaveProperty('large-print');
  });

  it('stand before the tokens of every theme of the chain, and those of the nearest before the others', async () => {
    await theme('grand', 'extends: calm\ntype: { body: { size: 13 } }\nlarge-print: { type: { body: { leading: 28 } }, space: { m: 30 } }\n');
    const folder = await theme('child', 'extends: ../grand\ntype: { body: { leading: 20 } }\nlarge-print: { space: { m: 27 } }\n');
    const [plain, big] = await Promise.all([load(folder), load(folder, large)]);
    expect(plain.theme?.type.body).toEqual({ size: 13, leading: 20, font: 'regular' });
    expect(big.theme?.type.body).toEqual({ size: 18, leading: 28, font: 'regular' });
    expect(big.theme?.space.m).toBe(27);
  });

  it('lie over each other: ink is saved in large print, too', async () => {
    const both = await load('calm', { largePrint: true, inkSaver: true });
    expect(both.theme?.type.body.size).toBe(18);
    expect(both.theme?.ruling).toMatchObject({ leading: 33, width: 0.3 });
  });

  it('may name other fonts', async () => {
    const folder = await theme('fonts', 'extends: calm\nlarge-print: { fonts: { title: Mine.ttf } }\n');
    await copyFile(ttf, path.join(folder, 'Mine.ttf'));
    const [plain, big] = await Promise.all([load(folder), load(folder, large)]);
    expect(big.diagnostics).toEqual([]);
    expect(big.fonts).toEqual({ ...plain.fonts, title: path.join(folder, 'Mine.ttf') });
    expect(big.theme?.fonts.title).not.toBe(plain.theme?.fonts.title);
  });
});

/** The first problem of a theme with its place, loaded in large print unless told otherwise. */
const problem = async (yaml: string, options: Partial<ThemeOptions> = large) => {
  const folder = await theme(`broken/${yaml.length}-${yaml.replaceAll(/\W+/g, '-').slice(-40)}`, yaml);
  const { theme: loaded, diagnostics, sources } = await load(folder, options);
  expect(loaded).toBeUndefined();
  const [first] = diagnostics;
  const source = sources.find(({ file }) => file === first?.at?.file);
  const { line, column } = source ? position(source, first?.at?.start ?? 0) : { line: 0, column: 0 };
  return { ...first, place: `${line}:${column}`, count: diagnostics.length };
};

describe('groups that are broken', () => {
  it.each<[string, string, Partial<ThemeOptions>, object]>([
    [
      'an unknown token',
      'extends: calm\nlarge-print:\n  type: { bdy: { size: 18 } }\n',
      {},
      { code: 'unknown-key', place: '3:11', hints: ['did you mean "body"?'] },
    ],
    ['an unknown group', 'extends: calm\nlarge-prnt: { type: {} }\n', {}, { code: 'unknown-key', place: '2:1', hints: ['did you mean "large-print"?'] }],
    ['a length out of its range', 'extends: calm\nink-saver: { ruling: { width: 9 } }\n', {}, { code: 'out-of-range', place: '2:31' }],
    [
      'a misfit that comes of it',
      'extends: calm\nlarge-print:\n  scale: { pitch: 50 }\n',
      large,
      { code: 'misfit', place: '3:19', message: expect.stringContaining('on letter, in large print') },
    ],
    ['a colour that comes of it', 'extends: calm\nink-saver:\n  colors: { ink: "#cccccc" }\n', { inkSaver: true }, { code: 'low-contrast', place: '3:18' }],
    ['a font that is not there', 'extends: calm\na5: { fonts: { field: none.ttf } }\n', { paper: 'a5' }, { code: 'font-missing', place: '2:23' }],
    [
      'a misfit of a paper',
      'extends: calm\npapers: { a5: { inner: 100, outer: 100 } }\n',
      { paper: 'a5' },
      { code: 'misfit', place: '2:24', message: expect.stringContaining('on a5') },
    ],
  ])('%s is told at its place', async (_, yaml, options, expected) => {
    expect(await problem(yaml, options)).toMatchObject(expected);
  });

  it('does not hinder a format that it does not belong to', async () => {
    const folder = await theme('only large', 'extends: calm\nlarge-print: { scale: { pitch: 50 } }\n');
    expect((await load(folder)).diagnostics).toEqual([]);
  });

  it('is an error where a format is asked for that the theme does not have', async () => {
    const tokens = await import('node:fs/promises').then(({ readFile }) => readFile(path.join(root, 'templates/calm/theme.yaml'), 'utf8'));
    const folder = await theme('alone', tokens.slice(0, tokens.indexOf('\na5:')));
    expect((await load(folder)).diagnostics).toEqual([]);
    expect((await load(folder, large)).diagnostics).toMatchObject([
      { code: 'no-override', message: 'expected a group "large-print" in the theme, found none', hints: [expect.stringContaining('extends: calm')] },
    ]);
    expect((await load(folder, { inkSaver: true })).diagnostics).toMatchObject([{ code: 'no-override' }]);
  });
});

describe('checking every format', () => {
  it('finds nothing wrong with calm', async () => {
    expect((await load('calm', { alsoCheck: everyFormat() })).diagnostics).toEqual([]);
  });

  it('tells what is wrong with any, once', async () => {
    const folder = await theme(
      'wrong',
      'extends: calm\nlarge-print: { scale: { pitch: 50 } }\nink-saver: { colors: { rule: "#dddddd" } }\na5: { fonts: { title: none.ttf } }\n',
    );
    expect((await load(folder, { alsoCheck: everyFormat() })).diagnostics.map(({ code }) => code)).toEqual(['font-missing']);
    await theme('wrong', 'extends: calm\nlarge-print: { scale: { pitch: 50 } }\nink-saver: { colors: { rule: "#dddddd" } }\n');
    const { diagnostics } = await load(folder, { alsoCheck: everyFormat() });
    expect(diagnostics.map(({ code, severity }) => `${severity} ${code}`).toSorted()).toEqual(['error low-contrast', 'warning misfit']);
    await theme('wrong', 'extends: calm\nlarge-print: { scale: { pitch: 50 } }\n');
    const { theme: usable, diagnostics: warnings } = await load(folder, { alsoCheck: everyFormat() });
    expect(usable).toBeDefined();
    expect(warnings).toMatchObject([{ code: 'misfit', severity: 'warning', message: expect.stringContaining('in large print') }]);
  });
});

describe('the margins of bound copies', () => {
  const sheet = { width: 600, height: 800, top: 50, bottom: 60, inner: 70, outer: 50 };
  const tokens = { threeHole: 15, twoHole: 30, booklet: 0, outer: 40 };

  it.each([
    ['none', { inner: 70, outer: 50 }],
    ['booklet', { inner: 70, outer: 50 }],
    // Ten points are all that the outer margin can give.
    ['3-hole', { inner: 85, outer: 40 }],
    ['2-hole', { inner: 100, outer: 40 }],
  ] as const)('%s', (binding, margins) => {
    expect(bound(sheet, binding, tokens)).toEqual({ ...sheet, ...margins, left: margins.inner, right: margins.outer });
  });

  it('take nothing from an outer margin that is narrower than the least', () => {
    expect(bound({ ...sheet, outer: 30 }, '3-hole', tokens)).toMatchObject({ inner: 85, outer: 30 });
  });

  it('are told of where they leave too little for the columns', async () => {
    const folder = await theme('narrow', 'extends: calm\nbinding: { threeHole: 90 }\n');
    expect((await load(folder)).diagnostics).toEqual([]);
    const { diagnostics } = await load(folder, { binding: '3-hole' });
    expect(diagnostics).toMatchObject([
      {
        code: 'misfit',
        message: expect.stringMatching(/on letter, bound as 3-hole$/),
        hints: [expect.any(String), expect.stringContaining('takes 65pt from the text')],
      },
    ]);
  });
});
