/** Which characters the fonts of a theme can show. */
import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';
import type { FontFiles } from './fonts.ts';

/**
 * Tells of a character whether every font that sets text can show it: any text may be set in bold, or as a title.
 *
 * @param fonts the files of a theme
 * @returns a function of a code point
 */
export const coverage = ({ text, title }: FontFiles): ((codePoint: number) => boolean) => {
  const files = [...new Set([text.regular, text.bold, title])];
  const fonts = files.map((file) => create(readFileSync(file)) as Font);
  return (codePoint) => fonts.every((font) => font.hasGlyphForCodePoint(codePoint));
};
