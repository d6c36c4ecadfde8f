/** Themes that are right: tokens within their ranges, as the schema of themes gives them, on one of the shipped templates. */
import { stringify } from 'yaml';
import { jsonSchema } from '../../src/schema/json-schema.ts';
import { OVERRIDES } from '../../src/theme/schema.ts';
import type { Random } from './random.ts';

/** A part of a JSON Schema, as far as themes have it. */
interface Schema {
  properties?: Record<string, Schema>;
  anyOf?: readonly Schema[];
  type?: string;
  enum?: readonly unknown[];
  minimum?: number;
  maximum?: number;
  pattern?: string;
  default?: unknown;
}

/** A token: where it stands, and values that it may have. */
interface Token {
  path: readonly string[];
  value(random: Random): unknown;
}

const EXTENDED = ['calm', 'calm', 'plain', 'warm', 'bold'];
const FONTS = ['source-serif-4/400Regular', 'source-serif-4/600SemiBold', 'atkinson-hyperlegible-next/400Regular', 'atkinson-hyperlegible-next/800ExtraBold'];
/** Points in a millimetre. */
const MM = 72 / 25.4;

/** A number in a range: mostly near the usual one, at times at an end, at times anywhere. */
const numberValue = (least: number, most: number, usual: number, whole: boolean, random: Random): unknown => {
  const kind = random.next();
  const value = kind < 0.75 ? usual * (0.85 + random.next() * 0.3) : kind < 0.85 ? random.pick([least, most]) : least + (most - least) * random.next() ** 3;
  const held = Math.min(most, Math.max(least, Number(value.toFixed(whole ? 0 : random.below(4)))));
  const inMillimetres = Number((held / MM).toFixed(2));
  return !whole && random.chance(0.1) && inMillimetres * MM >= least && inMillimetres * MM <= most ? `${inMillimetres}mm` : held;
};

/** A colour that can mostly be read on white; a light one where the usual one is light. */
const colourValue = (usual: string, random: Random): string => {
  const light = Number.parseInt(usual.slice(1, 3), 16) > 0xb0;
  const part = (): number => (random.chance(0.05) ? random.below(0x100) : light ? 0xe8 + random.below(0x18) : random.below(0x70));
  return `#${[part(), part(), part()].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
};

const tokensOf = (schema: Schema, path: readonly string[] = []): Token[] => {
  if (schema.properties) return Object.entries(schema.properties).flatMap(([key, inner]) => tokensOf(inner, [...path, key]));
  const number = [schema, ...(schema.anyOf ?? [])].find(({ maximum }) => maximum !== undefined);
  const usual = schema.default;
  if (number) {
    const { minimum = 0, maximum = 0, type } = number;
    return [
      { path, value: (random) => numberValue(minimum, maximum, typeof usual === 'number' ? usual : (minimum + maximum) / 2, type === 'integer', random) },
    ];
  }
  const choices = schema.enum;
  if (choices) return [{ path, value: (random) => random.pick(choices) }];
  if (schema.pattern?.includes('#')) return [{ path, value: (random) => colourValue(String(usual), random) }];
  return path[0] === 'fonts' ? [{ path, value: (random) => `packaged:${random.pick(FONTS)}` }] : [];
};

/** Every token of themes. */
export const themeTokens = async (): Promise<Token[]> =>
  tokensOf((await jsonSchema('theme')) as Schema).filter(({ path: [first] }) => first !== 'extends' && first !== 'about');

type Tree = { [key: string]: Tree | unknown };

/**
 * A theme with some tokens of its own.
 *
 * @param extended the template that it starts from; one of the shipped ones, unless given
 */
export const makeTheme = (tokens: readonly Token[], random: Random, extended = random.pick(EXTENDED)): Buffer => {
  const theme: Tree = { extends: extended };
  for (let count = random.few(1, random.pick([4, 12, 40])); count > 0; count -= 1) {
    const { path, value } = random.pick(tokens);
    const place = random.chance(0.15) ? [random.pick(OVERRIDES), ...path] : path;
    let tree = theme;
    for (const key of place.slice(0, -1)) tree = (tree[key] ??= {}) as Tree;
    tree[place.at(-1) as string] = value(random);
  }
  return Buffer.from(stringify(theme));
};
