/** Where the PDF goes, and whether anything of the user's is in the way. */
import { access, constants, readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, extname, isAbsolute, join, resolve, sep } from 'node:path';
import type { DiagnosticCode } from '../diagnostics/codes.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { isUntouched } from './untouched.ts';

/**
 * The file that `--out` means: the file itself, with `.pdf` where it has no ending; or a file of the usual name in a folder.
 * @param out As given; left out, `out/` below the current folder
 * @param name The usual name, with ending
 */
export const targetOf = async (out: string | undefined, name: string, cwd: string): Promise<string> => {
  if (out === undefined) return join(cwd, 'out', name);
  const path = isAbsolute(out) ? out : resolve(cwd, out);
  const entry = await stat(path).catch(() => undefined);
  if (out.endsWith(sep) || out.endsWith('/') || entry?.isDirectory()) return join(path, name);
  // A device has no ending either: it is told to be one, not written beside.
  return extname(path) === '' && (!entry || entry.isFile()) ? `${path}.pdf` : path;
};

const problem = (code: DiagnosticCode, message: string, hints: string[]): Diagnostic => ({ code, severity: 'error', message, hints });

/** The nearest folder above a path that is there. */
const nearestFolder = async (path: string): Promise<string> => {
  let folder = path;
  while (dirname(folder) !== folder && !(await stat(folder).catch(() => undefined))) folder = dirname(folder);
  return folder;
};

/** How every PDF begins (ISO 32000-2, 7.5.2). */
const PDF_BEGINS = Buffer.from('%PDF-');

/** Whether a file is, or would be, somewhere below one of these folders; links count as what they lead to. */
const isBelow = async (path: string, folders: readonly string[]): Promise<boolean> => {
  const real = (one: string): Promise<string> => realpath(one).catch(() => one);
  const inside = join(await real(await nearestFolder(dirname(path))), sep);
  return (await Promise.all(folders.map(real))).some((folder) => inside.startsWith(join(folder, sep)));
};

/**
 * Looks, before anything is built, whether the PDF can be written and whether that would overwrite somebody's work: a PDF
 * with answers in it, or a file that is no PDF, such as the author's own YAML.
 * @param force Overwrite a PDF whatever is in it; what is no PDF is never overwritten
 * @param sources Absolute paths of folders that the PDF is made of: nothing but a .pdf is written there
 */
export const checkTarget = async (path: string, force: boolean, sources: readonly string[] = []): Promise<Diagnostic[]> => {
  const folder = await nearestFolder(dirname(path));
  const place = await stat(folder).catch(() => undefined);
  if (!place?.isDirectory()) {
    return [problem('output-unwritable', `expected a folder to write into, found a file: ${folder}`, ['choose another place with --out'])];
  }
  const writable = await access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
  if (!writable) {
    return [problem('output-unwritable', `cannot write into the folder ${folder}`, ['choose another place with --out, or change who may write there'])];
  }
  if (extname(path).toLowerCase() !== '.pdf' && (await isBelow(path, sources))) {
    return [
      problem('output-in-sources', `expected a name that ends in .pdf among the files of a workbook or template, found ${path}`, [
        'choose another name or place with --out',
      ]),
    ];
  }
  const entry = await stat(path).catch(() => undefined);
  if (!entry) return [];
  if (!entry.isFile()) return [problem('output-unwritable', `expected a file to write, found something else: ${path}`, ['choose another name with --out'])];
  const bytes = await readFile(path).catch(() => undefined);
  // An empty file holds nobody's work.
  if (bytes?.length === 0) return [];
  if (!bytes?.subarray(0, PDF_BEGINS.length).equals(PDF_BEGINS)) {
    return [
      problem('output-no-pdf', `expected a PDF or no file there, found ${bytes ? 'something else' : 'a file that may not be read'}: ${path}`, [
        'choose another name with --out; only PDFs are overwritten, with --force too',
      ]),
    ];
  }
  if (force || isUntouched(bytes)) return [];
  const kept = `${basename(path, extname(path))}-kept${extname(path)}`;
  return [
    problem('output-in-use', `not overwritten: ${path} was changed since it was built, so it may hold somebody’s answers`, [
      `to keep the answers, rename it (to ${kept}, say), or choose another name with --out`,
      'if it can go, run the command again with --force',
    ]),
  ];
};

/** A failure to write, in words. */
export const writeFailure = (path: string, error: NodeJS.ErrnoException): Diagnostic => {
  const reasons: Record<string, string> = {
    ENOSPC: 'the disk is full',
    EDQUOT: 'the share of the disk is used up',
    EFBIG: 'the file is larger than is allowed there',
    EIO: 'the disk does not answer',
    ENOENT: 'the folder is gone, or takes no new files',
    ENAMETOOLONG: 'the name is too long',
    ENOTDIR: 'a file stands where a folder is expected',
    EISDIR: 'a folder stands there',
    EACCES: 'writing is not allowed there',
    EPERM: 'writing is not allowed there',
    EROFS: 'the disk is read-only',
    EBUSY: 'another program has it open',
  };
  const reason = reasons[error.code ?? ''] ?? error.message;
  return problem('output-unwritable', `cannot write ${path}: ${reason}`, ['the file that was there, if any, is as it was; choose another place with --out']);
};
