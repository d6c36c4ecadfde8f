/** Declares the command `mendbook answers` with its help and options. */
import type { Command } from 'commander';
import type { AnswersOptions } from '../commands/answers.ts';
import type { Streams } from '../commands/streams.ts';
import { choice, list, PASSWORD_FD, path, paths } from './argument-parsers.ts';
import { processStreams } from './process-streams.ts';

/** As in questions/formats.ts, which is loaded when the command runs. */
const FORMATS = ['md', 'text', 'json', 'yaml', 'csv'];

export const declareAnswers = (program: Command): void => {
  program
    .command('answers')
    .summary('read the answers of filled PDFs')
    .description('Reads filled copies as questions with their answers, in the order of the book and under its words. Nothing leaves this computer.')
    .argument('<filled...>', 'the PDFs in which answers were saved', paths)
    .addOption(
      choice(
        '--format <format>',
        'how they are written: md, text, json, yaml or csv (default: by the ending of --out, else text on a terminal, and md)',
        FORMATS,
      ),
    )
    .option('--only <parts>', 'only these parts, as mendbook list shows them: today,apologize/my-apology', list)
    .option('--only-answered', 'leave out what was not answered')
    .option('--long', 'with csv: one row an answer, where else one row is a copy')
    .option('--workbook <workbook>', 'for copies of earlier versions, which do not say what they ask: the workbook that they were made from', path)
    .option('-o, --out <file>', 'the file to write, for its owner alone; - for stdout (default: stdout)', path)
    .option(...PASSWORD_FD)
    .option('--force', 'overwrite the file if there is one')
    .option('-q, --quiet', 'say nothing but errors')
    .addHelpText(
      'after',
      `
Examples:
  mendbook answers ana.pdf                            on the screen
  mendbook answers ana.pdf --only-answered -o ana.md  into a file of notes
  mendbook answers returns/*.pdf -o table.csv         one row a copy, one column a question`,
    )
    .action(async (files: string[], options: Omit<AnswersOptions, 'files' | keyof Streams>) => {
      const { answers } = await import('../commands/answers.ts');
      process.exitCode = await answers({ files, ...options, ...processStreams(), stdin: process.stdin });
    });
};
