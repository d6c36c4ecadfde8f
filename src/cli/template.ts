/** Declares the command `mendbook template` with its help and options. */
import type { Command } from 'commander';
import type { ListOptions } from '../commands/template/list.ts';
import type { TrustOptions } from '../commands/template/trust.ts';
import type { Streams } from '../commands/streams.ts';
import { processStreams } from './process-streams.ts';
import { choice, name as nameOf, path } from './argument-parsers.ts';

export const declareTemplate = (program: Command): void => {
  const template = program
    .command('template')
    .summary('list templates, make one, change a component')
    .description('Lists the templates, makes one of your own, and copies components into it to be changed.');

  template
    .command('list')
    .summary('list the templates, and what each is for')
    .description('Lists the shipped templates, and those in templates/ of this folder, on stdout.')
    .addOption(choice('--format <format>', 'how they are written', ['human', 'json']).default('human'))
    .action(async ({ format }: Pick<ListOptions, 'format'>) => {
      const { list } = await import('../commands/template/list.ts');
      process.exitCode = await list({ format, ...processStreams() });
    });

  template
    .command('new')
    .summary('make a template')
    .description('Writes a folder with a theme.yaml that extends another template, with what may be changed as comments. Never overwrites.')
    .argument('<name>', 'a name, for a folder in templates/; or a folder such as ./my-look', nameOf)
    .option('--extends <template>', 'the template that it starts from: a shipped one or a folder', path, 'calm')
    .addHelpText('after', '\nExample:\n  mendbook template new harbor               writes templates/harbor\n  mendbook build --template templates/harbor')
    .action(async (name: string, options: { extends: string }) => {
      const { newTemplate } = await import('../commands/template/new.ts');
      process.exitCode = await newTemplate({ name, ...options, ...processStreams() });
    });

  template
    .command('eject')
    .summary('copy a component into a template, to be changed')
    .description(
      'Copies the TSX of a component, and the files that it is made of, into a template, where it takes the place of the original. Never overwrites. Without a name it lists the components.',
    )
    .argument('[component]', 'a component such as Cover, or a kind of block such as question', nameOf)
    .option('--into <folder>', 'the template (default: this folder, or the one template in templates/)', path)
    .addHelpText('after', '\nExample:\n  mendbook template eject question --into templates/harbor')
    .action(async (component: string | undefined, options: { into?: string }) => {
      const { eject } = await import('../commands/template/eject.ts');
      process.exitCode = await eject({ ...(component === undefined ? {} : { component }), ...options, ...processStreams() });
    });

  template
    .command('trust')
    .summary('allow the code of a template to run')
    .description(
      'Allows the code of a template that was not made here, and of those that it extends, to run until it changes: code can do all that you can, and nothing confines it. What lies in a folder without code needs no trust.',
    )
    .argument('[folder]', 'the template', path)
    .option('--mine', 'the folder is your own work, moved or copied here: do not ask when it changes')
    .option('--list', 'list what is allowed, on stdout')
    .addHelpText('after', '\nExample:\n  mendbook template trust their-workbook/look\n  mendbook template untrust their-workbook/look   takes it back')
    .action(async (folder: string | undefined, options: Omit<TrustOptions, 'folder' | keyof Streams>) => {
      const { trust } = await import('../commands/template/trust.ts');
      process.exitCode = await trust({ ...(folder === undefined ? {} : { folder }), ...options, ...processStreams() });
    });

  template
    .command('untrust')
    .summary('take back what template trust allowed')
    .description('Takes back that the code of a template may run; also of one that was made here.')
    .argument('<folder>', 'the template, there or not', path)
    .action(async (folder: string) => {
      const { untrust } = await import('../commands/template/trust.ts');
      process.exitCode = await untrust({ folder, ...processStreams() });
    });
};
