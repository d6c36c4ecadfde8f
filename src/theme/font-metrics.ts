/** Measures fonts for components: where the baseline is, and how wide letters are. */
import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';
import { BoundedMap } from '../system/bounded-map.ts';
import { stampOf } from '../system/file-stamp.ts';
import { PROSE_SAMPLE } from '../kit/field-capacity.ts';
import type { FontMetrics } from '../kit/theme.ts';

/** Typical text, whose mean width of letters is that of most texts in English and Spanish. */
export const SAMPLE = 'What would you like the other person to know before you begin? Take your time. ¿Qué quieres que sepa la otra persona antes de empezar?';
/** Decimals of the measures, which are used for estimates. */
const DECIMALS = 3;

/** A cache, by the paths and stamps of files. */
const known = new BoundedMap<string, FontMetrics>(500);

/**
 * Measures a font. The result is cached until the file changes.
 *
 * @param file absolute path of a TrueType file
 * @returns measures as shares of the font size
 */
export const fontMetrics = (file: string): FontMetrics => {
  const key = `${file} ${stampOf(file)}`;
  const held = known.get(key);
  if (held) return held;
  const font = create(readFileSync(file)) as Font;
  const share = (units: number): number => Number((units / font.unitsPerEm).toFixed(DECIMALS));
  const digits = Array.from({ length: 10 }, (_, digit) => font.glyphForCodePoint('0'.charCodeAt(0) + digit).advanceWidth);
  const metrics = {
    ascent: share(font.ascent),
    capitals: share(font.capHeight),
    letter: share(font.layout(SAMPLE).advanceWidth / SAMPLE.length),
    digit: share(Math.max(...digits)),
    prose: share(font.layout(PROSE_SAMPLE).advanceWidth / PROSE_SAMPLE.length),
  };
  known.set(key, metrics);
  return metrics;
};
