/** `mendbook answers`: reads filled copies as questions with their answers. */
import path from 'node:path';
import { readFilledCopies, type CopiesRequest } from '../api/read-copies.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { counted } from '../diagnostics/counted.ts';
import { error } from '../diagnostics/make.ts';
import { shownPath } from '../diagnostics/shown-path.ts';
import { type AnswerFormat, writeAnswers } from '../questions/formats.ts';
import { fileInTheWay, type OutputOptions, outputFile, writeOutput, unknownEnding } from './answers-output.ts';
import { type PasswordOptions, Passwords, readWithPassword } from './passwords.ts';
import { say, type Streams, tell } from './streams.ts';
import { exitCodeOf } from './exit-code.ts';

export interface AnswersOptions extends Streams, OutputOptions, PasswordOptions, Omit<CopiesRequest, 'files' | 'cwd' | 'unlock'> {
  files: readonly string[];
  format?: AnswerFormat;
  /** In a table, one row an answer. */
  long?: boolean;
  quiet?: boolean;
}

/** The formats by the endings of files. */
const BY_ENDING: Record<string, AnswerFormat> = { '.md': 'md', '.txt': 'text', '.json': 'json', '.yaml': 'yaml', '.yml': 'yaml', '.csv': 'csv' };

/**
 * Reads copies and writes their answers.
 *
 * @returns the exit code: 0 done, 1 a copy cannot be read or the output not be written, 2 wrong usage
 */
export const answers = async (options: AnswersOptions): Promise<number> => {
  const { cwd, long, quiet } = options;
  const stop = async (code: number, ...diagnostics: readonly Diagnostic[]): Promise<number> => {
    await tell(diagnostics, [], options);
    return code;
  };
  const target = outputFile(options);
  const ending = path.extname(target ?? '').toLowerCase();
  if (!options.format && ending !== '' && !Object.hasOwn(BY_ENDING, ending)) return stop(2, unknownEnding(options.out, Object.keys(BY_ENDING)));
  // Nothing on a terminal shows Markdown: its signs, and those that keep what was written from being taken for some, would be in the way.
  const usual = !target && (options.stdout as { isTTY?: boolean }).isTTY ? 'text' : 'md';
  const format = options.format ?? BY_ENDING[ending] ?? usual;
  if (long && format !== 'csv')
    return stop(2, error('refused-combination', `expected --format csv with --long, found ${format}`, undefined, 'leave out --long, or add --format csv'));
  const inTheWay = await fileInTheWay(options, options.files);
  if (inTheWay) return stop(exitCodeOf([inTheWay]), inTheWay);
  const passwords = new Passwords(options);
  const { copies, diagnostics, wrongUsage } = await readFilledCopies({ ...options, unlock: (file, read) => readWithPassword(file, passwords, read) });
  const failed = exitCodeOf(diagnostics, wrongUsage);
  // A table of some of the returns would look like all of them.
  if (failed !== 0) return stop(failed, ...diagnostics);
  await tell(diagnostics, [], options);
  const text = await writeAnswers(copies, { format, long: long ?? false });
  const failure = await writeOutput(text, options);
  if (failure) return stop(1, failure);
  if (!target || quiet) return 0;
  const given = copies.reduce((all, { copy }) => all + copy.questions.filter(({ answer }) => answer).length, 0);
  say(options, shownPath(target, cwd), `  ${counted(given, 'answer')} from ${copies.length === 1 ? '1 copy' : `${copies.length} copies`}`);
  return 0;
};
