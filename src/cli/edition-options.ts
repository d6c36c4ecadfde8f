/** Options that say which copy of a workbook is meant: those of a build, and what a preview begins with. */
import type { Command } from 'commander';
import { RELATIONSHIPS, ROLES } from '../content/terms.ts';
import { BINDINGS, PAPERS } from '../theme/papers.ts';
import { choice, list, name, path, steps } from './values.ts';

/** Gives a command the options for looks, paper, language and edition. */
export const withEdition = (command: Command): Command =>
  command
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
    .option('--flat', 'print only: no fields');
