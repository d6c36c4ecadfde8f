/** Declares the command `mendbook inspect` with its help and options. */
import type { Command } from 'commander';
import type { InspectOptions } from '../commands/inspect.ts';
import type { Streams } from '../commands/streams.ts';
import { endSoon } from '../system/short-run.ts';
import { choice, PASSWORD_FD, paths } from './argument-parsers.ts';
import { processStreams } from './process-streams.ts';

export const declareInspect = (program: Command): void => {
  program
    .command('inspect')
    .summary('say what copies say of themselves')
    .description(
      'Says of PDFs which workbook they are, in which edition and with which options they were built, by which version, which copy of a list each is, how much is answered, and whether something was saved into it. Never whose it is.',
    )
    .argument('<pdf...>', 'copies, filled in or not', paths)
    .option(...PASSWORD_FD)
    .addOption(choice('--format <format>', 'how it is written: json is one object, for programs', ['human', 'json']).default('human'))
    .addHelpText(
      'after',
      `
Examples:
  mendbook inspect ana.pdf
  mendbook inspect returns/*.pdf --format json`,
    )
    .action(async (files: string[], options: Omit<InspectOptions, 'files' | keyof Streams>) => {
      endSoon();
      const { inspect } = await import('../commands/inspect.ts');
      process.exitCode = await inspect({ files, ...options, ...processStreams(), stdin: process.stdin });
    });
};
