/** Remembering that a template was made here: its code runs without being asked about. */
import { isMine, rememberMade } from '../../trust/made-here.ts';
import { shownPath } from '../../diagnostics/shown-path.ts';
import { shellWord } from '../../system/shell-quote.ts';
import { type Streams, tell } from '../streams.ts';
import { recordFault } from './trust-words.ts';

/**
 * Remembers it; where that fails the template is made nonetheless, and the person is told.
 *
 * @param folder absolute path of the template
 */
export const rememberOwn = async (folder: string, streams: Streams): Promise<void> => {
  try {
    if (!(await isMine(folder))) await rememberMade(folder);
  } catch (thrown) {
    const { hints = [], ...fault } = recordFault(thrown);
    const later = `once it can be remembered: mendbook template trust --mine ${shellWord(shownPath(folder, streams.cwd))}`;
    await tell([{ ...fault, severity: 'warning', hints: [...hints, later] }], [], streams);
  }
};
