/** Declares the command `mendbook new` with its help and options. */
import type { Command } from 'commander';
import type { NewOptions } from '../commands/new.ts';
import type { Streams } from '../commands/streams.ts';
import { PAPERS } from '../options/papers.ts';
import { processStreams } from './process-streams.ts';
import { choice, list, name, path } from './argument-parsers.ts';

/** Collects the values of an option that may be given several times. */
const another = (value: string, before: readonly string[] = []): string[] => [...before, name(value)];

export const declareNew = (program: Command): void => {
  program
    .command('new')
    .summary('begin a workbook of your own')
    .description(
      'Makes a folder with a workbook of your own: its words as YAML, a practice.yaml for your name, logo and colours, and a README.md. On a terminal it asks for what is not said here. It never overwrites anything.',
    )
    .argument('<folder>', 'the folder to make; if it is there, it has to be empty', path)
    .option('--from <workbook>', 'what to copy: rebuilding-trust (usual), or starter, which is small and has one block of every kind', name)
    .option('--lang <languages>', 'its languages, the usual one first: en, or es,en', list)
    .option('--practice-name <name>', 'the name of your practice', name)
    .option('--counselor <name>', 'your name', name)
    .option('--credentials <words>', 'what stands behind your name', name)
    .option('--contact <line>', 'a line that says how to reach you; up to six times', another)
    .option('--logo <file>', 'your logo, a PNG, JPEG or SVG: it is copied into the folder', path)
    .option('--accent <colour>', 'your colour, such as #5b3a6e', name)
    .option('--footer <line>', 'a line at the foot of each page', name)
    .option('--license <line>', 'a line about who may copy what you write', name)
    .addOption(choice('--paper <size>', 'the usual paper', PAPERS))
    .option('--country <code>', 'whose help lines are printed, such as us, gb or mx', name)
    .option('--template <template>', 'how it looks: a shipped template', name)
    .option('-y, --yes', 'ask nothing: take what is usual')
    .addHelpText(
      'after',
      `
Examples:
  mendbook new my-book                                      asks a few questions
  mendbook new my-book --from starter --yes                 the small one, as it is
  mendbook new harbor --practice-name "Harbor Counseling" \\
    --logo logo.svg --accent "#5b3a6e" --country us --yes   all said at once`,
    )
    .action(async (folder: string, options: Omit<NewOptions, 'folder' | 'stdin' | keyof Streams>) => {
      const { newWorkbook } = await import('../commands/new.ts');
      process.exitCode = await newWorkbook({ folder, ...options, ...processStreams(), stdin: process.stdin });
    });
};
