/** Finds which characters the fonts of a theme have. */
import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';
import type { FontFiles } from './fonts.ts';

/**
 * Makes a function that tells whether every text font has a code point: any text may be set in regular, in bold, as a title or as a note.
 *
 * @param fonts the font files of a theme
 */
export const coverage = ({ text, title, note }: FontFiles): ((codePoint: number) => boolean) => {
  const files = [...new Set([text.regular, text.bold, title, note])];
  const fonts = files.map((file) => create(readFileSync(file)) as Font);
  return (codePoint) => fonts.every((font) => font.hasGlyphForCodePoint(codePoint));
};
