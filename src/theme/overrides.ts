/** Which groups of a theme's overrides hold for an edition: those of its paper, its size of print, its use of ink. */
import type { Format } from '../options/option-values.ts';
import { OVERRIDES, type OverrideName } from './schema.ts';

const HOLDS: Record<OverrideName, (format: Format) => boolean> = {
  a5: ({ paper }) => paper === 'a5',
  'large-print': ({ largePrint }) => largePrint ?? false,
  'ink-saver': ({ inkSaver }) => inkSaver ?? false,
};

/** The groups that hold, in the order in which they are laid over the theme. */
export const overridesFor = (format: Format): OverrideName[] => OVERRIDES.filter((name) => HOLDS[name](format));

/** The groups that a theme cannot do without where they are asked for: without them nothing would change. A5 may do with its margins. */
export const NEEDED: readonly OverrideName[] = ['large-print', 'ink-saver'];
