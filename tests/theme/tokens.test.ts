/** A token that is changed changes a page, or is an error: each of the theme's, and each of every group of overrides. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { refusalOf } from '../../src/options/combinations.ts';
import { loadStrings } from '../../src/content/load-strings.ts';
import type { Strings } from '../../src/content/strings.ts';
import type { Template } from '../../src/kit/template.ts';
import type { Theme } from '../../src/kit/theme.ts';
import { loadTemplate } from '../../src/template/load.ts';
import { type LoadedTheme, loadTheme } from '../../src/theme/load.ts';
import { missingTokens } from '../../src/theme/merge.ts';
import type { Format } from '../../src/options/option-values.ts';
import { OVERRIDES, type OverrideName, tokens } from '../../src/theme/schema.ts';
import { picture, THINGS } from '../template/drawn.ts';

/** A key has some forty tokens, each a page or two to lay out: seconds, on a machine that does other things minutes. */
const PATIENCE = 300_000;

/** Every token that the schema knows. */
const TOKENS = missingTokens({});

type Group = 'theme' | OverrideName;
type Tree = { [key: string]: unknown };

let home = '';
let calm: Tree = {};
let template: Template;
let strings: Strings;
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'mendbook-tokens-'));
  calm = parse(await readFile(new URL('../../templates/calm/theme.yaml', import.meta.url), 'utf8')) as Tree;
  const [loaded, said] = await Promise.all([loadTemplate('calm', { cwd: '/' }), loadStrings('en', '/')]);
  if (!loaded.template || !said.strings) throw new Error('calm does not load');
  ({ template, strings } = { template: loaded.template, strings: said.strings });
});
afterAll(() => rm(home, { recursive: true, force: true }));

/** The format in which a token of a group holds. */
const formatOf = (group: Group, token: string): Format => {
  const base: Format = {
    theme: { paper: 'letter' },
    a5: { paper: 'a5' },
    'large-print': { paper: 'letter', largePrint: true },
    'ink-saver': { paper: 'letter', inkSaver: true },
  }[group] as Format;
  const [first, second] = token.split('.');
  if (first === 'papers') return { ...base, paper: second as Format['paper'] };
  if (first !== 'binding') return base;
  const bindings: Record<string, Format['binding']> = { threeHole: '3-hole', twoHole: '2-hole', booklet: 'booklet', outer: '2-hole' };
  return { ...base, binding: bindings[second as string] ?? 'none' };
};

/** Whether a group's token can ever hold: A5 has no margins of Letter, and no three holes. */
const holds = (group: Group, token: string): boolean => {
  const format = formatOf(group, token);
  return !(group === 'a5' && format.paper !== 'a5') && !refusalOf({ ...format, flat: true });
};

const at = (tree: Tree, token: string): unknown => token.split('.').reduce<unknown>((value, key) => (value as Tree | undefined)?.[key], tree);
const nested = (token: string, value: unknown): Tree =>
  token
    .split('.')
    .toReversed()
    .reduce<unknown>((inner, key) => ({ [key]: inner }), value) as Tree;
const over = (below: Tree, above: Tree): Tree =>
  Object.fromEntries(
    [...new Set([...Object.keys(below), ...Object.keys(above)])].map((key) => {
      const [one, other] = [below[key], above[key]];
      return [key, typeof one === 'object' && typeof other === 'object' ? over(one as Tree, other as Tree) : (other ?? one)];
    }),
  );

/** Other values that a token could have, none of them what it has. */
const others = (token: string, value: unknown): unknown[] => {
  if (token.endsWith('.font')) return ['bold', 'title', 'regular'].filter((cut) => cut !== value);
  if (typeof value === 'number')
    return token.endsWith('.grow')
      ? [value + 3]
      : [value * 1.2 + 1, value * 0.8, value + 0.5, value + 20, value + 110, value * 2.5].map((other) => Number(other.toFixed(2)));
  const text = String(value);
  if (text.startsWith('#')) return ['#3b2f5c', '#f3eef9', '#fefefe'].filter((color) => color !== text);
  if (text.startsWith('packaged:')) return ['packaged:source-serif-4/700Bold', 'packaged:atkinson-hyperlegible-next/300Light'];
  return [text.replace(/^[\d.]+/, (digits) => String(Number(digits) + 6))];
};

