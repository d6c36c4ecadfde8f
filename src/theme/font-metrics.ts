/** What components need to know of a font: where its baseline lies, how wide its letters are. */
import { readFile } from 'node:fs/promises';
import { create, type Font } from 'fontkit';
import { BoundedMap } from '../system/bounded-map.ts';
import { stampOf } from '../system/file-stamp.ts';
import type { FontMetrics } from '../kit/theme.ts';

/** Words as they stand on a page; their mean width is that of most texts in either language. */
export const SAMPLE = 'What would you like the other person to know before you begin? Take your time. ¿Qué quieres que sepa la otra persona antes de empezar?';
/** A line is broken by estimates alone, where it is: more decimals would be false. */
const DECIMALS = 3;

/** What was measured, by the names and stamps of files. */
const known = new BoundedMap<string, FontMetrics>(500);

/**
 * Measures a font; kept for as long as the program runs and the file is as it was.
 *
 * @param file absolute path of a TrueType file
 * @returns shares of the size of the letters
 */
export const fontMetrics = async (file: string): Promise<FontMetrics> => {
  const key = `${file} ${stampOf(file)}`;
  const held = known.get(key);
  if (held) return held;
  const font = create(await readFile(file)) as Font;
  const share = (units: number): number => Number((units / font.unitsPerEm).toFixed(DECIMALS));
  const digits = Array.from({ length: 10 }, (_, digit) => font.glyphForCodePoint('0'.charCodeAt(0) + digit).advanceWidth);
  const metrics = {
    ascent: share(font.ascent),
    capitals: share(font.capHeight),
    letter: share(font.layout(SAMPLE).advanceWidth / SAMPLE.length),
    digit: share(Math.max(...digits)),
  };
  known.set(key, metrics);
  return metrics;
};
