/** Applies the branding of a practice to a theme: its colour, and room for its footer. */
import type { Diagnostic, Location } from '../diagnostics/diagnostic.ts';
import { warning } from '../diagnostics/make.ts';
import type { Theme } from '../kit/theme.ts';
import { withAccent } from './accent-colour.ts';
import type { LoadedPractice } from './load.ts';

/** The margin that home printers cannot print on, in points. */
const PRINTABLE = 18;

/** Makes room for two lines at the foot of the page: a bottom margin that is too small grows by a few points. */
const withFooter = (theme: Theme): Theme => {
  const { paper, type, space } = theme;
  return { ...theme, paper: { ...paper, bottom: Math.max(paper.bottom, PRINTABLE + 2 * type.furniture.leading + space.xs) } };
};

/** Warns of a footer that is wider than the text area, and would be cut off. */
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
 * Applies the colour and the footer of a practice.
 *
 * @returns the theme, and warnings about the colour and the footer
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
