/** The words and options of `mendbook build`. */
import type { Command } from 'commander';
import type { BuildOptions } from '../commands/build.ts';
import type { Streams } from '../commands/streams.ts';
import { RELATIONSHIPS, ROLES } from '../content/terms.ts';
import { BINDINGS, PAPERS } from '../template/papers.ts';
import { untilInterrupted } from './interrupt.ts';
import { io } from './io.ts';
import { choice, list, name, path, steps } from './values.ts';
import { tellOfWorkbookHere } from './workbook-here.ts';

export const declareBuild = (program: Command): void => {
  program
    .command('build')
    .summary('make the PDF of a workbook')
    .description('Makes the PDF of a workbook: a name of a shipped one, or a folder that holds one folder a language (en/workbook.yaml …).')
    .argument('[workbook]', 'a shipped workbook or a folder', 'rebuilding-trust')
    .option('-o, --out <path>', 'the PDF or a folder for it; - for stdout (default: out/<name>.pdf)', path)
    .option('--template <template>', 'a shipped template or a folder (default: calm)')
    .addOption(choice('--paper <size>', 'the paper (default: letter)', PAPERS))
    .option('--large-print', 'letters of 18 points in one column, wider lines')
    .addOption(choice('--binding <binding>', 'room for holes or a fold at the inner edge of each sheet', BINDINGS).default('none'))
    .option('--ink-saver', 'no fills, thinner lines, all in grey')
    .option('--lang <language>', 'the language: a folder of the workbook (default: en)')
    .option('--steps <steps>', 'only these steps, as numbers or ids: 1-3,5 or apologize', steps)
    .addOption(choice('--for <role>', 'whose edition', [...ROLES, 'both']).default('both'))
    .addOption(choice('--relationship <kind>', 'who the two are to each other', [...RELATIONSHIPS]).default('other'))
    .option('--name <name>', 'a name to show on the cover', name)
    .option('--country <code>', 'whose help lines to print, such as us, gb or ie')
    .option('--practice <file>', 'whose name and logo it carries (default: practice.yaml in the workbook’s folder)', path)
    .addOption(choice('--edition <edition>', 'the client’s copy, or the counselor’s with notes beside each page', ['client', 'counselor']).default('client'))
    .option('--without <names>', 'leave out pages, steps or worksheets: safety-page,apologize/my-apology', list)
    .option('--discreet', 'a neutral cover, file name, title and bookmarks')
    .option('--flat', 'print only: no fields')
    .option('--watch', 'build again whenever a file is saved, until Ctrl-C')
    .option('--force', 'overwrite the PDF even if answers were saved into it')
    .option('-v, --verbose', 'list each field with its page and how much it takes; measure the ink')
    .option('-q, --quiet', 'say nothing but errors')
    .addHelpText(
      'after',
      `
practice.yaml may give template, paper, language and country; an option wins over it.

Examples:
  mendbook build                                   the whole workbook
  mendbook build --for was-hurt --name "Ana"       the edition for one reader
  mendbook build --steps 1-3,5 --paper a4 -o ana/  some steps, into a folder
  mendbook build my-workbook --watch               again after each change
  mendbook build --flat -o - | lp                  straight to the printer`,
    )
    .action(async (workbook: string, options: Omit<BuildOptions, 'workbook' | keyof Streams>, command: Command) => {
      await tellOfWorkbookHere(command, { ...options, ...io() });
      const { build } = await import('../commands/build.ts');
      process.exitCode = await build({ workbook, ...options, ...io(), ...(options.watch ? { signal: untilInterrupted() } : {}) });
    });
};
