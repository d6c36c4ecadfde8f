/** `mendbook progress`: compares filled copies of one person in time, as text, for programs, or as a page to print. */
import path from 'node:path';
import { doubtful, mixedUp, runPage, tooFew } from '../api/progress.ts';
import { readFilledCopies } from '../api/read-copies.ts';
import type { PageLook } from '../builder/comparison-page.ts';
import { counted } from '../diagnostics/counted.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import { shownPath } from '../diagnostics/shown-path.ts';
import type { SourceFile } from '../diagnostics/source-file.ts';
import { flagOf, type OptionName } from '../options/option-values.ts';
import type { NamedCopy } from '../questions/formats.ts';
import { lookOfCopies } from '../builder/look-of-copies.ts';
import { compareCopies, progressObject } from '../questions/progress.ts';
import { comparisonText } from '../questions/progress-text.ts';
import { fileInTheWay, type OutputOptions, outputFile, writeOutput, unknownEnding } from './answers-output.ts';
import { openNow, type PasswordOptions, Passwords, readWithPassword } from './passwords.ts';
import { say, type Streams, tell } from './streams.ts';
import { templateTrust, type TrustOptions } from './template-trust.ts';
import { exitCodeOf } from './exit-code.ts';

export type ProgressFormat = 'text' | 'json' | 'pdf';

export interface ProgressOptions extends Streams, OutputOptions, PasswordOptions, Omit<TrustOptions, 'stdin'>, PageLook {
  /** The copies, the oldest first. */
  files: readonly string[];
  /** Left out, that of the ending of the file to write, or else text. */
  format?: ProgressFormat;
  only?: readonly string[];
  /** The two are partners beside each other, who have both agreed. */
  together?: boolean;
  /** Long answers are printed whole. */
  all?: boolean;
  quiet?: boolean;
}

/** The formats by the endings of files. */
const BY_ENDING: Record<string, ProgressFormat> = { '.pdf': 'pdf', '.json': 'json', '.txt': 'text', '.md': 'text' };

/** The options of a build that only a page takes. */
export const PAGE_OPTIONS = ['lang', 'template', 'paper', 'largePrint', 'inkSaver'] as const satisfies readonly OptionName[];

/** What is wrong with the options, whatever the copies say. */
const faultOfOptions = (options: ProgressOptions, format: ProgressFormat): Diagnostic | undefined => {
  const refuse = (message: string, hint: string): Diagnostic => error('refused-combination', message, undefined, hint);
  const few = tooFew(options.files.length);
  if (few) return few;
  const forPages = PAGE_OPTIONS.find((name) => options[name] !== undefined);
  if (format !== 'pdf' && forPages !== undefined)
    return refuse(`expected a page to print with --${flagOf(forPages)}, found ${format}`, 'name a file that ends in .pdf with --out, or add --format pdf');
  if (format !== 'pdf' && options.all) return refuse(`expected a page to print with --all, found ${format}`, 'leave it out: all answers are whole there');
  if (format === 'pdf' && !outputFile(options) && (options.stdout as { isTTY?: boolean }).isTTY)
    return refuse('expected a file for a PDF, found the terminal', 'name one with --out, such as -o progress.pdf');
  return undefined;
};

/**
 * Compares copies.
 *
 * @returns the exit code: 0 done, 1 a copy cannot be read or the output not be written, 2 wrong usage
 */
export const progress = async (options: ProgressOptions): Promise<number> => {
  const { cwd, files, quiet, together = false } = options;
  const stop = async (code: number, ...diagnostics: readonly Diagnostic[]): Promise<number> => {
    await tell(diagnostics, [], options);
    return code;
  };
  const target = outputFile(options);
  const ending = path.extname(target ?? '').toLowerCase();
  if (!options.format && ending !== '' && !Object.hasOwn(BY_ENDING, ending)) return stop(2, unknownEnding(options.out, Object.keys(BY_ENDING)));
  const format = options.format ?? BY_ENDING[ending] ?? 'text';
  const fault = faultOfOptions(options, format);
  if (fault) return stop(2, fault);
  const inTheWay = await fileInTheWay(options, files, format === 'pdf');
  if (inTheWay) return stop(exitCodeOf([inTheWay]), inTheWay);
  const passwords = new Passwords(options);
  const opened: string[] = [];
  const { copies, diagnostics, wrongUsage } = await readFilledCopies({
    files,
    cwd,
    only: options.only,
    unlock: async (file, read) => {
      const result = await readWithPassword(file, passwords, read);
      if (result.unlocked) opened.push(file);
      return result;
    },
  });
  const failed = exitCodeOf(diagnostics, wrongUsage);
  if (failed !== 0) return stop(failed, ...diagnostics);
  const mixed = mixedUp(copies, together);
  if (mixed) return stop(2, ...diagnostics, mixed);
  await tell([...diagnostics, ...doubtful(copies, together), ...(target ? opened.map(openNow) : [])], [], options);
  const made = await contentOf(copies, format, options);
  await tell(made.diagnostics, made.sources, options);
  if (made.content === undefined) return made.wrongUsage ? 2 : 1;
  const failure = await writeOutput(made.content, options);
  if (failure) return stop(1, failure);
  if (target && !quiet) say(options, shownPath(target, cwd), ...summaryOf(made));
  return 0;
};

/** What is said of a page that was made. */
const summaryOf = ({ pages, shortened = 0 }: Content): string[] => {
  if (pages === undefined) return [];
  const whole = shortened > 0 ? `, ${counted(shortened, 'answer')} in part: --all prints all of it` : '';
  return [`  ${counted(pages, 'page')}${whole}`];
};

interface Content {
  /** Given when there is no error. */
  content?: string | Uint8Array;
  pages?: number;
  /** How many answers a page does not have whole. */
  shortened?: number;
  diagnostics: Diagnostic[];
  sources: SourceFile[];
  wrongUsage: boolean;
}

/** What is written of a comparison. */
const contentOf = async (copies: readonly NamedCopy[], format: ProgressFormat, options: ProgressOptions): Promise<Content> => {
  const { together = false, all = false, cwd, stdout, stderr, stdin, trustTemplate = false } = options;
  const comparison = compareCopies(copies);
  const text = (content: string): Content => ({ content, diagnostics: [], sources: [], wrongUsage: false });
  if (format === 'json') return text(`${JSON.stringify(progressObject(comparison, together), null, 2)}\n`);
  if (format === 'text') return text(comparisonText(comparison, together));
  const look: PageLook = Object.fromEntries(PAGE_OPTIONS.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]]])));
  // No workbook is read: templates are found from the working folder.
  const trust = await templateTrust({ ...look, cwd, stdout, stderr, trustTemplate, workbook: '', ...(stdin ? { stdin } : {}) });
  const { page, ...told } = await runPage(comparison, { ...look, ofCopies: lookOfCopies(copies), cwd, together, all, trust, talk: stderr });
  return { ...told, ...(page ? { content: page.bytes, pages: page.pages, shortened: page.shortened } : {}) };
};
