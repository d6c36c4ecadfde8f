/** Flattening a filled PDF: its answers become part of its pages. */
import path from 'node:path';
import { loadStrings } from '../content/load-strings.ts';
import type { Strings } from '../content/strings.ts';
import { counted } from '../diagnostics/counted.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error, warning } from '../diagnostics/make.ts';
import type { Flattened } from '../flatten/flatten.ts';
import { packageRoot } from '../system/package-root.ts';
import { reportOf } from './diagnostics.ts';
import { readPdf } from './read-pdf.ts';
import type { Control, FlattenedPdf, Refused } from './types.ts';

/** The words of the program in this language have the flattened copy, where the document’s own has none. */
const USUAL_LANGUAGE = 'en';

/**
 * Flattens the bytes of a filled PDF.
 *
 * @param file what it is called where it is told of
 * @throws the reason of the signal, when it was aborted
 */
export const runFlatten = async (bytes: Uint8Array, file: string, { signal }: Control = {}): Promise<{ flattened?: Flattened; diagnostics: Diagnostic[] }> => {
  const [{ readFilled }, { flatten }] = await Promise.all([import('../flatten/read.ts'), import('../flatten/flatten.ts')]);
  signal?.throwIfAborted();
  const { filled, diagnostics } = await readFilled(bytes, file);
  if (!filled) return { diagnostics };
  const words = await wordsOf(filled.opened.language);
  signal?.throwIfAborted();
  const flattened = await flatten(filled, words);
  return { flattened, diagnostics: warnings(flattened, filled.foreign) };
};

/** See `flatten` of the public face. */
export const flattenFor = async (input: string | Uint8Array, control: Control): Promise<FlattenedPdf | Refused> => {
  const { bytes, name, found } = await readPdf(input);
  if (!bytes) return { ok: false, reason: 'usage', ...reportOf([unreadable(name, found)], []) };
  const { flattened, diagnostics } = await runFlatten(bytes, name, control);
  const report = reportOf(diagnostics, []);
  if (!flattened) return { ok: false, reason: 'input', ...report };
  const { pages, answers, ticks } = flattened;
  return { ok: true, bytes: flattened.bytes, pages, answers, ticks, ...report };
};

/** A filled PDF that cannot be read. @param found what is there instead */
export const unreadable = (file: string, found: string): Diagnostic =>
  error('no-file', `expected a filled PDF, found ${found}: ${file}`, undefined, 'give the PDF in which the answers were saved');

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
