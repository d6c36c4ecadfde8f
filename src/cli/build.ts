/** Declares the command `mendbook build` with its help and options. */
import type { Command } from 'commander';
import type { BuildOptions } from '../commands/build-options.ts';
import type { Streams } from '../commands/streams.ts';
import { endSoon } from '../system/short-run.ts';
import { practiceWords, withCopyOptions } from './copy-options.ts';
import { untilInterrupted } from './interrupt-signal.ts';
import { processStreams } from './process-streams.ts';
import { choice, descriptor, id, path, TRUST_TEMPLATE } from './argument-parsers.ts';
import { warnOfUnnamedWorkbook } from './workbook-here.ts';

export const declareBuild = (program: Command): void => {
  withCopyOptions(
    program
      .command('build')
      .summary('make the PDF of a workbook')
      .description('Makes the PDF of a workbook: a name of a shipped one, or a folder that holds one folder a language (en/workbook.yaml …).')
      .argument('[workbook]', 'a shipped workbook or a folder', 'rebuilding-trust')
      .option('-o, --out <path>', 'the PDF or a folder for it; - for stdout (default: out/<name>.pdf)', path),
  )
    .option('--trust-template', TRUST_TEMPLATE)
    .option('--watch', 'build again whenever a file is saved, until Ctrl-C')
    .option('--protect', 'encrypt the PDF: it opens with a password alone, which is asked for on the terminal')
    .option('--password-fd <number>', 'read that password from a file descriptor; with or without --protect', descriptor)
    .option('--id <sign>', 'a sign of the client, such as 2026-017, to keep in the file: mendbook inspect shows it (default: that of the answers)', id)
    .option('--answers <file>', 'fill in what was answered in an earlier copy: the filled PDF, or what mendbook answers wrote as YAML or JSON', path)
    .option('--keep-answers', 'fill in what was answered in the PDF that is replaced')
    .option('--force', 'overwrite the PDF even if answers were saved into it')
    .option('-v, --verbose', 'list each field with its page and how much it takes; measure the ink')
    .option('-q, --quiet', 'say nothing but errors')
    .addOption(choice('--format <format>', 'how it is told: json is one object on stdout, for programs', ['human', 'json']).default('human'))
    .addOption(choice('--engine <name>', 'what lays out the pages', ['react-pdf']).hideHelp())
    .addHelpText(
      'after',
      `
${practiceWords()}

Examples:
  mendbook build                                   the whole workbook
  mendbook build --for was-hurt --name "Ana"       the edition for one reader
  mendbook build --steps 1-3,5 --paper a4 -o ana/  some steps, into a folder
  mendbook build --answers ana.pdf -o ana-2.pdf    this edition, with what Ana has answered so far
  mendbook build my-workbook --watch               again after each change
  mendbook build --flat -o - | lp                  straight to the printer`,
    )
    .action(async (workbook: string, options: Omit<BuildOptions, 'workbook' | keyof Streams>, command: Command) => {
      if (!options.watch) endSoon();
      const { build } = await import('../commands/build.ts');
      await warnOfUnnamedWorkbook(command, { ...options, ...processStreams() });
      process.exitCode = await build({
        workbook,
        ...options,
        ...(command.args.length === 0 ? { unnamed: true } : {}),
        ...processStreams(),
        stdin: process.stdin,
        ...(options.watch ? { signal: untilInterrupted() } : {}),
      });
    });
};
