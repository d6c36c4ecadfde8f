/** `mendbook flatten`: makes a copy of a filled PDF whose answers are part of its pages. */
import { counted } from '../diagnostics/counted.ts';
import { shownPath } from '../diagnostics/shown-path.ts';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { runFlatten, unreadable } from '../api/flatten.ts';
import { readPdf } from '../api/read-pdf.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import type { Flattened } from '../flatten/flatten.ts';
import { sameFile } from '../output/same-file.ts';
import { deliver } from '../output/write-pdf.ts';
import { checkEnding } from '../output/check-ending.ts';
import { checkTarget, targetOf } from '../output/check-target.ts';
import { openNow, type PasswordOptions, Passwords, readWithPassword } from './passwords.ts';
import { say, type Streams, tell } from './streams.ts';
import { exitCodeOf } from './exit-code.ts';

export interface FlattenOptions extends Streams, PasswordOptions {
  /** Only the pages of these parts, by their ids, or those with these printed numbers. */
  only?: string[];
  pages?: string;
  /** For an archive: PDF/A-2a. */
  archive?: boolean;
  /** The filled PDF. */
  file: string;
  /** The PDF to write, a folder for it, or `-` for stdout; left out, beside the filled one. */
  out?: string;
  force?: boolean;
  quiet?: boolean;
}

/**
 * Flattens a filled PDF. Nothing is written when it cannot be read.
 *
 * @returns the exit code: 0 done, 1 the file cannot be flattened or the target not be written, 2 wrong usage
 */
export const flattenFile = async (options: FlattenOptions): Promise<number> => {
  const { cwd, stderr, quiet, only, pages, archive } = options;
  const stop = async (code: number, ...diagnostics: readonly Diagnostic[]): Promise<number> => {
    await tell(diagnostics, [], options);
    return code;
  };
  const source = path.resolve(cwd, options.file);
  const { bytes, found } = await readPdf(source);
  if (!bytes) return stop(2, unreadable(options.file, found));

  const name = `${path.basename(source, path.extname(source))}${only || pages ? '-pages' : '-flat'}.pdf`;
  const toStdout = options.out === '-';
  const target = toStdout ? '-' : options.out === undefined ? path.join(path.dirname(source), name) : await targetOf(options.out, name, cwd);
  if (!toStdout && (await sameFile(source, target))) {
    return stop(
      2,
      error(
        'same-file',
        `expected another file to write than the filled one, found ${options.out}`,
        undefined,
        'flattening cannot be undone: keep the filled copy, and choose another name with --out',
      ),
    );
  }
  const blocked = toStdout ? [] : [...(await checkTarget(target, options.force ?? false)), ...(await checkEnding(target))];
  // A flat copy that an earlier run made is no different from this one, unless more was filled in since: then it is in the way.
  const there = blocked.every(({ code }) => code === 'output-in-use') ? blocked : [];
  if (blocked.length > there.length) return stop(exitCodeOf(blocked), ...blocked);

  const asked = { ...(only ? { only } : {}), ...(pages === undefined ? {} : { pages }), archive: archive ?? false };
  const { flattened, diagnostics, unlocked } = await readWithPassword(options.file, new Passwords(options), (password) =>
    runFlatten(bytes, options.file, { ...asked, ...(password === undefined ? {} : { password }) }),
  );
  if (!flattened) return stop(exitCodeOf(diagnostics), ...diagnostics);

  const isThere = there.length > 0 && (await readFile(target).catch(() => undefined))?.equals(flattened.bytes);
  if (there.length > 0 && !isThere) return stop(1, otherCopy(shownPath(target, cwd)));
  const failure = isThere ? [] : await deliver(target, flattened.bytes, { ...options, mode: await modeOf(source) });
  if (failure.some(({ severity }) => severity === 'error')) return stop(1, ...failure);
  await stop(0, ...failure, ...diagnostics, ...(unlocked ? [openNow(options.file)] : []));
  if (!quiet) summarize(isThere ? `${shownPath(target, cwd)}: as it was` : shownPath(target, cwd), flattened, stderr);
  return 0;
};

/** The error where another flat copy is there: nobody but its owner knows whether it is still needed. @param shown its path */
const otherCopy = (shown: string): Diagnostic =>
  error(
    'output-in-use',
    `not overwritten: ${shown} is there already, with other answers or other pages than it would have now`,
    undefined,
    'if it can go, run the command again with --force',
    'to have both, choose another name with --out',
  );

/** The permissions of the filled copy, which the flat one gets too: it holds the same answers. */
const modeOf = (file: string): Promise<number | undefined> =>
  stat(file).then(
    ({ mode }) => mode,
    () => undefined,
  );

const summarize = (target: string, { pages, answers, ticks }: Flattened, stderr: Streams['stderr']): void => {
  say({ stderr }, target === '-' ? 'Written to stdout' : target, `  ${counted(pages, 'page')}, ${counted(answers, 'answer')}, ${counted(ticks, 'tick')}`);
};
