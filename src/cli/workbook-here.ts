/** A command that is given inside a workbook of one's own, without naming it. */
import type { Command } from 'commander';
import { type Streams, tell } from '../commands/streams.ts';

/**
 * Warns who is in the folder of a workbook and names none: the shipped one is taken then, and nothing in its pages tells that the
 * changes just made are missing.
 *
 * @param command as it was given
 * @returns once it is told, where there is something to tell
 */
export const tellOfWorkbookHere = async (command: Command, streams: Streams & { quiet?: boolean }): Promise<void> => {
  if (command.args.length > 0) return;
  const { languagesIn } = await import('../content/workbook-folder.ts');
  if ((await languagesIn(streams.cwd)).length === 0) return;
  const { warning } = await import('../diagnostics/make.ts');
  const message = 'expected the workbook in this folder to be named, found no name: the shipped one is taken';
  await tell([warning('workbook-here', message, undefined, `for the one in this folder: mendbook ${command.name()} .`)], [], streams);
};
