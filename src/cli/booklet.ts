/** Declares the command `mendbook booklet` with its help and options. */
import type { Command } from 'commander';
import { SHEET_NAMES, SHEET_THICKNESS } from '../booklet/sheets.ts';
import type { BookletOptions } from '../commands/booklet.ts';
import type { Streams } from '../commands/streams.ts';
import { endSoon } from '../system/short-run.ts';
import { processStreams } from './process-streams.ts';
import { choice, millimetres, PASSWORD_FD, path } from './argument-parsers.ts';

export const declareBooklet = (program: Command): void => {
  program
    .command('booklet')
    .summary('put the pages of a PDF on sheets to fold and staple')
    .description('Puts the pages of a PDF to print on sheets, two side by side, so that they are in order once the sheets are folded and stapled in the fold.')
    .argument('<pdf>', 'a PDF without fields: built with --flat', path)
    .option('-o, --out <path>', 'the PDF or a folder for it; - for stdout (default: beside the other one, as <name>-sheets.pdf)', path)
    .option('--sheet-thickness <mm>', 'the thickness of a sheet: inner pages are moved towards the fold by it', millimetres, SHEET_THICKNESS)
    .addOption(choice('--fit <sheet>', 'make the pages smaller or larger, so that two fill such a sheet', SHEET_NAMES))
    .option(...PASSWORD_FD)
    .option('--force', 'overwrite a PDF that is in the way')
    .option('-q, --quiet', 'say nothing but errors')
    .addHelpText(
      'after',
      `
A5 pages go on A4, Letter on Tabloid (11 × 17 in), A4 on A3.

Examples:
  mendbook build --paper a5 --binding booklet --flat --steps 1-2 -o steps.pdf
  mendbook booklet steps.pdf                         writes steps-sheets.pdf, to print on A4
  mendbook booklet steps.pdf --fit letter            the same on Letter sheets, a little smaller`,
    )
    .action(async (file: string, options: Omit<BookletOptions, 'file' | keyof Streams>) => {
      endSoon();
      const { booklet } = await import('../commands/booklet.ts');
      process.exitCode = await booklet({ file, ...options, ...processStreams(), stdin: process.stdin });
    });
};
