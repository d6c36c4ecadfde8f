/** Sets the accent colour of a practice in a theme, darkened for text where it lacks contrast. */
import type { Diagnostic, Location } from '../diagnostics/diagnostic.ts';
import { warning } from '../diagnostics/make.ts';
import type { Theme } from '../kit/theme.ts';
import { contrast, hueApart, nearestPassing } from '../theme/contrast.ts';

/** Text needs 4.5 to 1, what is needed to see a drawing 3 to 1 (WCAG 2.2, 1.4.3 and 1.4.11). */
const TEXT = 4.5;
const DRAWING = 3;
/** The enhanced contrast of themes for low vision (WCAG 2.2, 1.4.6). */
const ENHANCED = 7;

/** The sheet that a page is printed on. */
const SHEET = '#ffffff';

/** The contrast that the accent needs: 7 to 1 in a theme whose other colours all have it. */
const textNeed = ({ colors }: Theme): number => {
  const read = [colors.ink, colors.muted, colors.accent, colors.title, colors.signal, colors.edge];
  return read.every((color) => contrast(color, SHEET) >= ENHANCED) ? ENHANCED : TEXT;
};

const shown = (ratio: number): string => `${Math.floor(ratio * 100) / 100} to 1`;

/**
 * Replaces the accent colour of a theme. An ink-saving theme is returned unchanged, since it is grey.
 *
 * @param accent the colour as #rrggbb, and its place in practice.yaml
 * @returns the theme, and a warning when text needs a darker colour than the given one
 */
export const withAccent = (theme: Theme, { color, at }: { color: string; at: Location }): { theme: Theme; diagnostics: Diagnostic[] } => {
  if (theme.inkSaver) return { theme, diagnostics: [] };
  const { paper, tint } = theme.colors;
  const least = (ratio: number, grounds: readonly string[]) => (tried: string) => grounds.every((ground) => contrast(tried, ground) >= ratio);
  const need = textNeed(theme);
  // If no colour of the same hue passes, the accent of the theme is kept.
  const accent = nearestPassing(color, least(need, [SHEET, paper, tint])) ?? theme.colors.accent;
  const mark = nearestPassing(color, least(DRAWING, [SHEET, paper])) ?? accent;
  // Titles that have the accent of the theme change with it.
  const title = theme.colors.title === theme.colors.accent ? accent : theme.colors.title;
  // Notes and safety notes are told apart by their icons and words; their colours do not say otherwise.
  const signal = hueApart(theme.colors.signal, mark, least(need, [SHEET, paper]));
  const branded = { ...theme, colors: { ...theme.colors, accent, mark, title, signal } };
  if (accent === color) return { theme: branded, diagnostics: [] };
  const [ground, found] = contrast(color, SHEET) < need ? ['white', contrast(color, SHEET)] : [`the tint ${tint}`, contrast(color, tint)];
  const drawings = mark === color ? `bars and drawings keep "${color}"` : `bars and drawings get "${mark}", which has ${DRAWING} to 1`;
  const message = `expected a contrast of at least ${need} to 1 for text on ${ground}, found ${shown(found)} ("${color}"): words are set in "${accent}"`;
  return { theme: branded, diagnostics: [warning('low-contrast', message, at, drawings, `write "${accent}" to have one colour for both`)] };
};
