/** A mistake for each code that tells of a theme, and of what a practice gives. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { loadTheme } from '../../../src/theme/load.ts';
import { png } from '../../pages/png.ts';
import type { Mistake, Mistakes } from './place.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const FONT = path.join(root, 'node_modules/@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf');

/** A template of this theme. */
const theme =
  (text: string, files: Record<string, string | Uint8Array> = {}): Mistake =>
  async (place) => {
    await place.template(files, text);
    return place.check({ template: './look' });
  };

export const themes: Mistakes<'theme'> = {
  'extends-cycle': theme('extends: ../look\n'),
  'font-damaged': async (place) => theme('extends: calm\nfonts: { title: Mine.ttf }\n', { 'Mine.ttf': (await readFile(FONT)).subarray(0, 2000) })(place),
  'font-missing': theme('extends: calm\nfonts: { title: Mine.ttf }\n'),
  'font-outside': theme('extends: calm\nfonts: { title: ../Mine.ttf }\n'),
  'unreachable-token': theme('extends: calm\nlarge-print: { papers: { a5: { inner: 60 } } }\n'),
  'low-contrast': theme('extends: calm\ncolors: { ink: "#eeeeee" }\n'),
  misfit: theme('extends: calm\nscale: { pitch: 20 }\n'),
  'missing-token': theme('about: All by itself.\n'),
  'no-override': async (place) => {
    const tokens = await readFile(path.join(root, 'templates/calm/theme.yaml'), 'utf8');
    await place.template({}, tokens.slice(0, tokens.indexOf('\na5:')));
    return (await loadTheme('./look', { paper: 'letter', largePrint: true, cwd: place.home })).diagnostics;
  },
  'not-a-font': theme('extends: calm\nfonts: { title: Mine.ttf }\n', { 'Mine.ttf': 'words' }),
  'not-a-template': async (place) => {
    await place.write({ 'look/notes.txt': 'words' });
    return place.check({ template: './look' });
  },
  'font-remote': theme('extends: calm\nfonts: { title: https://example.org/Mine.ttf }\n'),
  'unknown-font': theme('extends: calm\nfonts: { title: packaged:litterata/400Regular }\n'),
  'unknown-template': (place) => place.check({ template: 'clam' }),
  'wrong-colour': theme('extends: calm\ncolors: { accent: teal }\n'),
  'wrong-unit': theme('extends: calm\nspace: { m: 16px }\n'),
};

const practiceFile =
  (text: string, files: Record<string, string | Uint8Array> = {}): Mistake =>
  async (place) => {
    await place.write({ 'book/practice.yaml': text, ...files });
    return place.check();
  };
/** A picture of this many pixels at each side, of nothing that can be packed. */
const square = (side: number): Buffer => png({ width: side, height: side, pixels: randomBytes(side * side * 4) });

export const practice: Mistakes<'practice'> = {
  'coarse-logo': practiceFile('name: Harbor\nlogo: logo.png\n', { 'book/logo.png': square(20) }),
  'heavy-logo': practiceFile('name: Harbor\nlogo: logo.png\n', { 'book/logo.png': square(700) }),
  'long-footer': practiceFile(`name: Harbor\nfooter: ${'Harbor Counseling, Portland. '.repeat(4)}\n`),
  'practice-place': practiceFile('name: Harbor\n', { 'book/en/practice.yaml': 'name: Harbor\n' }),
};
