/** Adds defaults to the JSON Schema of themes: the values of the template calm, which most themes extend. */
import { readChain } from '../theme/extends-chain.ts';

interface Described {
  properties?: Record<string, Described>;
  default?: unknown;
}

/** The template whose values are the defaults. */
const DEFAULT_TEMPLATE = 'calm';

const isTree = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const describe = (schema: Described, values: Record<string, unknown>): void => {
  for (const [key, inner] of Object.entries(schema.properties ?? {})) {
    const value = values[key];
    if (value === undefined || key === 'about') continue;
    if (isTree(value)) describe(inner, value);
    else inner.default = value;
  }
};

/** Adds the defaults as they are written in calm's theme.yaml. */
export const addDefaults = async (schema: Record<string, unknown>): Promise<void> => {
  const { links } = await readChain(DEFAULT_TEMPLATE, { cwd: '/' });
  describe(schema as Described, (links.at(-1)?.document?.toJS() ?? {}) as Record<string, unknown>);
};
