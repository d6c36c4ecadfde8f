/** Declares the command `mendbook check` with its help and options. */
import type { Command } from 'commander';
import type { CheckOptions } from '../commands/check.ts';
import type { Streams } from '../commands/streams.ts';
import { endSoon } from '../system/short-run.ts';
import { withCheckedOptions } from './copy-options.ts';
import { processStreams } from './process-streams.ts';
import { choice, path, TRUST_TEMPLATE } from './argument-parsers.ts';
import { warnOfUnnamedWorkbook } from './workbook-here.ts';

export const declareCheck = (program: Command): void => {
  withCheckedOptions(
    program
      .command('check')
      .summary('find every problem of a workbook')
      .description(
        'Finds every problem of a workbook and its template at once, each with file, line and column. With the options of a build it says what that build would say before its pages are laid out. Writes nothing.',
      )
      .argument('[workbook]', 'a shipped workbook or a folder', 'rebuilding-trust'),
  )
    .option('-o, --out <path>', 'where a build would write: told where it could not', path)
    .option('--trust-template', TRUST_TEMPLATE)
    .addOption(choice('--format <format>', 'how problems are written', ['human', 'short', 'json']).default('human'))
    .addHelpText(
      'after',
      `
Examples:
  mendbook check my-workbook                  with the lines in question
  mendbook check my-workbook --format short   file:line:column, for editors
  mendbook check my-workbook --format json    for programs, on stdout
  mendbook check my-workbook --steps 1-3,5    and what a build of these steps would say`,
    )
    .action(async (workbook: string, options: Omit<CheckOptions, 'workbook' | keyof Streams>, command: Command) => {
      endSoon();
      const { check } = await import('../commands/check.ts');
      await warnOfUnnamedWorkbook(command, { ...options, ...processStreams() });
      process.exitCode = await check({ workbook, ...options, ...processStreams(), stdin: process.stdin });
    });
};
