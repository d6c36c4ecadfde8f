/** `mendbook batch --sample`: writes a list with an example to begin with. */
import path from 'node:path';
import { stat } from 'node:fs/promises';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import { shownPath } from '../diagnostics/shown-path.ts';
import { writeFailure } from '../output/check-target.ts';
import { writeWhole } from '../output/write-file.ts';
import { sampleList } from '../list/sample-list.ts';
import { say, type Streams, tell } from './streams.ts';

/**
 * Writes the example, and nothing over a list that is there. Only its owner may read it: a list has the names of clients.
 *
 * @param list the file to write: clients.csv where none is named
 * @returns the exit code: 0 done, 1 it cannot be written, 2 wrong usage
 */
export const batchSample = async ({ list = 'clients.csv', ...streams }: Streams & { list?: string; quiet?: boolean }): Promise<number> => {
  const stop = async (code: number, one: Diagnostic): Promise<number> => {
    await tell([one], [], streams);
    return code;
  };
  const file = path.resolve(streams.cwd, list);
  const sample = sampleList(path.extname(file).toLowerCase());
  if (sample === undefined) {
    return stop(2, error('list-ending', `expected a list that ends in .csv or .yaml, found ${list}`, undefined, 'write mendbook batch --sample clients.csv'));
  }
  if (await stat(file).catch(() => undefined)) {
    return stop(
      1,
      error('file-there', `expected no file there yet, found one: ${shownPath(file, streams.cwd)}`, undefined, 'choose another name for the example'),
    );
  }
  try {
    await writeWhole(file, Buffer.from(sample), 0o600);
  } catch (thrown) {
    return stop(1, writeFailure(file, thrown as NodeJS.ErrnoException));
  }
  if (!streams.quiet) say(streams, shownPath(file, streams.cwd), `  put your clients in place of the example, then: mendbook batch ${list} --dry-run`);
  return 0;
};
