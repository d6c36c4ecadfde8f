/** The practice's colour in a theme: in words as dark as they need, in bars and drawings as it was given. */
import type { Diagnostic, Location } from '../diagnostics/diagnostic.ts';
import { warning } from '../diagnostics/make.ts';
import type { Theme } from '../kit/theme.ts';
import { contrast, nearestPassing } from '../theme/contrast.ts';

/** Text needs 4.5 to 1, what is needed to see a drawing 3 to 1 (WCAG 2.2, 1.4.3 and 1.4.11). */
const TEXT = 4.5;
const DRAWING = 3;
/** What a theme for low vision keeps throughout (WCAG 2.2, 1.4.6). */
const ENHANCED = 7;

/** The sheet that a page is printed on. */
const SHEET = '#ffffff';

/** A theme whose every text and edge has 7 to 1 promises that of a practice's colour too. */
const textNeed = ({ colors }: Theme): number => {
  const read = [colors.ink, colors.muted, colors.accent, colors.title, colors.signal, colors.edge];
  return read.every((color) => contrast(color, SHEET) >= ENHANCED) ? ENHANCED : TEXT;
};

const shown = (ratio: number): string => `${Math.floor(ratio * 100) / 100} to 1`;

/**
 * Puts a practice's accent in place of the theme's. Where ink is saved, everything stays in greys.
 *
 * @param accent as #rrggbb, and where it is written
 * @returns the theme, and a warning where words had to get a darker colour than was asked for
 */
export const withAccent = (theme: Theme, { color, at }: { color: string; at: Location }): { theme: Theme; diagnostics: Diagnostic[] } => {
  if (theme.inkSaver) return { theme, diagnostics: [] };
  const { paper, tint } = theme.colors;
  const least = (ratio: number, grounds: readonly string[]) => (tried: string) => grounds.every((ground) => contrast(tried, ground) >= ratio);
  const need = textNeed(theme);
  // White or nearly so: black is the nearest that passes on any ground that a theme may have.
  const accent = nearestPassing(color, least(need, [SHEET, paper, tint])) ?? theme.colors.accent;
  const mark = nearestPassing(color, least(DRAWING, [SHEET, paper])) ?? accent;
  // Titles in the colour of the theme follow it: two colours that were one would look like an accident.
  const title = theme.colors.title === theme.colors.accent ? accent : theme.colors.title;
  const branded = { ...theme, colors: { ...theme.colors, accent, mark, title } };
  if (accent === color) return { theme: branded, diagnostics: [] };
  const [ground, found] = contrast(color, SHEET) < need ? ['white', contrast(color, SHEET)] : [`the tint ${tint}`, contrast(color, tint)];
  const drawings = mark === color ? `bars and drawings keep "${color}"` : `bars and drawings get "${mark}", which has ${DRAWING} to 1`;
  const message = `expected a contrast of at least ${need} to 1 for text on ${ground}, found ${shown(found)} ("${color}"): words are set in "${accent}"`;
  return { theme: branded, diagnostics: [warning('low-contrast', message, at, drawings, `write "${accent}" to have one colour for both`)] };
};
