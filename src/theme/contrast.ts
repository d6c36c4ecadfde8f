/** Whether the colours of a theme can be told from what they stand on, by the numbers of WCAG 2.2. */
import { clampChroma, converter, formatHex, modeLrgb, modeOklch, modeRgb, useMode, wcagContrast } from 'culori/fn';
import type { Diagnostic, Location } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import type { Theme } from '../kit/theme.ts';

for (const mode of [modeRgb, modeLrgb, modeOklch]) useMode(mode as Parameters<typeof useMode>[0]);

type ColorName = keyof Theme['colors'];
type StyleName = keyof Theme['type'];

/** The sheet that a page is printed on, and the ground that viewers show it on: a theme paints no ground of its own. */
const SHEET = '#ffffff';

/** Text needs 4.5 to 1, large text 3 to 1 (WCAG 2.2, 1.4.3); what is needed to see where to write needs 3 to 1 (1.4.11). */
const NEEDED = { text: 4.5, large: 3, line: 3 };
/** From which size on, in points, text is large: in a regular cut and in a bold one (WCAG 2.2, "large scale"). */
const LARGE = { regular: 18, bold: 14 };

/** The colours that text is set in, each with the type styles that are set in it. Links stand in any text. */
const TEXTS: Partial<Record<ColorName, readonly StyleName[] | 'all'>> = {
  ink: 'all',
  accent: 'all',
  title: ['title', 'stepTitle'],
  muted: ['hint', 'furniture'],
  signal: ['label'],
};
/** The colours of rules to write on and of the edges of boxes to tick. */
const LINES: readonly ColorName[] = ['rule', 'edge'];
/** The colours of text that stands on the tint: heads of tables. */
const ON_TINT: ReadonlySet<ColorName> = new Set(['ink']);

/** What a colour needs on the grounds that it stands on. */
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
/** Lightness is tried in steps too small to see. */
const STEPS = 1000;

/**
 * The colour nearest to another that passes: of the same hue and as colourful as the screen can show it, lighter or darker (in Oklch).
 *
 * @param color as #rrggbb
 * @param passes tells of a colour, as #rrggbb, whether it does
 * @returns as #rrggbb; nothing where no lightness passes
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

const isLarge = ({ size, font }: { size: number; font?: string }): boolean => size >= (font === 'bold' ? LARGE.bold : LARGE.regular);

/** What each colour of a theme needs: the smallest text that is set in it decides. */
const needsOf = ({ type }: Theme): Need[] => [
  ...Object.entries(TEXTS).map(([token, styles]): Need => {
    const all = styles === 'all' ? Object.values(type) : styles.map((style) => type[style]);
    const large = all.every(isLarge);
    return { token: token as ColorName, what: large ? 'large text' : 'text', ratio: large ? NEEDED.large : NEEDED.text };
  }),
  ...LINES.map((token): Need => ({ token, what: 'lines to write on and edges of boxes', ratio: NEEDED.line })),
];

/** Cut, not rounded: 4.499 is less than 4.5. */
const shown = (ratio: number): string => `${Math.floor(ratio * 100) / 100} to 1`;

/**
 * Checks that text and lines of a theme can be told from what they stand on: the sheet, the paper behind typed words, the tint of heads.
 *
 * @param place where a token is written
 * @returns an error for each colour that fails, at its place, with the nearest colour that would pass
 */
export const checkContrast = (theme: Theme, place: (token: readonly string[]) => Location | undefined): Diagnostic[] => {
  const { colors } = theme;
  const needs = needsOf(theme);
  const holds = ({ token, ratio }: Need, ground: string, color = colors[token]): boolean => contrast(color, ground) >= ratio;
  const tell = (token: ColorName, message: string, nearest: string | undefined): Diagnostic =>
    error('low-contrast', message, place(['colors', token]), ...(nearest ? [`the nearest colour that passes: "${nearest}"`] : []));

  const failing = needs.filter((need) => !holds(need, SHEET));
  const problems = failing.map((need) => {
    const { token, what, ratio } = need;
    const grounds = [colors.paper, ...(ON_TINT.has(token) ? [colors.tint] : [])];
    const onSheet = (color: string): boolean => holds(need, SHEET, color);
    // A colour that holds on the other grounds, too, where there is one.
    const nearest =
      nearestPassing(colors[token], (color) => onSheet(color) && grounds.every((ground) => holds(need, ground, color))) ??
      nearestPassing(colors[token], onSheet);
    return tell(
      token,
      `expected a contrast of at least ${ratio} to 1 for ${what} on white, found ${shown(contrast(colors[token], SHEET))} (${colors[token]})`,
      nearest,
    );
  });

  // What holds on the sheet and not on a tinted ground is the fault of that ground.
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
      tell(
        ground,
        `expected a ground on which ${what} has a contrast of at least ${ratio} to 1, found ${shown(contrast(colors[token], colors[ground]))} (${token} ${colors[token]} on ${colors[ground]})`,
        nearest,
      ),
    );
  }
  return problems;
};
