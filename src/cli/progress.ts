/** Declares the command `mendbook progress` with its help and options. */
import type { Command } from 'commander';
import type { ProgressOptions } from '../commands/progress.ts';
import type { Streams } from '../commands/streams.ts';
import { choice, list, PASSWORD_FD, path, TRUST_TEMPLATE, paths } from './argument-parsers.ts';
import { withSomeOptions } from './copy-options.ts';
import { processStreams } from './process-streams.ts';

/** As in commands/progress.ts, which is loaded when the command runs. */
const FORMATS = ['text', 'json', 'pdf'];
const PAGE_OPTIONS = ['lang', 'template', 'paper', 'largePrint', 'inkSaver'] as const;

export const declareProgress = (program: Command): void => {
  const command = program
    .command('progress')
    .summary('compare filled PDFs of one person in time')
    .description('Shows ratings side by side, and what was answered anew, changed or let go of. It compares, and never judges. Nothing leaves this computer.')
    .argument('<filled...>', 'the PDFs in which answers were saved, the oldest first', paths)
    .addOption(choice('--format <format>', 'how it is written: text, json for programs, or pdf to print (default: by the ending of --out, else text)', FORMATS))
    .option('--only <parts>', 'only these parts, as mendbook list shows them: today,apologize/my-apology', list)
    .option('--together', 'the copies of two partners, beside each other: only where both have agreed')
    .option('--all', 'print long answers whole; a page to print has their first lines, and the rows that differ, unless this is given')
    .option('-o, --out <file>', 'the file to write, for its owner alone; - for stdout (default: stdout)', path)
    .option(...PASSWORD_FD)
    .option('--force', 'overwrite the file if there is one; never a filled copy')
    .option('-q, --quiet', 'say nothing but errors');
  withSomeOptions(command, 'Page to print:', PAGE_OPTIONS, {
    lang: 'the language of its own words (default: that of the last copy)',
    paper: 'the paper (default: that of the last copy)',
  })
    .option('--trust-template', TRUST_TEMPLATE)
    .addHelpText(
      'after',
      `
Examples:
  mendbook progress november.pdf december.pdf          two months of one person
  mendbook progress november.pdf december.pdf --only today
  mendbook progress november.pdf december.pdf -o page.pdf   to print`,
    )
    .action(async (files: string[], options: Omit<ProgressOptions, 'files' | keyof Streams>) => {
      const { progress } = await import('../commands/progress.ts');
      process.exitCode = await progress({ files, ...options, ...processStreams(), stdin: process.stdin });
    });
};