/** What a theme must be for a token to be seen at all. */
const SEEN_WITH: Partial<Record<string, Tree>> = {
  // A margin column takes from the scales.
  'column.margin': { scale: { pitch: 24, cell: 20 } },
};

let count = 0;
const load = async (group: Group, token: string, change: Tree): Promise<LoadedTheme> => {
  const folder = path.join(home, String((count += 1)));
  await mkdir(folder);
  const theme = group === 'theme' ? change : { [group]: change };
  await writeFile(path.join(folder, 'theme.yaml'), stringify({ extends: 'calm', ...theme }));
  return loadTheme(folder, { ...formatOf(group, token), cwd: home });
};

/** The leaves of a theme, as `colors.ink`. */
const leavesOf = (value: unknown, before = ''): [string, unknown][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, before ? `${before}.${key}` : key))
    : [[before, value]];

const pictures = new Map<string, ReturnType<typeof picture>>();
/** What is drawn with the tokens as they are; kept, for many tokens are held against it. */
const before = (name: string, loaded: LoadedTheme & { theme: Theme }, format: Format): ReturnType<typeof picture> => {
  const key = JSON.stringify([name, format, { ...loaded.theme, name: '' }]);
  const held = pictures.get(key);
  if (held) return held;
  const made = draw(name, loaded, format);
  pictures.set(key, made);
  return made;
};
const draw = (name: string, loaded: LoadedTheme & { theme: Theme }, format: Format): ReturnType<typeof picture> =>
  picture(
    THINGS.find((thing) => thing.name === name)!,
    loaded,
    { template, strings, format },
  );

const isWhole = (loaded: LoadedTheme): loaded is LoadedTheme & { theme: Theme } => loaded.theme !== undefined;

/** What changes when a token does: the first thing that is drawn otherwise, or why nothing is. */
const effectOf = async (group: Group, token: string): Promise<string> => {
  const format = formatOf(group, token);
  const context = SEEN_WITH[token] ?? {};
  const own = group === 'theme' ? undefined : at(calm[group] as Tree, token);
  const value = at(context, token) ?? own ?? at(calm, token);
  const base = await load(group, token, context);
  if (!isWhole(base)) return `an error without any change: ${base.diagnostics[0]?.message}`;
  const seen: string[] = [];
  for (const other of others(token, value)) {
    // One value after the other: the first that is seen is enough.
    // oxlint-disable-next-line no-await-in-loop
    const changed = await load(group, token, over(context, nested(token, other)));
    if (!isWhole(changed)) {
      seen.push(`${String(other)}: ${changed.diagnostics[0]?.message}`);
      continue;
    }
    if (changed.fonts?.field !== base.fonts?.field) return 'the font of the fields';
    const leaves = new Map(leavesOf(base.theme));
    const differ = leavesOf(changed.theme)
      .filter(([leaf, now]) => leaf !== 'name' && leaves.get(leaf) !== now)
      .map(([leaf]) => leaf);
    for (const { name } of THINGS) {
      // oxlint-disable-next-line no-await-in-loop
      const was = await before(name, base, format);
      if (!was || !differ.some((leaf) => was.asked.has(leaf))) continue;
      // oxlint-disable-next-line no-await-in-loop
      const after = await draw(name, changed, format);
      if (after && after.text !== was.text) return name;
    }
    seen.push(`${String(other)}: nothing is drawn otherwise`);
  }
  return `none (${seen.join('; ')})`;
};

describe.each(['theme', ...OVERRIDES] as const)('each token of %s', (group) => {
  test.each(Object.keys(tokens))(
    'is seen where it changes: %s',
    async (key) => {
      const idle: string[] = [];
      for (const token of TOKENS.filter((each) => each.startsWith(`${key}.`) && holds(group, each))) {
        // oxlint-disable-next-line no-await-in-loop
        const effect = await effectOf(group, token);
        if (/^(?:none|an error)/.test(effect)) idle.push(`${token}: ${effect}`);
      }
      expect(idle).toEqual([]);
    },
    PATIENCE,
  );

  test('is an error where it could never be seen', async () => {
    const silent: string[] = [];
    for (const token of TOKENS.filter((each) => !holds(group, each))) {
      // oxlint-disable-next-line no-await-in-loop
      const { diagnostics } = await load(group, token, nested(token, at(calm, token)));
      if (diagnostics[0]?.code !== 'unreachable-token') silent.push(token);
    }
    expect(silent).toEqual([]);
  });
});
