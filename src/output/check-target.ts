/** Where the PDF goes, and whether anything of the user's is in the way. */
import { access, constants, lstat, readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, extname, isAbsolute, join, resolve, sep } from 'node:path';
import type { DiagnosticCode } from '../diagnostics/codes.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { isWithin } from '../system/paths.ts';
import { followed } from './symbolic-links.ts';
import { isUntouched } from './unchanged-pdf.ts';

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
  const inside = await real(await nearestFolder(dirname(path)));
  return (await Promise.all(folders.map(real))).some((folder) => isWithin(folder, inside));
};

/**
 * Looks, before anything is built, whether the PDF can be written and whether that would overwrite somebody's work: a PDF
 * with answers in it, or a file that is no PDF, such as the author's own YAML.
 * @param force Overwrite a PDF whatever is in it; what is no PDF is never overwritten
 * @param sources Absolute paths of folders that the PDF is made of: nothing but a .pdf is written there
 */
export const checkTarget = async (path: string, force: boolean, sources: readonly string[] = []): Promise<Diagnostic[]> => {
  const target = await followed(path).catch((thrown: NodeJS.ErrnoException) => thrown);
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
  // An empty file holds nobody's work.
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

/** What the system says of a file that another program has open: Windows alone lets programs shut out all others, and says it in three ways. */
const isHeldOpen = ({ code = '', syscall = '' }: NodeJS.ErrnoException, platform: NodeJS.Platform): boolean =>
  ['EBUSY', 'ETXTBSY'].includes(code) || (platform === 'win32' && ['EPERM', 'EACCES'].includes(code) && ['rename', 'open', 'read', 'unlink'].includes(syscall));

/**
 * A failure to write, in words; never in the system's own.
 *
 * @param platform whose ways are meant (`process.platform`)
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
