/** Checks the file of a picture: it lies in its folder, and it really is a PNG, a JPEG or, where allowed, an SVG. */
import { fileAsNamed } from '../system/file-as-named.ts';
import { isWithin } from '../system/paths.ts';
import { constants, open, readdir, readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import type { DiagnosticCode } from '../diagnostics/codes.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { faultOfFileSize, faultOfPicture, type PictureFault } from './picture-fault.ts';

interface Fault {
  code: DiagnosticCode;
  message: string;
  hint: string;
}

/** The conditions that a picture has to meet. */
export interface ImageRules {
  /** The folder that its path is relative to and may not leave, in words: "the folder of …". */
  home: string;
  /** Whether it may be a drawing, as SVG. */
  svg?: boolean;
}

const OF_LANGUAGE: ImageRules = { home: 'the folder of the workbook’s language' };

/**
 * Checks one picture.
 *
 * @param name as the author wrote it: a path relative to the folder
 * @param folder absolute path that it may not lead out of, not even by a symbolic link
 * @param rules left out, the conditions for a block's picture
 * @returns what is wrong with it, or nothing
 */
export async function checkImage(name: string, folder: string, rules = OF_LANGUAGE): Promise<Fault | undefined> {
  const move = `put the picture into ${rules.home}, and give its path from there`;
  if (/^[a-z][a-z0-9+.-]+:/i.test(name) || name.startsWith('//')) {
    return { code: 'image-remote', message: `expected a file of the workbook, found the address "${name.slice(0, 60)}"`, hint: `nothing is fetched: ${move}` };
  }
  if (name.includes('\0')) return { code: 'image-missing', message: 'expected the name of a file, found a NUL character in it', hint: move };
  const file = path.resolve(folder, name);
  if (path.isAbsolute(name) || /^[a-z]:/i.test(name) || !isWithin(folder, file)) {
    return { code: 'image-outside', message: `expected a file inside ${folder}, found "${name}" outside it`, hint: move };
  }
  try {
    const real = await realpath(fileAsNamed(folder, name));
    if (!isWithin(await realpath(folder), real)) {
      return {
        code: 'image-outside',
        message: `expected a file inside ${folder}, found a link that leads out of it to ${real}`,
        hint: 'copy the picture instead of linking to it',
      };
    }
    return await checkBytes(name, real, rules);
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code ?? String(thrown);
    if (code === 'ENOENT' || code === 'ENOTDIR') return missing(name, file, rules);
    const found = code === 'ELOOP' ? 'a link that leads to itself' : code === 'ENAMETOOLONG' ? 'a name that is too long' : `an error of the system (${code})`;
    return {
      code: 'image-unreadable',
      message: `expected a picture that can be read, found ${found}`,
      hint: code === 'EACCES' ? 'check its permissions' : 'name the file of the picture',
    };
  }
}

async function missing(name: string, file: string, { home }: ImageRules): Promise<Fault> {
  const beside = await readdir(path.dirname(file)).catch(() => []);
  // Some systems hide the extensions of file names.
  const near =
    beside.find((each) => /\.(?:svg|png|jpe?g)$/i.test(each) && path.parse(each).name === path.basename(file)) ?? nearest(path.basename(file), beside);
  const hint = near
    ? `did you mean "${path.posix.join(path.posix.dirname(name), near)}"?`
    : name.includes('\\')
      ? 'write "/" between folders'
      : `the path counts from ${home}`;
  return { code: 'image-missing', message: `expected a picture at "${name}", found none`, hint };
}

/** The beginning of an SVG, or of another file of markup. */
const MARKUP = /^(?:\xef\xbb\xbf)?\s*<(?:\?xml|svg|!DOCTYPE|!--|html)/i;

/** Pictures of other formats, by their first bytes, so that a diagnostic can name what was found. */
const OTHERS: [RegExp, string][] = [
  [/^GIF8/, 'a GIF'],
  [/^RIFF....WEBP/s, 'a WebP picture'],
  [/^....ftyp(?:avif|heic|mif1)/s, 'an AVIF or HEIC picture'],
  [/^BM/, 'a BMP picture'],
  [/^(?:II\*\0|MM\0\*)/, 'a TIFF picture'],
  [/^%PDF/, 'a PDF'],
  [/^8BPS/, 'a Photoshop file'],
  [/^%!PS/, 'a PostScript or Illustrator file'],
  [/^\x1f\x8b/, 'a compressed file, such as an SVGZ'],
  [MARKUP, 'SVG or other markup'],
];

const told = ({ code, expected, found, hint }: PictureFault, name: string): Fault => ({
  code,
  message: `expected ${expected} at "${name}", found ${found}`,
  hint,
});

/** Checks the size and the first bytes (PNG: ISO 15948, 5.2; JPEG: ISO 10918-1, B.1.1.3). */
async function checkBytes(name: string, file: string, { svg }: ImageRules): Promise<Fault | undefined> {
  // Without O_NONBLOCK, opening a named pipe waits until somebody writes into it.
  const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const status = await handle.stat();
    if (!status.isFile())
      return {
        code: 'image-unreadable',
        message: `expected a picture at "${name}", found ${status.isDirectory() ? 'a folder' : 'no ordinary file'}`,
        hint: 'name the file of the picture',
      };
    const large = faultOfFileSize(status.size);
    if (large) return told(large, name);
    const bytes = Buffer.alloc(64);
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0);
    const start = bytes.subarray(0, bytesRead).toString('latin1');
    const fault = bytesRead > 0 ? faultOfPicture(await readFile(file)) : undefined;
    if (fault) return told(fault, name);
    const png = start.startsWith('\x89PNG\r\n\x1a\n') && start.slice(12, 16) === 'IHDR';
    if (png || start.startsWith('\xff\xd8\xff') || (svg && MARKUP.test(start))) return undefined;
    const other = bytesRead === 0 ? 'an empty file' : (OTHERS.find(([form]) => form.test(start))?.[1] ?? 'something else');
    return {
      code: 'not-an-image',
      message: `expected ${svg ? 'an SVG, PNG or JPEG' : 'a PNG or JPEG'}, found ${other}`,
      hint: `save the picture again as ${svg ? 'SVG, PNG or JPEG' : 'PNG or JPEG'}`,
    };
  } finally {
    await handle.close();
  }
}
