/** Decides where the PDF is written, and checks that it would not overwrite a file of the user's. */
import { access, constants, lstat, readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, extname, isAbsolute, join, resolve, sep } from 'node:path';
import type { DiagnosticCode } from '../diagnostics/codes.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { isWithin } from '../system/paths.ts';
import { resolveLinks } from './symbolic-links.ts';
import { isUntouched } from './unchanged-pdf.ts';

/**
 * The file that `--out` means: the file itself, with `.pdf` where it has no ending; or a file of the usual name in a folder.
 * @param out the value of the option; left out, the folder `out/` in the working folder
 * @param name the usual file name, with extension
 * @returns an absolute path
 */
export const targetOf = async (out: string | undefined, name: string, cwd: string): Promise<string> => {
  if (out === undefined) return join(cwd, 'out', name);
  const path = isAbsolute(out) ? out : resolve(cwd, out);
  const entry = await stat(path).catch(() => undefined);
  if (out.endsWith(sep) || out.endsWith('/') || entry?.isDirectory()) return join(path, name);
  // A device such as /dev/null has no extension either: it is refused later, as no file.
  return extname(path) === '' && (!entry || entry.isFile()) ? `${path}.pdf` : path;
};

const problem = (code: DiagnosticCode, message: string, hints: string[]): Diagnostic => ({ code, severity: 'error', message, hints });

/** A path, or the nearest existing folder above it. */
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
  const inside = await real(await nearestFolder(dirname(path)));
  return (await Promise.all(folders.map(real))).some((folder) => isWithin(folder, inside));
};

/**
 * Checks, before anything is built, that the PDF can be written and would not overwrite somebody's work: a PDF with answers
 * in it, or a file that is not a PDF, such as the author's own YAML.
 * @param path absolute path of the target
 * @param force overwrite PDFs with answers too; other files are never overwritten
 * @param sources absolute paths of the folders of the workbook and its template: only a .pdf is written there
 * @returns errors; empty when the PDF may be written
 */
export const checkTarget = async (path: string, force: boolean, sources: readonly string[] = []): Promise<Diagnostic[]> => {
  const target = await resolveLinks(path).catch((thrown: NodeJS.ErrnoException) => thrown);
  if (target instanceof Error) return [writeFailure(path, target)];
  const folder = await nearestFolder(dirname(target));
  const isLink = (await lstat(path).catch(() => undefined))?.isSymbolicLink() ?? false;
  if (isLink && folder !== dirname(target)) {
    return [
      problem('output-unwritable', `expected a file or a link to one, found a link to a folder that is not there: ${path} leads to ${target}`, [
        'remove the link, make the folder, or choose another name with --out',
      ]),
    ];
  }
  const place = await stat(folder).catch(() => undefined);
  if (!place?.isDirectory()) {
    return [problem('output-unwritable', `expected a folder to write into, found a file: ${folder}`, ['choose another place with --out'])];
  }
  const refused = await access(folder, constants.W_OK).catch((thrown: NodeJS.ErrnoException) => thrown);
  if (refused?.code === 'EROFS') return [writeFailure(path, refused)];
  if (refused) {
    return [problem('output-unwritable', `cannot write into the folder ${folder}`, ['choose another place with --out, or change who may write there'])];
  }
  if (extname(path).toLowerCase() !== '.pdf' && (await isBelow(target, sources))) {
    return [
      problem('output-in-sources', `expected a name that ends in .pdf among the files of a workbook or template, found ${path}`, [
        'choose another name or place with --out',
      ]),
    ];
  }
  const entry = await stat(path).catch(() => undefined);
  if (!entry) return [];
  if (!entry.isFile()) return [problem('output-unwritable', `expected a file to write, found something else: ${path}`, ['choose another name with --out'])];
  const bytes = await readFile(path).catch((thrown: NodeJS.ErrnoException) => thrown);
  if (bytes instanceof Error && (bytes.code === 'EBUSY' || process.platform === 'win32')) return [writeFailure(path, bytes)];
  // An empty file may be overwritten.
  if (!(bytes instanceof Error) && bytes.length === 0) return [];
  if (bytes instanceof Error || !bytes.subarray(0, PDF_BEGINS.length).equals(PDF_BEGINS)) {
    return [
      problem('output-no-pdf', `expected a PDF or no file there, found ${bytes instanceof Error ? 'a file that may not be read' : 'something else'}: ${path}`, [
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

const REASONS: Record<string, string> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the share of the disk is used up',
  EFBIG: 'the file is larger than is allowed there',
  EIO: 'the disk does not answer',
  ENODEV: 'the disk does not answer',
  ENXIO: 'the disk does not answer',
  ETIMEDOUT: 'the disk does not answer',
  ESTALE: 'the disk of the network has lost its folder',
  ENOENT: 'the folder is gone, or takes no new files',
  ENAMETOOLONG: 'the name is too long',
  EINVAL: 'the name, or writing, is not possible there',
  EILSEQ: 'the name has letters that are not possible there',
  ENOTDIR: 'a file stands where a folder is expected',
  EISDIR: 'a folder stands there',
  EEXIST: 'something else stands there',
  ENOTEMPTY: 'something else stands there',
  EACCES: 'writing is not allowed there',
  EPERM: 'writing is not allowed there',
  EROFS: 'the disk is read-only',
  EXDEV: 'it lies on another disk than the files beside it, and cannot be replaced in one go',
  ELOOP: 'its link leads to itself',
  EMLINK: 'the folder takes no more entries',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  ENOTSUP: 'the disk cannot do that',
  EOPNOTSUPP: 'the disk cannot do that',
  ENOSYS: 'the disk cannot do that',
};

/** Whether an error means that another program has the file open: only Windows lets programs lock files, and reports that with three codes. */
const isHeldOpen = ({ code = '', syscall = '' }: NodeJS.ErrnoException, platform: NodeJS.Platform): boolean =>
  ['EBUSY', 'ETXTBSY'].includes(code) || (platform === 'win32' && ['EPERM', 'EACCES'].includes(code) && ['rename', 'open', 'read', 'unlink'].includes(syscall));

/**
 * Turns an error of the file system into a diagnostic in our own words.
 *
 * @param path the file or folder that could not be written
 * @param platform as `process.platform` gives it
 */
export const writeFailure = (path: string, error: NodeJS.ErrnoException, platform = process.platform): Diagnostic => {
  if (isHeldOpen(error, platform)) {
    return problem('output-unwritable', `cannot write ${path}: another program has it open${platform === 'win32' ? ', or writing is not allowed there' : ''}`, [
      'close it in the program that shows it and run the command again, or choose another name with --out; the file that was there is as it was',
    ]);
  }
  const reason = REASONS[error.code ?? ''] ?? `the system refuses (${error.code ?? 'it does not say why'})`;
  return problem('output-unwritable', `cannot write ${path}: ${reason}`, ['the file that was there, if any, is as it was; choose another place with --out']);
};
