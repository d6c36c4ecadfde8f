/** Reads the answers of a filled copy that the preview's page has sent. Nothing of it is kept. */
import type { IncomingHttpHeaders } from 'node:http';
import { readAnswers } from '../questions/read-answers.ts';
import { problemsOf } from './describe-problems.ts';
import { type CopyAnswer, NAME_HEADER, PASSWORD_HEADER } from './protocol.ts';

/** The longest name of a file that is shown, in characters. */
const LONGEST_NAME = 255;

/** A percent-encoded header as text; nothing where it is not there or not so encoded. */
const decoded = (header: string | string[] | undefined): string | undefined => {
  try {
    return typeof header === 'string' ? decodeURIComponent(header) : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Reads a copy.
 *
 * @param headers those of the request: the name of the file, and a password where one was typed
 */
export const readCopy = async (bytes: Uint8Array, headers: IncomingHttpHeaders): Promise<CopyAnswer> => {
  // The page gives the name alone, without folders.
  const name = (decoded(headers[NAME_HEADER]) ?? '').slice(0, LONGEST_NAME) || 'the PDF';
  const password = decoded(headers[PASSWORD_HEADER]);
  const { copy, diagnostics } = await readAnswers(bytes, name, undefined, password);
  return {
    ...(copy ? { copy } : {}),
    problems: problemsOf(diagnostics, [], ''),
    // What is encrypted in another way is not opened by a password either.
    locked: diagnostics.some(({ code }) => code === 'wrong-password' || (code === 'encrypted-pdf' && password === undefined)),
  };
};
