/** Fills the answers of an earlier copy into one that was built. */
import path from 'node:path';
import type { MadePdf, PdfOptions } from '../builder/make-pdf.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import { shownPath } from '../diagnostics/shown-path.ts';
import type { ReadSource } from '../refill/read-source.ts';
import type { NewCopy } from '../refill/replaced-copy.ts';
import type { Planned } from './run-build.ts';

/** Answers that go into the new copy, and what they are called in the diagnostics. */
export interface Returned extends ReadSource {
  shown: string;
}

/**
 * Reads the answers of an earlier copy.
 *
 * @param from a path from the working folder: a filled PDF, or a file that `mendbook answers` wrote; or the bytes of a filled PDF
 * @param password tried where it does not open without one
 */
export const readReturned = async (from: string | Uint8Array, cwd: string, password?: string): Promise<Returned> => {
  const { readSource } = await import('../refill/read-source.ts');
  if (typeof from !== 'string') return { shown: 'the PDF', ...(await readSource(from, 'the PDF', password)) };
  const file = path.resolve(cwd, from);
  const shown = shownPath(file, cwd);
  return { shown, ...(await readSource(file, shown, password)) };
};

/**
 * An error where answers are of another person than the copy that they would go into.
 *
 * @param id the sign that the new copy was asked for with
 */
export const ofAnother = async (
  { said, shown }: Pick<Returned, 'said' | 'shown'>,
  { reader, id }: Pick<Planned, 'reader'> & { id?: string | undefined },
): Promise<Diagnostic[]> => {
  const { answersOfAnother } = await import('../refill/whose-answers.ts');
  return answersOfAnother(said, { for: reader, id }, shown, 'build');
};

/** A warning where answers go into a copy that was asked for with an id, and their file says none. */
export const ofNobody = async ({ said, shown }: Pick<Returned, 'said' | 'shown'>, id: string | undefined): Promise<Diagnostic[]> => {
  const { answersOfNobody } = await import('../refill/whose-answers.ts');
  return answersOfNobody(said, id, shown);
};

/**
 * An error where the file that a build replaces is the copy of another client.
 *
 * @param there for whom that file is, and the sign of its client
 */
export const overAnother = async (there: { for?: string | undefined; id?: string | undefined }, now: NewCopy, shown: string): Promise<Diagnostic[]> => {
  const { replacesCopyOfAnother } = await import('../refill/replaced-copy.ts');
  return replacesCopyOfAnother(there, now, shown, 'build');
};

/**
 * What is said of answers of another workbook than the one that is built: an error where nobody has named that one, else a warning.
 *
 * @param workbook the absolute path of the one that is built
 * @param commandFor the command that names a workbook; given where none was named
 */
export const ofOtherWorkbook = async (
  { said, shown }: Pick<Returned, 'said' | 'shown'>,
  workbook: string,
  commandFor: ((workbook: string) => string) | undefined,
): Promise<Diagnostic[]> => {
  const { answersOfOtherWorkbook } = await import('../refill/whose-answers.ts');
  return answersOfOtherWorkbook(said, { id: path.basename(workbook), commandFor }, shown);
};

/** A copy with its answers. */
export interface WithAnswers {
  /** Given when there is no error. */
  pdf?: MadePdf;
  /** Whether all that stood in the earlier copy is in it. */
  isComplete: boolean;
  diagnostics: Diagnostic[];
}

/** Fills answers into a copy. */
export const withAnswers = async (pdf: MadePdf, { strings }: PdfOptions, { answers, isWhole, shown }: Returned): Promise<WithAnswers> => {
  if (pdf.fields.length === 0) {
    const message = 'expected a copy with fields for the answers, found one without';
    const hint = 'leave out --flat; to print the answers, fill them in first and then run mendbook flatten';
    return { isComplete: false, diagnostics: [error('refused-combination', message, undefined, hint)] };
  }
  const { refill } = await import('../refill/refill.ts');
  const { bytes, pages, isComplete, diagnostics } = await refill(pdf.bytes, { answers, from: shown, words: strings });
  return { pdf: { ...pdf, bytes, pages }, isComplete: isComplete && isWhole, diagnostics };
};
