/** The public API: what other programs import from `mendbook`. It prints nothing, writes no file and never ends the process. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../system/package-root.ts';
import type { Builder as Engine } from '../builder/builder.ts';
import type { ComparedCopies, ComparedPage, ProgressOptions, ProgressPageOptions } from './progress-types.ts';
import type {
  BookletOptions,
  BookletPdf,
  Builder,
  BuilderSettings,
  BuildRequest,
  BuiltPdf,
  Checked,
  CodeOfTemplates,
  Control,
  EarlierAnswers,
  FlattenedPdf,
  FlattenOptions,
  FormatOptions,
  ListedParts,
  OfOneClient,
  PersonalCopies,
  ReadAnswers,
  ReadAnswersOptions,
  ReadControl,
  Refused,
  Report,
  TemplateInfo,
} from './types.ts';

export type * from './progress-types.ts';
export type * from './types.ts';

/** The version of the program, such as `1.2.3`. */
export const version: string = (JSON.parse(readFileSync(path.join(packageRoot(), 'package.json'), 'utf8')) as { version: string }).version;

/**
 * Makes the PDF of a workbook, with the answers of an earlier copy where some are given. The same request on the same files gives the same bytes.
 *
 * @returns the PDF with its fields, or why there is none
 * @throws the reason of the signal, when it was aborted
 */
export const build = async (
  request: BuildRequest & OfOneClient & EarlierAnswers = {},
  control: Control & CodeOfTemplates = {},
): Promise<BuiltPdf | Refused> => {
  const { buildWith, newEngine } = await import('./build.ts');
  return buildWith(newEngine(control, false), request, control);
};

/** Makes a builder for many builds in one process, such as in a server. */
export const createBuilder = (settings: BuilderSettings = {}): Builder => {
  let engine: Promise<Engine> | undefined;
  const load = async () => (await import('./build.ts')).newEngine(settings, true);
  return {
    async build(request: BuildRequest & OfOneClient & EarlierAnswers = {}, control: Control = {}): Promise<BuiltPdf | Refused> {
      const { buildWith } = await import('./build.ts');
      return buildWith(await (engine ??= load()), request, control);
    },
    async personalCopies(request: Omit<BuildRequest, 'name'> = {}, control: Control = {}): Promise<PersonalCopies | Refused> {
      const { copiesWith } = await import('./copies.ts');
      return copiesWith(await (engine ??= load()), request, control);
    },
  };
};

/**
 * Finds every problem of a workbook and its template at once, for every paper, size of print and binding, and what a build with the same
 * request would say before its pages are laid out. Makes no PDF.
 *
 * @throws the reason of the signal, when it was aborted
 */
export const check = async (request: BuildRequest = {}, control: Control & CodeOfTemplates = {}): Promise<Checked> =>
  (await import('./check.ts')).checkFor(request, control);

/**
 * The parts of a copy, each with its name, its title, for whom it is, its minutes and its pages; and the packets that come with the workbook.
 *
 * @returns the parts as a tree, or why there is no such copy
 * @throws the reason of the signal, when it was aborted
 */
export const listParts = async (request: BuildRequest = {}, control: Control & CodeOfTemplates = {}): Promise<ListedParts | Refused> => {
  const [{ newEngine }, { listWith }] = await Promise.all([import('./build.ts'), import('./list-parts.ts')]);
  return listWith(newEngine(control, false), request, control);
};

/**
 * Makes a copy of a filled PDF without fields: the answers are part of its pages.
 *
 * @param input a path, from the working folder of the process, or the bytes themselves
 * @throws the reason of the signal, when it was aborted
 */
export const flatten = async (input: string | Uint8Array, options: FlattenOptions & ReadControl = {}): Promise<FlattenedPdf | Refused> =>
  (await import('./flatten.ts')).flattenFor(input, options);

/**
 * Reads a filled copy as questions with their answers, whatever program it was filled in with. Notes for counselors are never among them.
 *
 * @param input a path, from the working folder of the process, or the bytes themselves
 * @returns the questions in the order of the book, or why it cannot be read
 * @throws the reason of the signal, when it was aborted
 */
export const readAnswers = async (input: string | Uint8Array, options: ReadAnswersOptions = {}): Promise<ReadAnswers | Refused> =>
  (await import('./read-answers.ts')).readAnswersFor(input, options);

/**
 * Compares filled copies of one person in time: ratings side by side, and what was answered anew, changed or let go of.
 *
 * @param copies at least two, the oldest first: paths, from the working folder of the process, or the bytes themselves
 * @returns the comparison, or why there is none
 * @throws the reason of the signal, when it was aborted
 */
export const progress = async (copies: readonly (string | Uint8Array)[], options: ProgressOptions & ReadControl = {}): Promise<ComparedCopies | Refused> =>
  (await import('./progress.ts')).progressFor(copies, options);

/**
 * Makes a PDF to print of what `progress` gives, set in the theme of a template. It says nothing of itself: its properties have a neutral title.
 *
 * @param copies at least two, the oldest first: paths, from the working folder of the process, or the bytes themselves
 * @throws the reason of the signal, when it was aborted
 */
export const progressPage = async (
  copies: readonly (string | Uint8Array)[],
  options: ProgressPageOptions & ReadControl & CodeOfTemplates = {},
): Promise<ComparedPage | Refused> => (await import('./progress.ts')).progressPageFor(copies, options);

/**
 * Puts the pages of a PDF without fields on sheets, two side by side, so that they are in order once the sheets are folded.
 *
 * @param input a path, from the working folder of the process, or the bytes themselves
 * @throws the reason of the signal, when it was aborted
 */
export const booklet = async (input: string | Uint8Array, options: BookletOptions & ReadControl = {}): Promise<BookletPdf | Refused> =>
  (await import('./booklet.ts')).bookletFor(input, options);

/**
 * The templates that there are: the shipped ones, and those in `templates/` of a folder.
 *
 * @param cwd that folder; the working folder of the process unless said otherwise
 */
export const listTemplates = async (cwd: string = process.cwd()): Promise<TemplateInfo[]> => (await import('./templates.ts')).templatesFrom(path.resolve(cwd));

/**
 * Diagnostics in words.
 *
 * @param report what any of the functions gave
 * @returns lines of text, the last one ended; empty where there is nothing to tell, but for `json`
 */
export const formatDiagnostics = async (report: Report, options: FormatOptions = {}): Promise<string> => (await import('./format.ts')).format(report, options);
