/** The words and options of `mendbook preview`. */
import type { Command } from 'commander';
import type { PreviewOptions } from '../commands/preview.ts';
import type { Streams } from '../commands/streams.ts';
import { RELATIONSHIPS, ROLES } from '../content/terms.ts';
import { BINDINGS, PAPERS } from '../template/papers.ts';
import { untilInterrupted } from './interrupt.ts';
import { io } from './io.ts';
import { choice, list, name, path, port, steps } from './values.ts';
import { tellOfWorkbookHere } from './workbook-here.ts';

export const declarePreview = (program: Command): void => {
  program
    .command('preview')
    .summary('look at a workbook in the browser while you change it')
    .description('Shows the pages of a workbook in the browser, and again within a second of each change. Only this computer can see them. Ctrl-C ends it.')
    .argument('[workbook]', 'a shipped workbook or a folder', 'rebuilding-trust')
    .option('--template <template>', 'a shipped template or a folder (default: calm)')
    .addOption(choice('--paper <size>', 'the paper (default: letter)', PAPERS))
    .option('--large-print', 'letters of 18 points in one column, wider lines')
    .addOption(choice('--binding <binding>', 'room for holes or a fold at the inner edge of each sheet', BINDINGS).default('none'))
    .option('--ink-saver', 'no fills, thinner lines, all in grey')
    .option('--lang <language>', 'the language: a folder of the workbook (default: en)')
    .option('--practice <file>', 'whose name and logo it carries (default: practice.yaml in the workbook’s folder)', path)
    .option('--steps <steps>', 'only these steps, as numbers or ids: 1-3,5 or apologize', steps)
    .addOption(choice('--for <role>', 'whose edition', [...ROLES, 'both']).default('both'))
    .addOption(choice('--relationship <kind>', 'who the two are to each other', [...RELATIONSHIPS]).default('other'))
    .option('--name <name>', 'a name to show on the cover', name)
    .option('--country <code>', 'whose help lines to print, such as us, gb or ie')
    .addOption(choice('--edition <edition>', 'the client’s copy, or the counselor’s with notes beside each page', ['client', 'counselor']).default('client'))
    .option('--without <names>', 'leave out pages, steps or worksheets: safety-page,apologize/my-apology', list)
    .option('--discreet', 'a neutral cover, file name, title and bookmarks')
    .option('--flat', 'print only: no fields')
    .option('--port <number>', 'where to serve it (default: any that is free)', port, 0)
    .option('--no-open', 'print the address, and do not open the browser')
    .addHelpText(
      'after',
      `
The page has controls for most of these; options only say what it begins with.

Examples:
  mendbook preview my-workbook
  mendbook preview my-workbook --template ./mine --paper a4`,
    )
    .action(async (workbook: string, options: Omit<PreviewOptions, 'workbook' | 'signal' | keyof Streams>, command: Command) => {
      await tellOfWorkbookHere(command, { ...options, ...io() });
      const { preview } = await import('../commands/preview.ts');
      process.exitCode = await preview({ workbook, ...options, ...io(), signal: untilInterrupted() });
    });
};
