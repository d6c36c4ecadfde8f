/** Merges themes: each token of a theme replaces that of the theme that it extends. */
import { OVERRIDES, type OverrideName, type ThemeFile, tokens } from './schema.ts';

type Tree = { [key: string]: unknown };

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Merges two trees; leaves of the second replace those of the first. */
const mergeTrees = (below: Tree, above: Tree): Tree => {
  const result: Tree = { ...below };
  for (const [key, value] of Object.entries(above)) {
    if (value === undefined) continue;
    const held = result[key];
    result[key] = isTree(value) && isTree(held) ? mergeTrees(held, value) : value;
  }
  return result;
};

/**
 * Merges the themes of a chain, token by token.
 *
 * @param themes from the one that extends none to the one that was asked for
 * @returns the merged tokens, without the keys `extends` and `about`
 */
export const merge = (themes: readonly ThemeFile[]): Tree => {
  const { extends: _, about: __, ...merged } = themes.reduce<Tree>((below, above) => mergeTrees(below, above), {});
  return merged;
};

/**
 * Applies groups of overrides to the tokens.
 *
 * @param merged as `merge` returns it: overrides of any theme in the chain replace tokens of all of them
 * @param names the groups that apply, in order
 */
export const withOverrides = (merged: Tree, names: readonly OverrideName[]): Tree => {
  const base = Object.fromEntries(Object.entries(merged).filter(([key]) => !OVERRIDES.includes(key as OverrideName)));
  return names.reduce((below, name) => mergeTrees(below, (merged[name] ?? {}) as Tree), base);
};

interface Shaped {
  shape?: Record<string, unknown>;
  unwrap?: () => Shaped;
}

/** The keys of a group of tokens; undefined for a token. */
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
