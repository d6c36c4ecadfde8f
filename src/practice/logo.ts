/** Loads the logo of a practice: a PNG or JPEG, or an SVG drawing that is checked and kept as vectors. */
import { readFile } from 'node:fs/promises';
import { fileAsNamed } from '../system/file-as-named.ts';
import { checkImage } from '../pictures/check-image.ts';
import type { Diagnostic, Location } from '../diagnostics/diagnostic.ts';
import { error, warning } from '../diagnostics/make.ts';
import type { SourceFile } from '../diagnostics/source-file.ts';
import type { Logo } from '../kit/practice.ts';
import { sizeOfPicture } from '../pictures/picture-size.ts';

export interface LoadedLogo {
  /** Given when there is no error. */
  logo?: Logo;
  diagnostics: Diagnostic[];
  /** The text of an SVG, for code frames. */
  sources: SourceFile[];
  watch: string[];
}

/** In pixels per inch: print shows about 300, and edges look blurred below half of that. */
const LEAST_RESOLUTION = 150;
/** The usual height of a logo, in inches. */
const USUAL_HEIGHT = 0.75;

/** In bytes: every copy contains the file, so that a large photo would make each of them large. */
const LARGEST_SIZE = 1_000_000;

/**
 * Loads a logo.
 *
 * @param name as written: a path from the folder
 * @param folder absolute path of the folder of practice.yaml
 * @param at where the name is written
 */
export async function loadLogo(name: string, folder: string, at: Location): Promise<LoadedLogo> {
  const file = fileAsNamed(folder, name);
  const watch = name.includes('\0') ? [] : [file];
  const stop = (...diagnostics: Diagnostic[]): LoadedLogo => ({ diagnostics, sources: [], watch });
  const fault = await checkImage(name, folder, { home: 'the folder of practice.yaml', svg: true });
  if (fault) return stop(error(fault.code, fault.message, at, fault.hint));
  const bytes = await readFile(file);
  if (bytes[0] !== 0x89 && bytes[0] !== 0xff) {
    const { readDrawing } = await import('../pictures/svg/read-svg.ts');
    const { drawing, source, diagnostics } = readDrawing(file, bytes);
    return { ...(drawing ? { logo: drawing } : {}), diagnostics, sources: [source], watch };
  }
  const size = sizeOfPicture(bytes);
  const coarse = Math.max(size.width, size.height) < LEAST_RESOLUTION * USUAL_HEIGHT;
  const heavy = bytes.length > LARGEST_SIZE;
  const soft = warning(
    'coarse-logo',
    `expected a logo that is sharp in print, found one of ${size.width} by ${size.height} pixels`,
    at,
    'save it as SVG, or larger: 600 pixels at its longer side',
  );
  const large = warning(
    'heavy-logo',
    `expected a logo of at most 1 MB, found ${(bytes.length / 1e6).toFixed(1)} MB, which each copy holds`,
    at,
    'save it smaller: 600 pixels at its longer side are enough, or as SVG',
  );
  return { logo: { ...size, picture: file }, diagnostics: [...(coarse ? [soft] : []), ...(heavy ? [large] : [])], sources: [], watch };
}
