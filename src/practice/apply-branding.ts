/** A theme for the copies of a practice: its colour, and room for its line at the foot of each page. */
import type { Diagnostic, Location } from '../diagnostics/diagnostic.ts';
import { warning } from '../diagnostics/make.ts';
import type { Theme } from '../kit/theme.ts';
import { withAccent } from './accent-colour.ts';
import type { LoadedPractice } from './load.ts';

/** No printer at home reaches closer to the edge of the sheet, in points. */
const PRINTABLE = 18;

/** Two lines at the foot instead of one: where the margin is too low for them, it gives way by a few points. */
const withFooter = (theme: Theme): Theme => {
  const { paper, type, space } = theme;
  return { ...theme, paper: { ...paper, bottom: Math.max(paper.bottom, PRINTABLE + 2 * type.furniture.leading + space.xs) } };
};

/** Warns of a line that is longer than the page is wide: it would be cut at the edge. */
const tooLong = (footer: string, { paper, column, type, fonts }: Theme, at: Location): Diagnostic[] => {
  const width = paper.width - paper.inner - paper.outer - (column.margin === 0 ? 0 : column.margin + column.gap);
  const { size, font } = type.furniture;
  const room = Math.floor(width / (fonts.metrics[font].letter * size));
  const { length } = [...footer];
  if (length <= room) return [];
  return [
    warning(
      'long-footer',
      `expected a line at the foot of about ${room} characters at most, found ${length}: it is cut at the edge of the page`,
      at,
      'give a shorter line under "footer"',
    ),
  ];
};

/**
 * Puts what a practice gives into a theme.
 *
 * @returns the theme, and warnings about its colour and its line
 */
export const brand = (
  theme: Theme,
  { practice, accent, place }: Pick<LoadedPractice, 'practice' | 'accent' | 'place'>,
): { theme: Theme; diagnostics: Diagnostic[] } => {
  const { footer } = practice ?? {};
  const roomy = footer ? withFooter(theme) : theme;
  const long = footer ? tooLong(footer, theme, place(footer === practice?.name ? 'name' : 'footer')) : [];
  const coloured = accent ? withAccent(roomy, accent) : { theme: roomy, diagnostics: [] };
  return { theme: coloured.theme, diagnostics: [...coloured.diagnostics, ...long] };
};
