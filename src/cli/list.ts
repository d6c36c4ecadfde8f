/** Declares the command `mendbook list` with its help and options. */
import type { Command } from 'commander';
import type { ListOptions } from '../commands/list.ts';
import type { Streams } from '../commands/streams.ts';
import { endSoon } from '../system/short-run.ts';
import { choice, TRUST_TEMPLATE } from './argument-parsers.ts';
import { withCopyOptions } from './copy-options.ts';
import { processStreams } from './process-streams.ts';
import { warnOfUnnamedWorkbook } from './workbook-here.ts';

export const declareList = (program: Command): void => {
  withCopyOptions(
    program
      .command('list')
      .summary('list the pages, steps and worksheets of a workbook')
      .description(
        'Lists the parts of a workbook with the names that --only, --without and packets take: title, for whom, alone or together, minutes and pages, as in the copy that the options make; and the packets that come with it. Writes nothing.',
      )
      .argument('[workbook]', 'a shipped workbook or a folder', 'rebuilding-trust'),
  )
    .option('--trust-template', TRUST_TEMPLATE)
    .addOption(choice('--format <format>', 'how it is written: json is one object, for programs', ['human', 'json']).default('human'))
    .addHelpText(
      'after',
      `
Examples:
  mendbook list                        the parts of the shipped workbook
  mendbook list --for was-hurt         those of one reader’s copy, with its page numbers
  mendbook list --packet first-talk    those of a packet`,
    )
    .action(async (workbook: string, options: Omit<ListOptions, 'workbook' | keyof Streams>, command: Command) => {
      endSoon();
      await warnOfUnnamedWorkbook(command, { ...options, ...processStreams() });
      const { list } = await import('../commands/list.ts');
      process.exitCode = await list({ workbook, ...options, ...processStreams(), stdin: process.stdin });
    });
};
