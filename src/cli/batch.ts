/** Declares the command `mendbook batch` with its help and options. */
import type { Command } from 'commander';
import type { BatchOptions } from '../commands/batch.ts';
import type { Streams } from '../commands/streams.ts';
import { choice, descriptor, path, TRUST_TEMPLATE } from './argument-parsers.ts';
import { withCopyOptions } from './copy-options.ts';
import { untilInterrupted } from './interrupt-signal.ts';
import { processStreams } from './process-streams.ts';

type Given = Omit<BatchOptions, 'list' | 'workbook' | keyof Streams> & { sample?: boolean };

export const declareBatch = (program: Command): void => {
  withCopyOptions(
    program
      .command('batch')
      .summary('make the copies of a list of clients')
      .description('Makes one PDF for each row of a list: CSV from a spreadsheet, or YAML. Its columns are the options below, without the hyphens before them.')
      .argument('[list]', 'the list, .csv or .yaml')
      .argument('[workbook]', 'a shipped workbook or a folder', 'rebuilding-trust')
      .option('-o, --out <folder>', 'the folder for the PDFs (default: out/<name of the list>/)', path),
  )
    .option('--name-pattern <pattern>', 'the names of the files, from columns of the list: "{name} {book}", {row}, {role} …')
    .option('--folders', 'a folder for each client')
    .option('--rows <rows>', 'only these rows, as the spreadsheet counts them: 3-7,12')
    .option('--where <column=words>', 'only rows in which this stands: name=Ana; again for more', (one: string, all: string[] = []) => [...all, one])
    .option('--shard <share>', 'only one of equal shares, for several machines: 3/16')
    .option('--dry-run', 'check everything and show who gets what; write nothing')
    .option('--sample', 'write a list with an example row, and end')
    .option('--trust-template', TRUST_TEMPLATE)
    .option('--protect', 'encrypt all copies: each opens with a password alone, which is asked for on the terminal')
    .option('--password-fd <number>', 'read that password from a file descriptor; with or without --protect', descriptor)
    .option('--force', 'make all copies anew, also those that are as they were; never over answers')
    .option('-q, --quiet', 'say nothing but errors')
    .addOption(choice('--format <format>', 'how it is told: json is one object on stdout, for programs', ['human', 'json']).default('human'))
    .addHelpText(
      'after',
      `
An option holds for every row that says nothing else. What is there already is not made again.
A list may also have the columns id, copies, file, password, answers and fill.<field>, and the workbook’s variables.
A copy with a password in its row is encrypted, too.

Examples:
  mendbook batch --sample clients.csv              a list to begin with
  mendbook batch clients.csv --dry-run             who would get what
  mendbook batch clients.csv --paper a4            all copies, into out/clients/
  mendbook batch clients.csv --where name=Ana      the copies of one client`,
    )
    .action(async (list: string | undefined, workbook: string, { sample, ...options }: Given, command: Command) => {
      if (sample) {
        const { batchSample } = await import('../commands/batch-sample.ts');
        process.exitCode = await batchSample({ ...(list === undefined ? {} : { list }), ...processStreams(), ...(options.quiet ? { quiet: true } : {}) });
        return;
      }
      if (list === undefined) command.error("error: missing required argument 'list'", { code: 'commander.missingArgument' });
      const { batch } = await import('../commands/batch.ts');
      process.exitCode = await batch({
        list: list as string,
        workbook,
        ...options,
        ...(command.args.length < 2 ? { unnamed: true } : {}),
        ...processStreams(),
        stdin: process.stdin,
        signal: untilInterrupted(),
      });
    });
};
