/** Declares the command `mendbook flatten` with its help and options. */
import type { Command } from 'commander';
import type { FlattenOptions } from '../commands/flatten.ts';
import type { Streams } from '../commands/streams.ts';
import { endSoon } from '../system/short-run.ts';
import { processStreams } from './process-streams.ts';
import { list, name, PASSWORD_FD, path } from './argument-parsers.ts';

export const declareFlatten = (program: Command): void => {
  program
    .command('flatten')
    .summary('make the answers of a filled PDF part of its pages')
    .description(
      'Makes a copy of a filled PDF without fields: the answers are printed on its pages, and read aloud in their places. For phones, for sending, for keeping.',
    )
    .argument('<filled>', 'the PDF in which the answers were saved', path)
    .option('--only <parts>', 'only the pages of these parts, as mendbook list shows them: today,apologize/my-apology', list)
    .option('--pages <numbers>', 'only the pages with these printed numbers: 36-38,40', name)
    .option('--archive', 'for an archive: PDF/A-2a, which every program shows alike for decades')
    .option('-o, --out <path>', 'the PDF or a folder for it; - for stdout (default: beside the filled one, as <name>-flat.pdf or <name>-pages.pdf)', path)
    .option(...PASSWORD_FD)
    .option('--force', 'overwrite the PDF if there is one')
    .option('-q, --quiet', 'say nothing but errors')
    .addHelpText(
      'after',
      `
Examples:
  mendbook flatten rebuilding-trust.pdf              writes rebuilding-trust-flat.pdf
  mendbook flatten ana.pdf -o archive/               into a folder
  mendbook flatten ana.pdf --only today/today-in-words
                                                    one worksheet to send: nothing else is in the file`,
    )
    .action(async (file: string, options: Omit<FlattenOptions, 'file' | keyof Streams>) => {
      endSoon();
      const { flattenFile } = await import('../commands/flatten.ts');
      process.exitCode = await flattenFile({ file, ...options, ...processStreams(), stdin: process.stdin });
    });
};
