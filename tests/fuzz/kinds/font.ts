/** Themes with a font of their own, on a small workbook. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { mutateFont } from '../mutate-font.ts';
import { build, check, FORMAT, someOptions } from '../options.ts';
import { TINY, writeWorkbook } from '../small.ts';
import type { Place, Subject } from '../subject.ts';

/** The fonts that are changed, each for some of the uses that a theme has for one. */
const FONTS = [
  '@expo-google-fonts/literata/400Regular/Literata_400Regular.ttf',
  '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
  '@expo-google-fonts/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf',
];
const USES = ['title: f.ttf', 'field: f.ttf', 'text: { regular: f.ttf }', 'text: { regular: f.ttf, bold: f.ttf }\n  title: f.ttf\n  field: f.ttf'];

export const fontSubject = ({ root, cwd }: Place): Subject => {
  let sources: Buffer[] = [];
  return {
    async prepare() {
      sources = await Promise.all(FONTS.map((font) => readFile(path.join(root, 'node_modules', font))));
      await writeWorkbook(path.join(cwd, 'tiny'), TINY);
    },
    files: (random) =>
      new Map([
        ['lettered/theme.yaml', Buffer.from(`extends: calm\nfonts:\n  ${random.pick(USES)}\n`)],
        ['lettered/f.ttf', mutateFont(random.pick(sources), random)],
      ]),
    steps(random, _, given) {
      const options = { ...(given ?? someOptions(random, 0.2, FORMAT)), template: './lettered' };
      return [check('tiny', options, random), { ...build(cwd, 'tiny', options, random), whenFine: true }];
    },
  };
};
