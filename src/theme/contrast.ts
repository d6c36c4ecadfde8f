/** Checks the contrast between the colours of a theme and their backgrounds, by WCAG 2.2. */
import { clampChroma, converter, formatHex, modeLrgb, modeOklch, modeRgb, useMode, wcagContrast } from 'culori/fn';
import type { Diagnostic, Location } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import type { Theme } from '../kit/theme.ts';

for (const mode of [modeRgb, modeLrgb, modeOklch]) useMode(mode as Parameters<typeof useMode>[0]);

type ColorName = keyof Theme['colors'];
type StyleName = keyof Theme['type'];

/** The background of every page: white, on paper and in viewers, since themes paint no background. */
const SHEET = '#ffffff';

/** Text needs 4.5 to 1, large text 3 to 1 (WCAG 2.2, 1.4.3); what is needed to see where to write needs 3 to 1 (1.4.11). */
const NEEDED = { text: 4.5, large: 3, line: 3 };
/** The least size of large text in points, regular and bold (WCAG 2.2, "large scale"). */
const LARGE = { regular: 18, bold: 14 };

/** The text colours, with the type styles that use them. Links, in the accent colour, may be in any text. */
const TEXTS: Partial<Record<ColorName, readonly StyleName[] | 'all'>> = {
  ink: 'all',
  accent: 'all',
  title: ['title', 'stepTitle'],
  muted: ['hint', 'furniture'],
  signal: ['label'],
};
/** The colours of rules to write on and of the edges of boxes to tick. */
const LINES: readonly ColorName[] = ['rule', 'edge'];
/** The colours of text on tinted backgrounds: heads of tables. */
const ON_TINT: ReadonlySet<ColorName> = new Set(['ink']);

/** The contrast that a colour needs on its backgrounds. */
interface Need {
  token: ColorName;
  what: string;
  ratio: number;
}

/**
 * The contrast of two colours: (L1 + 0.05) / (L2 + 0.05), where L1 and L2 are their relative luminances, the lighter first
 * (WCAG 2.2, "contrast ratio" and "relative luminance").
 *
 * @param one as #rrggbb, as the other
 * @returns from 1 (the same) to 21 (black on white)
 */
export const contrast = (one: string, other: string): number => wcagContrast(one, other);

const toOklch = converter('oklch');
/** The number of lightness steps, which are too small to see. */
const STEPS = 1000;

/**
 * The nearest colour that passes a test: of the same hue, lighter or darker, with as much chroma as sRGB allows (in Oklch).
 *
 * @param color as #rrggbb
 * @param passes the test, for a colour as #rrggbb
 * @returns a colour as #rrggbb; undefined if no lightness passes
 */
export const nearestPassing = (color: string, passes: (color: string) => boolean): string | undefined => {
  const from = toOklch(color);
  if (!from) return undefined;
  const at = (lightness: number): string => formatHex(clampChroma({ ...from, l: lightness }, 'oklch'));
  for (let step = 0; step <= STEPS; step += 1) {
    for (const lightness of [from.l - step / STEPS, from.l + step / STEPS]) {
      if (lightness < 0 || lightness > 1) continue;
      const candidate = at(lightness);
      if (passes(candidate)) return candidate;
    }
  }
  return undefined;
};

/** Colours whose hues are nearer than this are taken for one, in degrees of Oklch. */
const APART = 40;
/** With less chroma a colour is a grey, and has no hue to speak of. */
const GREY = 0.03;

/**
 * A colour that is told from another one by its hue: itself where it is, else turned away from it.
 *
 * @param color as #rrggbb, as the other
 * @param passes the test that the colour has to pass, for a colour as #rrggbb
 */
export const hueApart = (color: string, other: string, passes: (color: string) => boolean): string => {
  const [from, to] = [toOklch(color), toOklch(other)];
  if (!from || !to || from.c < GREY || to.c < GREY || from.h === undefined || to.h === undefined) return color;
  const away = ((from.h - to.h + 540) % 360) - 180;
  if (Math.abs(away) >= APART) return color;
  const turned = formatHex(clampChroma({ ...from, h: to.h + (away < 0 ? -APART : APART) }, 'oklch'));
  return nearestPassing(turned, passes) ?? color;
};

const isLarge = ({ size, font }: { size: number; font?: string }): boolean => size >= (font === 'bold' ? LARGE.bold : LARGE.regular);

/** The contrast that each colour needs, which depends on the smallest text in that colour. */
const needsOf = ({ type }: Theme): Need[] => [
  ...Object.entries(TEXTS).map(([token, styles]): Need => {
    const all = styles === 'all' ? Object.values(type) : styles.map((style) => type[style]);
    const large = all.every(isLarge);
    return { token: token as ColorName, what: large ? 'large text' : 'text', ratio: large ? NEEDED.large : NEEDED.text };
  }),
  ...LINES.map((token): Need => ({ token, what: 'lines to write on and edges of boxes', ratio: NEEDED.line })),
];

/** A ratio with two decimals, cut rather than rounded: 4.499 must not be shown as 4.5. */
const shown = (ratio: number): string => `${Math.floor(ratio * 100) / 100} to 1`;

/**
 * Checks the contrast of text and lines on their backgrounds: white, the paper behind typed text, and the tint of table heads.
 *
 * @param place gives the place of a token
 * @returns an error for each colour that fails, with the nearest colour that passes
 */
export const checkContrast = (theme: Theme, place: (token: readonly string[]) => Location | undefined): Diagnostic[] => {
  const { colors } = theme;
  const needs = needsOf(theme);
  const holds = ({ token, ratio }: Need, ground: string, color = colors[token]): boolean => contrast(color, ground) >= ratio;
  const contrastError = (token: ColorName, message: string, nearest: string | undefined): Diagnostic =>
    error('low-contrast', message, place(['colors', token]), ...(nearest ? [`the nearest colour that passes: "${nearest}"`] : []));

  const failing = needs.filter((need) => !holds(need, SHEET));
  const problems = failing.map((need) => {
    const { token, what, ratio } = need;
    const grounds = [colors.paper, ...(ON_TINT.has(token) ? [colors.tint] : [])];
    const onSheet = (color: string): boolean => holds(need, SHEET, color);
    // Preferably a colour that passes on the other backgrounds too.
    const nearest =
      nearestPassing(colors[token], (color) => onSheet(color) && grounds.every((ground) => holds(need, ground, color))) ??
      nearestPassing(colors[token], onSheet);
    return contrastError(
      token,
      `expected a contrast of at least ${ratio} to 1 for ${what} on white, found ${shown(contrast(colors[token], SHEET))} (${colors[token]})`,
      nearest,
    );
  });

  // A colour that passes on white but not on a tinted background: the background is reported.
  const good = needs.filter((need) => !failing.includes(need));
  for (const [ground, standing] of [
    ['paper', good],
    ['tint', good.filter(({ token }) => ON_TINT.has(token))],
  ] as const) {
    const worst = standing.find((need) => !holds(need, colors[ground]));
    if (!worst) continue;
    const { token, what, ratio } = worst;
    const nearest = nearestPassing(colors[ground], (color) => standing.every((need) => holds(need, color)));
    problems.push(
      contrastError(
        ground,
        `expected a ground on which ${what} has a contrast of at least ${ratio} to 1, found ${shown(contrast(colors[token], colors[ground]))} (${token} ${colors[token]} on ${colors[ground]})`,
        nearest,
      ),
    );
  }
  return problems;
};
