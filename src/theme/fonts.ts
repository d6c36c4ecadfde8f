/** Finds the TrueType file of a font that a theme names. */
import { isWithin } from '../system/paths.ts';
import { open, readdir, realpath, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { DiagnosticCode } from '../diagnostics/codes.ts';
import type { Diagnostic, Location } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import { nearest } from '../yaml/index.ts';
import { damageOfFont } from './font-damage.ts';

/** Absolute paths of the TrueType files of a theme. */
export interface FontFiles {
  text: { regular: string; bold: string };
  title: string;
  note: string;
  /** The font of typed answers. */
  field: string;
}

const PACKAGED = 'packaged:';
/** The font families that are installed with the program as packages. */
const FAMILIES = ['atkinson-hyperlegible-next', 'literata', 'source-serif-4'];
const SCOPE = '@expo-google-fonts';

/** The first four bytes of font files (OpenType 1.9, "Organization of an OpenType font"; WOFF 2, section 4.1). */
const FORMATS: Record<string, string> = {
  '00010000': 'TrueType',
  '74727565': 'TrueType',
  '4f54544f': 'an OpenType font with PostScript outlines',
  '74746366': 'a collection of fonts',
  '774f4646': 'a WOFF font of the web',
  '774f4632': 'a WOFF2 font of the web',
};

/**
 * Finds the file of a font.
 *
 * @param written as in theme.yaml: `packaged:family/cut`, or a file inside the template's folder
 * @param folder absolute path of the template
 * @param at the place of the token
 * @returns the absolute path of a TrueType file, or what is wrong with it
 */
export async function findFont(written: string, folder: string, at: Location | undefined): Promise<{ file?: string; diagnostics: Diagnostic[] }> {
  const refuse = (code: DiagnosticCode, message: string, hint: string) => ({ diagnostics: [error(code, message, at, hint)] });
  if (written.startsWith(PACKAGED)) return findPackaged(written.slice(PACKAGED.length), refuse);
  if (/^(?:[a-z][a-z0-9+.-]+:)?\/\//i.test(written)) {
    return refuse(
      'font-remote',
      `expected a font file inside the template folder, found an address: ${written}`,
      'nothing is fetched: download the font into the template folder, and name the file',
    );
  }
  const file = path.resolve(folder, written);
  if (!isWithin(folder, file))
    return refuse(
      'font-outside',
      `expected a font file inside the template folder, found one outside: ${written}`,
      `copy it into ${folder}, and name it from there`,
    );
  const real = await realpath(file).catch(() => undefined);
  if (!real) {
    const near = nearest(
      path.basename(file),
      (await readdir(path.dirname(file)).catch(() => [])).filter((name) => /\.(?:ttf|otf)$/i.test(name)),
    );
    return refuse(
      'font-missing',
      `expected a font file, found none at ${written}`,
      near
        ? `did you mean "${path.posix.join(path.posix.dirname(written), near)}"?`
        : `copy the font into ${folder}, or use one of ${FAMILIES.map((family) => PACKAGED + family).join(', ')}`,
    );
  }
  if (!isWithin(await realpath(folder), real))
    return refuse(
      'font-outside',
      `expected a font file inside the template folder, found a link that leads out of it: ${written}`,
      `copy the file itself into ${folder}`,
    );
  const format = await formatOf(real);
  if (format !== 'TrueType')
    return refuse('not-a-font', `expected a TrueType font, found ${format}: ${written}`, 'use the static .ttf file of the family, one for each weight');
  const damage = await damageOfFont(real);
  if (damage)
    return refuse(
      'font-damaged',
      `expected a whole TrueType font of one cut, found ${damage}: ${written}`,
      'copy the file anew; of a family, use the static .ttf files, one for each weight',
    );
  return { file, diagnostics: [] };
}

type Refuse = (code: DiagnosticCode, message: string, hint: string) => { diagnostics: Diagnostic[] };

/** A font of a package: `family/cut`. */
async function findPackaged(name: string, refuse: Refuse): Promise<{ file?: string; diagnostics: Diagnostic[] }> {
  const [family = '', cut = '', ...rest] = name.split('/');
  if (!FAMILIES.includes(family)) {
    const near = nearest(family, FAMILIES);
    return refuse(
      'unknown-font',
      `expected a packaged font, found "${name}"`,
      near ? `did you mean "${PACKAGED}${near}/${cut || '400Regular'}"?` : `packaged families: ${FAMILIES.join(', ')}`,
    );
  }
  const folder = path.dirname(createRequire(import.meta.url).resolve(`${SCOPE}/${family}/package.json`));
  const entries = await readdir(folder, { withFileTypes: true });
  const cuts = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted();
  const file = rest.length === 0 && cuts.includes(cut) ? (await readdir(path.join(folder, cut))).find((one) => one.endsWith('.ttf')) : undefined;
  if (file) return { file: path.join(folder, cut, file), diagnostics: [] };
  const near = nearest(cut, cuts);
  return refuse(
    'unknown-font',
    `expected a cut of ${family}, found "${[cut, ...rest].join('/')}"`,
    near ? `did you mean "${PACKAGED}${family}/${near}"?` : `cuts: ${cuts.join(', ')}`,
  );
}

/** The format of a font file, by its first bytes. */
async function formatOf(file: string): Promise<string> {
  // Opening a named pipe would block until somebody writes into it.
  if (!(await stat(file)).isFile()) return 'something that is not a file';
  const handle = await open(file, 'r').catch(() => undefined);
  if (!handle) return 'a file that cannot be read';
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    return (bytesRead === 4 && FORMATS[buffer.toString('hex')]) || 'a file that is no font';
  } finally {
    await handle.close();
  }
}
