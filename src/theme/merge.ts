/** Themes over themes: a token that is given stands in for the one that was there. */
import { OVERRIDES, type OverrideName, type ThemeFile, tokens } from './schema.ts';

type Tree = { [key: string]: unknown };

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);

/** One tree over another, leaf by leaf. */
const over = (below: Tree, above: Tree): Tree => {
  const result: Tree = { ...below };
  for (const [key, value] of Object.entries(above)) {
    if (value === undefined) continue;
    const held = result[key];
    result[key] = isTree(value) && isTree(held) ? over(held, value) : value;
  }
  return result;
};

/**
 * Lays themes over each other, token by token.
 *
 * @param themes from the one that extends none to the one that was asked for
 * @returns the tokens that hold; without what a theme says of itself (`extends`, `about`)
 */
export const merge = (themes: readonly ThemeFile[]): Tree => {
  const { extends: _, about: __, ...merged } = themes.reduce<Tree>((below, above) => over(below, above), {});
  return merged;
};

/**
 * The tokens that hold where some of a theme's groups of overrides do.
 *
 * @param merged what `merge` gives: an override of any theme of the chain stands before the tokens of all of them
 * @param names the groups that hold, each laid over those before it
 */
export const withOverrides = (merged: Tree, names: readonly OverrideName[]): Tree => {
  const base = Object.fromEntries(Object.entries(merged).filter(([key]) => !OVERRIDES.includes(key as OverrideName)));
  return names.reduce((below, name) => over(below, (merged[name] ?? {}) as Tree), base);
};

interface Shaped {
  shape?: Record<string, unknown>;
  unwrap?: () => Shaped;
}

/** The keys inside a group of tokens; none for a token. */
const shapeOf = (schema: unknown): Record<string, unknown> | undefined => {
  const { shape, unwrap } = schema as Shaped;
  if (shape) return shape;
  return typeof unwrap === 'function' ? shapeOf((schema as Required<Shaped>).unwrap()) : undefined;
};

/** The names of the tokens that a merged theme lacks, such as `colors.ink`. */
export const missingTokens = (merged: Tree): string[] => {
  const missing: string[] = [];
  const look = (shape: Record<string, unknown>, tree: Tree, before: readonly string[]): void => {
    for (const [key, schema] of Object.entries(shape)) {
      const inner = shapeOf(schema);
      const value = tree[key];
      if (inner) look(inner, isTree(value) ? value : {}, [...before, key]);
      else if (value === undefined) missing.push([...before, key].join('.'));
    }
  };
  look(tokens, merged, []);
  return missing;
};
