/** Decides which groups of a theme's overrides apply to a format. */
import type { Format } from '../options/option-values.ts';
import { OVERRIDES, type OverrideName } from './schema.ts';

const APPLIES: Record<OverrideName, (format: Format) => boolean> = {
  a5: ({ paper }) => paper === 'a5',
  'large-print': ({ largePrint }) => largePrint ?? false,
  'ink-saver': ({ inkSaver }) => inkSaver ?? false,
};

/** The groups that apply, in order. */
export const overridesFor = (format: Format): OverrideName[] => OVERRIDES.filter((name) => APPLIES[name](format));

/** The groups that a theme needs for their format: without them the format would look like the normal one. A5 needs only its margins. */
export const NEEDED: readonly OverrideName[] = ['large-print', 'ink-saver'];
