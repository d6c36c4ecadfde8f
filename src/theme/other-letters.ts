/** Finds the packaged fonts for letters that the fonts of a theme lack: a serif with Greek, Cyrillic and all of Latin. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { create, type Font } from 'fontkit';

/** Whether fonts have a code point. */
type Has = (codePoint: number) => boolean;

const FAMILY = '@expo-google-fonts/source-serif-4';

const fileOf = (cut: string): string => {
  const folder = path.join(path.dirname(createRequire(import.meta.url).resolve(`${FAMILY}/package.json`)), cut);
  const name = readdirSync(folder).find((one) => one.endsWith('.ttf'));
  if (name === undefined) throw new Error(`expected the packaged font ${FAMILY}/${cut}`);
  return path.join(folder, name);
};

/** The TrueType files, absolute, by weight. */
export const otherLetterFiles = (): { weight: number; file: string }[] => [
  { weight: 400, file: fileOf('400Regular') },
  { weight: 700, file: fileOf('700Bold') },
];

/** Whether a theme’s fonts or these have a code point; these are read when a theme’s lack one. @param has whether the theme’s fonts have it */
export const withOtherLetters = (has: Has): Has => {
  let fonts: Font[] | undefined;
  return (codePoint) => {
    if (has(codePoint)) return true;
    fonts ??= otherLetterFiles().map(({ file }) => create(readFileSync(file)) as Font);
    return fonts.every((font) => font.hasGlyphForCodePoint(codePoint));
  };
};
