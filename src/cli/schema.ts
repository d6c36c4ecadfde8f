/** Declares the command `mendbook schema` with its help and options. */
import type { Command } from 'commander';
import { processStreams } from './process-streams.ts';

export const declareSchema = (program: Command): void => {
  program
    .command('schema')
    .summary('print the JSON Schema of a kind of file')
    .description('Prints the JSON Schema of a kind of file, for editors that complete and check while one types.')
    .argument('[kind]', 'workbook, step, theme, practice, packet or list', 'step')
    .addHelpText('after', '\nExample:\n  mendbook schema step > step.schema.json')
    .action(async (kind: string) => {
      const { schema } = await import('../commands/schema.ts');
      process.exitCode = await schema({ kind, ...processStreams() });
    });
};
