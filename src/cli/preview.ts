/** Declares the command `mendbook preview` with its help and options. */
import { type Command, Option } from 'commander';
import type { PreviewOptions } from '../commands/preview.ts';
import type { Streams } from '../commands/streams.ts';
import { withCopyOptions } from './copy-options.ts';
import { untilInterrupted } from './interrupt-signal.ts';
import { processStreams } from './process-streams.ts';
import { path, port, TRUST_TEMPLATE } from './argument-parsers.ts';
import { warnOfUnnamedWorkbook } from './workbook-here.ts';

/** `--open <filled.pdf>`: under a name of its own, since `--no-open` is about the browser. */
class OpenedCopy extends Option {
  constructor() {
    super('--open <filled.pdf>', 'show this filled copy, with its answers beside its pages');
    this.argParser(path);
  }
  override attributeName(): string {
    return 'copy';
  }
}

export const declarePreview = (program: Command): void => {
  withCopyOptions(
    program
      .command('preview')
      .summary('look at a workbook in the browser while you change it')
      .description('Shows the pages of a workbook in the browser, and again within a second of each change. Only this computer can see them. Ctrl-C ends it.')
      .argument('[workbook]', 'a shipped workbook or a folder', 'rebuilding-trust'),
  )
    .option('--trust-template', TRUST_TEMPLATE)
    .addOption(new Option('--port <number>', 'where to serve it').argParser(port).default(0, 'any that is free'))
    .option('--no-open', 'print the address, and do not open the browser')
    // Declared after it: otherwise the browser would not be opened unless asked for.
    .addOption(new OpenedCopy())
    .addHelpText(
      'after',
      `
The page has controls for most of these; options only say what it begins with.

Examples:
  mendbook preview my-workbook
  mendbook preview my-workbook --template ./mine --paper a4
  mendbook preview --open filled.pdf                    the answers beside the pages`,
    )
    .action(async (workbook: string, options: Omit<PreviewOptions, 'workbook' | 'signal' | keyof Streams>, command: Command) => {
      const { preview } = await import('../commands/preview.ts');
      await warnOfUnnamedWorkbook(command, { ...options, ...processStreams() });
      process.exitCode = await preview({ workbook, ...options, ...processStreams(), stdin: process.stdin, signal: untilInterrupted() });
    });
};
