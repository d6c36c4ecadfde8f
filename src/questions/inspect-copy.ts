/** Finds out what a copy says of itself, and how much was answered in it. */
import { isForCounselors } from '../answers/counselor-copy.ts';
import { openPdf } from '../answers/open-filled.ts';
import { readRecord } from '../answers/read-record.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { CopyRecord } from '../record/copy-record.ts';
import { readAnswers } from './read-answers.ts';
import { titleOf } from './title-of.ts';

/** What is known of a copy. */
export interface InspectedCopy {
  /** The title of the document. */
  title: string;
  language: string;
  /** The number of its pages. */
  pages: number;
  /** Whether it opens with a password, or is locked against changes. */
  encrypted: boolean;
  /** What it says of itself; nothing in copies of earlier versions. */
  record?: CopyRecord;
  /** Whether it has notes that are not for clients; nothing where it does not say so. */
  forCounselors?: boolean;
  /** How many of its questions were answered; nothing where no answers can be in it. */
  answers?: { given: number; of: number };
  /** Its answers cannot be read, and why is told. */
  isRefused?: boolean;
}

/**
 * Inspects a copy. What is odd about its answers is told by those who read them.
 *
 * @param file its name, for the diagnostics
 * @param password tried where it does not open without one
 * @returns nothing where it cannot be read, and why; the copy alone where that is so of its answers
 */
export const inspectCopy = async (bytes: Uint8Array, file: string, password?: string): Promise<{ copy?: InspectedCopy; diagnostics: Diagnostic[] }> => {
  const { opened, diagnostics } = await openPdf(bytes, file, password);
  if (!opened) return { diagnostics };
  const record = readRecord(opened);
  const { copy: filled, diagnostics: told } = await readAnswers(bytes, file, undefined, password);
  // That there are no fields is no fault of a copy: it is said in its place.
  const refused = filled ? [] : told.filter(({ severity, code }) => severity === 'error' && code !== 'no-fields');
  return {
    copy: {
      title: titleOf(opened.objects),
      language: opened.language,
      pages: opened.pages.length,
      encrypted: opened.encrypted,
      ...(record ? { record, forCounselors: isForCounselors(record.edition) } : {}),
      ...(filled ? { answers: { given: filled.questions.filter(({ answer }) => answer).length, of: filled.questions.length } } : {}),
      ...(refused.length > 0 ? { isRefused: true } : {}),
    },
    diagnostics: [...diagnostics, ...refused],
  };
};
