/** `mendbook new`: makes a folder with a new workbook. */
import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import { type FolderFiles, writeFolder } from '../output/write-folder.ts';
import { writeFailure } from '../output/check-target.ts';
import { openPrompt, Interrupted } from '../starter/terminal-prompt.ts';
import type { Answers } from '../starter/answers.ts';
import { newWorkbookFiles } from '../starter/workbook-files.ts';
import { askMissing } from '../starter/ask-questions.ts';
import { checkAnswers, checkName, availableChoices, type StarterOptions } from '../starter/check-options.ts';
import { faultOfName, legalName } from '../system/file-names.ts';
import { PAPERS } from '../options/papers.ts';
import { fileName } from '../options/file-name.ts';
import { printNewSummary } from './new-summary.ts';
import { say, type Streams, tell } from './streams.ts';

export interface NewOptions extends Streams, StarterOptions {
  /** The folder to make, from `cwd`. */
  folder: string;
  /** Asks nothing. */
  yes?: boolean;
  /** Where answers come from, when it is a terminal. */
  stdin: Readable & { isTTY?: boolean };
}

/** The exit code after Ctrl-C, as shells define it: 128 and the number of SIGINT. */
const INTERRUPTED = 130;

/** How many files of a folder a message names. */
const NAMED = 3;

/**
 * Makes a folder with a workbook, completely or not at all. Existing files are never changed.
 *
 * @returns the exit code: 0 done, 1 the folder is taken or cannot be written, 2 wrong usage, 130 somebody pressed Ctrl-C at a question
 */
export const newWorkbook = async (options: NewOptions): Promise<number> => {
  const { cwd, stderr, stdin } = options;
  const stop = async (code: number, diagnostics: readonly Diagnostic[]): Promise<number> => {
    await tell(diagnostics, [], options);
    return code;
  };
  const folder = path.resolve(cwd, options.folder);
  const fault = faultOfName(path.basename(folder));
  if (fault && folder !== cwd) return stop(2, [illegal(folder, fault)]);
  const taken = await checkFree(folder);
  if (taken.length > 0) return stop(1, taken);
  const choice = await availableChoices();
  const { answers, extras, diagnostics } = await checkAnswers(options, choice);
  if (diagnostics.length > 0) return stop(2, diagnostics);

  let all: Answers = answers;
  if (!options.yes && stdin.isTTY && (stderr as { isTTY?: boolean }).isTTY) {
    const asking = openPrompt(stdin, stderr);
    try {
      all = await askMissing(answers, choice, asking, (line) => say({ stderr }, line));
    } catch (thrown) {
      if (!(thrown instanceof Interrupted)) throw thrown;
      stderr.write('\nNothing was made.\n');
      return INTERRUPTED;
    } finally {
      asking.close();
    }
  }
  const nameless = checkName(options, all);
  if (nameless.length > 0) return stop(2, nameless);
  const source = choice.sources.find(({ name }) => name === (all.from ?? choice.sources[0]?.name));
  if (!source) throw new Error('no workbook is shipped');
  const { from: _, languages = source.languages.slice(0, 1), ...practice } = all;
  const { logo, ...more } = extras;
  const name = path.basename(folder);
  const pdf = fileName(name, '', {
    lang: languages[0] ?? 'en',
    paper: PAPERS.find((paper) => paper === all.paper) ?? PAPERS[0],
  });
  const brand = { ...withoutUndefined(practice), ...more, ...(logo ? { logo: logo.name } : {}) };
  const files = await newWorkbookFiles({ name, pdf, source, languages, practice: brand, ...(logo ? { logo: logo.bytes } : {}) });
  const failed = await write(folder, files);
  if (failed.length > 0) return stop(1, failed);
  printNewSummary(options, { folder, source: source.name, languages, answers: all, files: files.size });
  return 0;
};

/** The error for a name that is not legal on every system. */
const illegal = (folder: string, fault: string): Diagnostic =>
  error(
    'option',
    `expected a name that Windows takes as well, found ${fault}: ${path.basename(folder)}`,
    undefined,
    `choose another, such as ${legalName(path.basename(folder))}`,
  );

/** An object without the keys whose values are undefined. */
const withoutUndefined = <T extends object>(answers: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> };

/** Errors unless a path is free for a new folder: nothing exists there, or an empty folder. */
async function checkFree(folder: string): Promise<Diagnostic[]> {
  const refuse = (message: string, ...hints: string[]) => [error('folder-taken', message, undefined, ...hints)];
  const status = await lstat(folder).catch((thrown: NodeJS.ErrnoException) => (thrown.code === 'ENOENT' ? undefined : thrown));
  if (!status) return [];
  if (status instanceof Error) return [writeFailure(folder, status)];
  if (!status.isDirectory())
    return refuse(`expected a new or empty folder, found ${status.isSymbolicLink() ? 'a link' : 'a file'}: ${folder}`, 'choose another name');
  const names = await readdir(folder).catch((thrown: NodeJS.ErrnoException) => thrown);
  if (names instanceof Error) return [writeFailure(folder, names)];
  if (names.length === 0) return [];
  const shown = names.toSorted().slice(0, NAMED).join(', ');
  const rest = names.length > NAMED ? ` and ${names.length - NAMED} more` : '';
  return refuse(
    `expected a new or empty folder, found ${shown}${rest} in ${folder}`,
    'nothing is ever overwritten: choose another name, or move away what is there',
  );
}

async function write(folder: string, files: FolderFiles): Promise<Diagnostic[]> {
  try {
    await writeFolder(folder, files);
    return [];
  } catch (thrown) {
    const failure = thrown as NodeJS.ErrnoException;
    if (failure.code === 'ENOTEMPTY') return checkFree(folder);
    if (failure.code === undefined) throw thrown;
    return [{ ...writeFailure(folder, failure), hints: ['nothing was made; choose another place'] }];
  }
}
