/** `mendbook flatten`: from a filled PDF to one whose answers are part of its pages. */
import { counted } from '../diagnostics/counted.ts';
import { shownPath } from '../diagnostics/shown-path.ts';
import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { packageRoot } from '../system/package-root.ts';
import { loadStrings } from '../content/strings.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error, warning } from '../diagnostics/make.ts';
import type { Flattened } from '../flatten/flatten.ts';
import type { Strings } from '../content/page-words.ts';
import { deliver } from '../output/write-pdf.ts';
import { checkTarget, targetOf } from '../output/protect.ts';
import { say, type Streams, tell } from './streams.ts';

export interface FlattenOptions extends Streams {
  /** The filled PDF. */
  file: string;
  /** The PDF to write, a folder for it, or `-` for stdout; left out, beside the filled one. */
  out?: string;
  force?: boolean;
  quiet?: boolean;
}

/** The words of the program in this language have the flattened copy, where the document’s own has none. */
const USUAL_LANGUAGE = 'en';

/**
 * Flattens a filled PDF. Nothing is written when it cannot be read.
 *
 * @returns the exit code: 0 done, 1 the file cannot be flattened or the target not be written, 2 wrong usage
 */
export const flattenFile = async (options: FlattenOptions): Promise<number> => {
  const { cwd, stderr, quiet } = options;
  const stop = async (code: number, ...diagnostics: readonly Diagnostic[]): Promise<number> => {
    await tell(diagnostics, [], options);
    return code;
  };
  const source = path.resolve(cwd, options.file);
  const bytes = await readFile(source).catch((thrown: NodeJS.ErrnoException) => thrown);
  if (bytes instanceof Error) return stop(2, unreadable(options.file, bytes));

  const name = `${path.basename(source, path.extname(source))}-flat.pdf`;
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
  const blocked = toStdout ? [] : await checkTarget(target, options.force ?? false);
  if (blocked.length > 0) return stop(1, ...blocked);

  const [{ readFilled }, { flatten }] = await Promise.all([import('../flatten/read.ts'), import('../flatten/flatten.ts')]);
  const { filled, diagnostics } = await readFilled(bytes, options.file);
  if (!filled) return stop(1, ...diagnostics);
  const flattened = await flatten(filled, await wordsOf(filled.opened.language));

  const failure = await deliver(target, flattened.bytes, { ...options, mode: await modeOf(source) });
  if (failure.some(({ severity }) => severity === 'error')) return stop(1, ...failure);
  await stop(0, ...failure, ...warnings(flattened, filled.foreign));
  if (!quiet) summarize(shownPath(target, cwd), flattened, stderr);
  return 0;
};

const unreadable = (file: string, { code, message }: NodeJS.ErrnoException): Diagnostic => {
  const found: Record<string, string> = { ENOENT: 'nothing there', EISDIR: 'a folder', EACCES: 'one that may not be read' };
  return error('no-file', `expected a filled PDF, found ${found[code ?? ''] ?? message}: ${file}`, undefined, 'give the PDF in which the answers were saved');
};

/** Whoever may not read the filled copy may not read the flat one either. */
const modeOf = (file: string): Promise<number | undefined> =>
  stat(file).then(
    ({ mode }) => mode,
    () => undefined,
  );

const sameFile = async (one: string, other: string): Promise<boolean> => {
  const real = (file: string): Promise<string> => realpath(file).catch(() => file);
  return (await real(one)) === (await real(other));
};

/** The program’s words in a language: a document may have any, and says itself which. */
const wordsOf = async (language: string): Promise<Strings> => {
  const wanted = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*$/.test(language) ? language : USUAL_LANGUAGE;
  // No workbook is at hand whose own words could stand in.
  const nowhere = path.join(packageRoot(), 'content', 'strings');
  const { strings } = await loadStrings(wanted, nowhere);
  if (strings) return strings;
  return (await loadStrings(USUAL_LANGUAGE, nowhere)).strings as Strings;
};

const warnings = ({ unseen, continued }: Flattened, foreign: number): Diagnostic[] => [
  ...(unseen.length > 0 ? [unseenIn(unseen)] : []),
  ...(continued.length > 0 ? [continuedIn(continued)] : []),
  ...(foreign > 0
    ? [
        warning(
          'foreign-annotations',
          `expected fields and links alone, found ${foreign} of another program’s notes or drawings`,
          undefined,
          'they are kept as they are, and screen readers may pass over them',
        ),
      ]
    : []),
];

/** One warning for all answers that are longer than their boxes, with the names of their fields. */
const continuedIn = (continued: Flattened['continued']): Diagnostic =>
  warning(
    'answer-continued',
    `expected answers that fit into their boxes, found ${counted(continued.length, 'longer one')}`,
    undefined,
    ...byPage(continued, ({ name, on }) => `${name} (continued on page ${on})`),
    'nothing is lost: what does not fit stands on the pages at the end',
  );

/** A line for each page, with what is said of the answers on it. */
const byPage = <T extends { page: string }>(answers: readonly T[], line: (answer: T) => string): string[] => {
  const pages = [...new Set(answers.map(({ page }) => page))];
  return pages.map(
    (page) =>
      `page ${page}: ${answers
        .filter((answer) => answer.page === page)
        .map((answer) => line(answer))
        .join(', ')}`,
  );
};

/** One warning for all answers with characters that no font has, with the names of their fields. */
const unseenIn = (unseen: Flattened['unseen']): Diagnostic => {
  const characters = new Set(unseen.flatMap((answer) => answer.characters));
  return warning(
    'missing-glyph',
    `expected characters that the packaged fonts have, found ${[...characters].join(' ')} in ${counted(unseen.length, 'answer')}`,
    undefined,
    ...byPage(unseen, ({ name }) => name),
    'a box stands for each of them on paper; screen readers say them, and they can be copied from the new PDF; the filled copy shows them',
  );
};

const summarize = (target: string, { pages, answers, ticks }: Flattened, stderr: Streams['stderr']): void => {
  say({ stderr }, target === '-' ? 'Written to stdout' : target, `  ${counted(pages, 'page')}, ${counted(answers, 'answer')}, ${counted(ticks, 'tick')}`);
};
