/** Knows a counselor’s copy, whose notes are not for clients, by what it says of itself. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { warning } from '../diagnostics/make.ts';
import type { OpenedPdf } from './open-filled.ts';
import { readRecord } from './read-record.ts';

/** Whether an edition has a counselor’s notes. @param edition as the record of a copy names it */
export const isForCounselors = (edition: string): boolean => edition !== 'client';

/**
 * A warning for what is made of a counselor’s copy and may be sent on; none for a client’s copy, and for one that does not say what it is.
 *
 * @param file its name
 */
export const counselorWarning = (document: Pick<OpenedPdf, 'objects' | 'catalog' | 'pages'>, file: string): Diagnostic[] => {
  const record = readRecord(document);
  return record && isForCounselors(record.edition)
    ? [
        warning(
          'counselor-copy',
          `expected a client’s copy to send on, found a counselor’s, with notes that are not for clients: ${file}`,
          undefined,
          'keep what this makes for yourself; for the client, take the copy that was built with --edition client',
        ),
      ]
    : [];
};
