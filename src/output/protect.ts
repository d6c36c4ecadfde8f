/** Where the PDF goes, and whether anything of the user's is in the way. */
import { access, constants, readFile, stat } from 'node:fs/promises';
import { basename, dirname, extname, isAbsolute, join, resolve, sep } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { isUntouched } from './untouched.ts';

/**
 * The file that `--out` means: the file itself, or a file of the usual name in a folder.
 * @param out As given; left out, `out/` below the current folder
 * @param name The usual name, with ending
 */
export const targetOf = async (out: string | undefined, name: string, cwd: string): Promise<string> => {
  if (out === undefined) return join(cwd, 'out', name);
  const path = isAbsolute(out) ? out : resolve(cwd, out);
  const isFolder = out.endsWith(sep) || out.endsWith('/') || (await stat(path).then((entry) => entry.isDirectory(), () => false));
  return isFolder ? join(path, name) : path;
};

const problem = (code: string, message: string, hints: string[]): Diagnostic => ({ code, severity: 'error', message, hints });

/** The nearest folder above a path that is there. */
const nearestFolder = async (path: string): Promise<string> => {
  let folder = path;
  while (dirname(folder) !== folder && !(await stat(folder).catch(() => undefined))) folder = dirname(folder);
  return folder;
};

/**
 * Looks, before anything is built, whether the PDF can be written and whether that would overwrite somebody's work: a PDF
 * with answers in it, or a file that is no PDF of ours.
 * @param force Overwrite whatever is there
 */
export const checkTarget = async (path: string, force: boolean): Promise<Diagnostic[]> => {
  const folder = await nearestFolder(dirname(path));
  const place = await stat(folder).catch(() => undefined);
  if (!place?.isDirectory()) {
    return [problem('output-unwritable', `expected a folder to write into, found a file: ${folder}`, ['choose another place with --out'])];
  }
  const writable = await access(folder, constants.W_OK).then(() => true, () => false);
  if (!writable) {
    return [problem('output-unwritable', `cannot write into the folder ${folder}`, ['choose another place with --out, or change who may write there'])];
  }
  const entry = await stat(path).catch(() => undefined);
  if (!entry) return [];
  if (!entry.isFile()) return [problem('output-unwritable', `expected a file to write, found something else: ${path}`, ['choose another name with --out'])];
  if (force) return [];
  const bytes = await readFile(path).catch(() => undefined);
  if (bytes && (bytes.length === 0 || isUntouched(bytes))) return [];
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
    EACCES: 'writing is not allowed there',
    EPERM: 'writing is not allowed there',
    EROFS: 'the disk is read-only',
    EBUSY: 'another program has it open',
  };
  const reason = reasons[error.code ?? ''] ?? error.message;
  return problem('output-unwritable', `cannot write ${path}: ${reason}`, ['the file that was there, if any, is as it was; choose another place with --out']);
};
