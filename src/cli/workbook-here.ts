/** Warns when a command without a workbook's name is run inside the folder of a workbook. */
import type { Command } from 'commander';
import { type Streams, tell } from '../commands/streams.ts';

/**
 * Warns when the working folder is a workbook but the command names none: the shipped workbook is built then, without the user's changes.
 *
 * @param command the command as it was parsed
 * @returns once the warning, if any, is printed
 */
export const warnOfUnnamedWorkbook = async (command: Command, streams: Streams & { quiet?: boolean }): Promise<void> => {
  if (command.args.length > 0) return;
  const { languagesIn } = await import('../content/workbook-folder.ts');
  if ((await languagesIn(streams.cwd)).length === 0) return;
  const { warning } = await import('../diagnostics/make.ts');
  const message = 'expected the workbook in this folder to be named, found no name: the shipped one is taken';
  await tell([warning('workbook-here', message, undefined, `for the one in this folder: mendbook ${command.name()} .`)], [], streams);
};
