/** Fills the answers of an earlier copy into the one that is built: those of a file, or those of the file that is replaced. */
import { readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { plannedCopy } from '../api/run-build.ts';
import { ofOtherWorkbook, overAnother, readReturned, type Returned } from '../api/with-answers.ts';
import type { Builder } from '../builder/builder.ts';
import { resolveOptions } from '../builder/resolve-options.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error, warning } from '../diagnostics/make.ts';
import { shownPath } from '../diagnostics/shown-path.ts';
import { targetOf, writeFailure } from '../output/check-target.ts';
import { shellText, shellWord } from '../system/shell-quote.ts';
import { isUntouched } from '../output/unchanged-pdf.ts';
import { writeWhole } from '../output/write-file.ts';
import { deliver } from '../output/write-pdf.ts';
import type { BuildOptions } from './build-options.ts';
import { protectWords, typedWords } from './typed-options.ts';

/** Answers are for nobody but the one who reads them. */
export const OWNER_ALONE = 0o600;

/** The answers of the file that is asked for with --answers. */
export const askedAnswers = async ({ answers, cwd, password }: BuildOptions & { password?: string }): Promise<Returned | undefined> =>
  answers === undefined ? undefined : readReturned(answers, cwd, password);

/**
 * What is said of an earlier copy of another workbook than the one that is built.
 *
 * @param earlier its answers, or what it says of itself where it has none
 */
export const ofOtherBook = (
  earlier: Pick<Returned, 'said' | 'shown'>,
  { cwd, workbook, unnamed, answers, out, id, ...given }: BuildOptions,
): Promise<Diagnostic[]> => {
  const how = answers === undefined ? '--keep-answers' : `--answers ${shellWord(answers)}`;
  const others = [
    ...typedWords(given),
    ...(id === undefined ? [] : ['--id', shellText(id)]),
    how,
    ...protectWords(given),
    ...(out === undefined ? [] : ['-o', shellWord(out)]),
  ];
  const commandFor = (name: string): string => ['mendbook build', name, ...others].join(' ');
  return ofOtherWorkbook(earlier, path.resolve(cwd, workbook), unnamed ? commandFor : undefined);
};

/** The file that a build would replace, an absolute path; nothing where the workbook has errors, which the build tells. */
export const fileToReplace = async (builder: Builder, { out, cwd, ...asked }: BuildOptions): Promise<string | undefined> => {
  const named = await targetOf(out, 'one.pdf', cwd);
  if (named === (await targetOf(out, 'other.pdf', cwd))) return named;
  // In a folder it has the usual name, for which the workbook is read.
  const options = await resolveOptions({ cwd, ...asked });
  const { ready, sources } = await builder.prepare(options);
  return ready && targetOf(out, plannedCopy(ready.edition, ready.strings, options, sources).fileName, cwd);
};

/** What is in the file that will be replaced: no answers where it is empty as it was built; nothing where there is no PDF. */
export const readTarget = async (
  target: string,
  { cwd, password }: BuildOptions & { password?: string },
): Promise<{ returned?: Returned; record?: Returned['record'] }> => {
  const bytes = await readFile(target).catch(() => undefined);
  if (!bytes?.subarray(0, 1024).includes('%PDF-')) return {};
  const read = await readReturned(target, cwd, password);
  const isEmpty = read.answers?.from !== 'copy' || read.answers.values.size === 0;
  return { record: read.record, ...(isEmpty && isUntouched(bytes) ? {} : { returned: read }) };
};

/**
 * An error where the copy that is replaced, in which nobody has saved anything, is that of another client.
 *
 * @param target absolute path
 * @param now whose the new copy is
 */
export const ofReplaced = async (
  target: string,
  now: Parameters<typeof overAnother>[1],
  { cwd, password }: Pick<BuildOptions, 'cwd'> & { password?: string },
): Promise<Diagnostic[]> => {
  const bytes = await readFile(target).catch(() => undefined);
  if (!bytes || !isUntouched(bytes)) return [];
  const { foundCopy } = await import('../batch/recorded-digest.ts');
  const { whose } = await foundCopy(bytes, target, password);
  return whose ? overAnother(whose, now, shownPath(target, cwd)) : [];
};

/**
 * Replaces a filled copy by the new one that has its answers. Where not all of them found a place, the old file is kept beside it first.
 *
 * @param target absolute path
 * @param returned what was read from it
 */
export const replaceFilled = async (
  target: string,
  bytes: Uint8Array,
  { bytes: before, isComplete }: { bytes: Uint8Array; isComplete: boolean },
  { stdout, cwd }: BuildOptions,
): Promise<Diagnostic[]> => {
  const now = await readFile(target).catch(() => undefined);
  if (!now || Buffer.compare(now, before) !== 0) {
    const message = `not replaced: ${target} has changed while the new copy was built`;
    return [error('output-in-use', message, undefined, 'close it in the program that you fill it in with, and run the command again')];
  }
  const kept = isComplete ? undefined : await freeName(target);
  try {
    if (kept !== undefined) await writeWhole(kept, before, OWNER_ALONE);
  } catch (thrown) {
    return [writeFailure(kept ?? target, thrown as NodeJS.ErrnoException)];
  }
  const failure = await deliver(target, bytes, { stdout, force: true, mode: OWNER_ALONE });
  if (kept === undefined) return failure;
  if (failure.some(({ severity }) => severity === 'error')) {
    // The old file is still in its own place.
    await rm(kept, { force: true });
    return failure;
  }
  const hint = 'what is in that file alone is listed above, or was put there by another program; delete it when you need it no more';
  return [
    ...failure,
    warning('filled-copy-kept', `expected to replace all of the filled copy, found more in it: it is kept as ${shownPath(kept, cwd)}`, undefined, hint),
  ];
};

/** A name beside a file that nothing has yet. */
const freeName = async (target: string): Promise<string> => {
  const { dir, name, ext } = path.parse(target);
  for (let number = 1; ; number += 1) {
    const free = path.join(dir, `${name}-kept${number === 1 ? '' : `-${number}`}${ext}`);
    if (!(await stat(free).catch(() => undefined))) return free;
  }
};
