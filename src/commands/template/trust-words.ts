/** What commands say of code that may or may not run, and of the record of it. */
import { counted } from '../../diagnostics/counted.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { error } from '../../diagnostics/make.ts';
import { shownPath } from '../../diagnostics/shown-path.ts';
import { LinkInFolder } from '../../output/symbolic-links.ts';
import { writeFailure } from '../../output/check-target.ts';
import { DamagedRecord, recordFile } from '../../trust/record.ts';
import { type Streams, tell } from '../streams.ts';

/** So many files are listed. */
const LISTED = 40;

/** A line for each file, from the folder of the template where it lies in there. */
export const explain = (folder: string, files: readonly string[]): string[] => {
  const names = files.map((file) => shownPath(file, folder)).toSorted();
  const rest = names.length - LISTED;
  return [...names.slice(0, LISTED).map((name) => `  ${name}`), ...(rest > 0 ? [`  and ${counted(rest, 'more file')}`] : [])];
};

/** A link where a file of a template was to be written. */
export const linkFault = ({ link }: LinkInFolder): Diagnostic =>
  error(
    'template-linked',
    `expected a folder whose files are its own, found a link: ${link}`,
    { file: link, start: 0, end: 0 },
    'nothing is written through it; put what it leads to in its place',
  );

/**
 * What is wrong with the record.
 *
 * @throws what was given, where it is about something else
 */
export const recordFault = (thrown: unknown): Diagnostic => {
  if (thrown instanceof DamagedRecord)
    return error(
      'trust-record',
      `expected the record of what you allowed as this program writes it, found something else: ${thrown.message}`,
      undefined,
      'nothing is allowed by it; move it away, and a new one is written',
    );
  if (thrown instanceof LinkInFolder) return linkFault(thrown);
  const failure = thrown as NodeJS.ErrnoException;
  if (failure.code === undefined) throw thrown;
  return writeFailure(recordFile(), failure);
};

/** Tells that what was allowed cannot be remembered. */
export const tellRecordFault = (thrown: unknown, streams: Streams): Promise<void> => tell([recordFault(thrown)], [], streams);
