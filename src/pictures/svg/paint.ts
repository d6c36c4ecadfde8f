/** Rewrites the colours and opacities of a style in the few forms that are drawn. */
import { converter, parse } from 'culori';
import type { Declarations } from './css-rules.ts';

const toRgb = converter('rgb');

/** Properties whose value is a colour, each with the property for its opacity. */
export const COLOURS: Record<string, string | undefined> = { fill: 'fill-opacity', stroke: 'stroke-opacity', 'stop-color': 'stop-opacity', color: undefined };
/** Keywords that may stand in place of a colour. */
const WORDS = new Set(['none', 'inherit', 'currentcolor', 'transparent']);

/** The id in `url(#id)`. */
export const urlTarget = (value: string): string | undefined => /^url\(\s*["']?([^"')]*)["']?\s*\)/i.exec(value)?.[1];

/**
 * A colour as `#rrggbb`, and its opacity from 0 to 1.
 *
 * @returns nothing for an unknown colour
 */
export const colourOf = (value: string): { colour: string; opacity: number } | undefined => {
  // SVG allows a second colour, for printing presses, after the first one: "#cd853f icc-color(acmecmyk, 0.11, 0.48)".
  const rgb = toRgb(parse(value.replace(/\s+(?:icc-color|device-cmyk)\(.*$/i, '')));
  if (!rgb) return undefined;
  const byte = (share: number): string =>
    Math.round(Math.min(1, Math.max(0, share)) * 255)
      .toString(16)
      .padStart(2, '0');
  return { colour: `#${byte(rgb.r)}${byte(rgb.g)}${byte(rgb.b)}`, opacity: rgb.alpha ?? 1 };
};

/** A percentage as a number: "50%" is 0.5. */
const share = (value: string): string => (value.endsWith('%') ? String(Number(value.slice(0, -1)) / 100) : value);

/**
 * Rewrites a style in the forms that are drawn: colours as `#rrggbb`, percentages as numbers.
 *
 * @param wrong called with each value that is no colour
 */
export const normalized = (style: Declarations, wrong: (value: string) => void): Declarations => {
  const result: Declarations = {};
  for (const [property, value] of Object.entries(style)) {
    if (value === '') continue;
    if (!(property in COLOURS)) {
      result[property] = property.endsWith('opacity') ? share(value) : value;
      continue;
    }
    const word = value.toLowerCase();
    if (urlTarget(value) !== undefined) result[property] = paintUrl(value);
    else if (WORDS.has(word)) result[property] = word === 'transparent' ? 'none' : word === 'currentcolor' ? 'currentColor' : word;
    else {
      const found = colourOf(value);
      if (found) result[property] = found.colour;
      else wrong(value);
    }
  }
  // A colour may have an opacity of its own, beside that of its property.
  for (const [property, opaque] of Object.entries(COLOURS)) {
    const alpha = colourOf(style[property] ?? '')?.opacity ?? 1;
    if (opaque && alpha < 1) result[opaque] = String(alpha * Number(share(style[opaque] ?? '1')));
  }
  return result;
};

/** `url("#a") red` without quotation marks, its fallback as `#rrggbb`. */
const paintUrl = (value: string): string => {
  const target = urlTarget(value) ?? '';
  const fallback = colourOf(value.slice(value.indexOf(')') + 1).trim())?.colour;
  return `url(${target})${fallback ? ` ${fallback}` : ''}`;
};
