#!/usr/bin/env node
/** The program: commands, options, exit codes. What a command needs is loaded when it runs. */
import { readFileSync } from 'node:fs';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { BookletOptions } from './commands/booklet.ts';
import type { BuildOptions } from './commands/build.ts';
import type { CheckOptions } from './commands/check.ts';
import type { FlattenOptions } from './commands/flatten.ts';
import { keptByNpm } from './commands/npm-options.ts';
import type { Streams } from './commands/streams.ts';
import { SHEET_NAMES } from './booklet/sheets.ts';
import { RELATIONSHIPS, ROLES } from './content/terms.ts';
import { BINDINGS, PAPERS } from './template/papers.ts';

/** Exit codes: 0 done, 1 the input has errors or the output cannot be written, 2 wrong usage, 70 our own fault (EX_SOFTWARE of sysexits.h). */
const OUTPUT_FAILED = 1;
const WRONG_USAGE = 2;
const OUR_FAULT = 70;

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string };

const name = (value: string): string => {
  if (value.trim() === '') throw new InvalidArgumentError('Expected a name, found nothing.');
  return value.trim();
};

const path = (value: string): string => {
  if (value.trim() === '') throw new InvalidArgumentError('Expected a file or folder, found nothing.');
  return value;
};

const steps = (value: string): string => {
  if (value.trim() === '') throw new InvalidArgumentError('Expected steps such as 1-3,5, found nothing.');
  return value;
};

/** A sheet of 80 g/m² is about a tenth of a millimetre thick, one of 300 g/m² about 0.4. */
const SHEET_THICKNESS = 0.1;
const THICKEST = 1;

const millimetres = (value: string): number => {
  const number = Number(value.trim().replace(/\s*mm$/, '').replace(',', '.'));
  if (value.trim() === '' || !(number >= 0 && number <= THICKEST)) throw new InvalidArgumentError(`Expected millimetres from 0 to ${THICKEST}, such as 0.1.`);
  return number;
};

const list = (value: string): string[] => {
  const items = value.split(',').map((item) => item.trim()).filter((item) => item !== '');
  if (items.length === 0) throw new InvalidArgumentError('Expected names such as safety-page, found nothing.');
  return items;
};

const io = () => ({ cwd: process.cwd(), stdout: process.stdout, stderr: process.stderr });

const program = new Command('mendbook')
  .description('Makes a workbook from plain text: one PDF to print and write in, or to fill in on a screen and save.')
  .version(version, '-V, --version', 'print the version')
  .helpOption('-h, --help', 'show this help')
  .helpCommand('help [command]', 'show the help of a command')
  .showSuggestionAfterError()
  .exitOverride()
  .addHelpText(
    'after',
    `
Examples:
  mendbook build                         the shipped workbook, into out/rebuilding-trust.pdf
  mendbook build my-workbook --paper a4  a workbook of your own, on A4
  mendbook check my-workbook             everything that is wrong with it, with places

Exit codes: 0 done, 1 the input has errors, 2 wrong usage, 70 a fault of the program.`,
  );

program
  .command('build')
  .summary('make the PDF of a workbook')
  .description('Makes the PDF of a workbook: a name of a shipped one, or a folder that holds one folder a language (en/workbook.yaml …).')
  .argument('[workbook]', 'a shipped workbook or a folder', 'rebuilding-trust')
  .option('-o, --out <path>', 'the PDF or a folder for it; - for stdout (default: out/<name>.pdf)', path)
  .option('--template <template>', 'a shipped template or a folder', 'calm')
  .addOption(new Option('--paper <size>', 'the paper').choices([...PAPERS]).default('letter'))
  .option('--large-print', 'letters of 18 points in one column, wider lines')
  .addOption(new Option('--binding <binding>', 'room for holes or a fold at the inner edge of each sheet').choices([...BINDINGS]).default('none'))
  .option('--ink-saver', 'no fills, thinner lines, all in grey')
  .option('--lang <language>', 'the language: a folder of the workbook', 'en')
  .option('--steps <steps>', 'only these steps, as numbers or ids: 1-3,5 or apologize', steps)
  .addOption(new Option('--for <role>', 'whose edition').choices([...ROLES, 'both']).default('both'))
  .addOption(new Option('--relationship <kind>', 'who the two are to each other').choices([...RELATIONSHIPS]).default('other'))
  .option('--name <name>', 'a name to show on the cover', name)
  .option('--country <code>', 'whose help lines to print, such as us, gb or ie')
  .addOption(new Option('--edition <edition>', 'the client’s copy, or the counselor’s with notes beside each page').choices(['client', 'counselor']).default('client'))
  .option('--without <names>', 'leave out pages, steps or worksheets: safety-page,apologize/my-apology', list)
  .option('--discreet', 'a neutral cover, file name, title and bookmarks')
  .option('--flat', 'print only: no fields')
  .option('--force', 'overwrite the PDF even if answers were saved into it')
  .option('-v, --verbose', 'list each field with its page and how much it takes; measure the ink')
  .option('-q, --quiet', 'say nothing but errors')
  .addHelpText(
    'after',
    `
Examples:
  mendbook build                                   the whole workbook
  mendbook build --for was-hurt --name "Ana"       the edition for one reader
  mendbook build --steps 1-3,5 --paper a4 -o ana/  some steps, into a folder
  mendbook build --flat -o - | lp                  straight to the printer`,
  )
  .action(async (workbook: string, options: Omit<BuildOptions, 'workbook' | keyof Streams>) => {
    const { build } = await import('./commands/build.ts');
    process.exitCode = await build({ workbook, ...options, ...io() });
  });

program
  .command('check')
  .summary('find every problem of a workbook')
  .description('Finds every problem of a workbook and its template at once, each with file, line and column. Writes nothing.')
  .argument('[workbook]', 'a shipped workbook or a folder', 'rebuilding-trust')
  .option('--template <template>', 'a shipped template or a folder', 'calm')
  .option('--lang <language>', 'the language: a folder of the workbook', 'en')
  .option('--country <code>', 'check the help lines of this country too')
  .addOption(new Option('--format <format>', 'how problems are written').choices(['human', 'short', 'json']).default('human'))
  .addHelpText(
    'after',
    `
Examples:
  mendbook check my-workbook                  with the lines in question
  mendbook check my-workbook --format short   file:line:column, for editors
  mendbook check my-workbook --format json    for programs, on stdout`,
  )
  .action(async (workbook: string, options: Omit<CheckOptions, 'workbook' | keyof Streams>) => {
    const { check } = await import('./commands/check.ts');
    process.exitCode = await check({ workbook, ...options, ...io() });
  });

program
  .command('flatten')
  .summary('make the answers of a filled PDF part of its pages')
  .description('Makes a copy of a filled PDF without fields: the answers are printed on its pages, and read aloud in their places. For phones, for sending, for keeping.')
  .argument('<filled>', 'the PDF in which the answers were saved')
  .option('-o, --out <path>', 'the PDF or a folder for it; - for stdout (default: beside the filled one, as <name>-flat.pdf)', path)
  .option('--force', 'overwrite the PDF if there is one')
  .option('-q, --quiet', 'say nothing but errors')
  .addHelpText(
    'after',
    `
Examples:
  mendbook flatten rebuilding-trust.pdf              writes rebuilding-trust-flat.pdf
  mendbook flatten ana.pdf -o archive/               into a folder`,
  )
  .action(async (file: string, options: Omit<FlattenOptions, 'file' | keyof Streams>) => {
    const { flattenFile } = await import('./commands/flatten.ts');
    process.exitCode = await flattenFile({ file, ...options, ...io() });
  });

program
  .command('booklet')
  .summary('put the pages of a PDF on sheets to fold and staple')
  .description('Puts the pages of a PDF to print on sheets, two side by side, so that they are in order once the sheets are folded and stapled in the fold.')
  .argument('<pdf>', 'a PDF without fields: built with --flat')
  .option('-o, --out <path>', 'the PDF or a folder for it; - for stdout (default: beside the other one, as <name>-sheets.pdf)', path)
  .option('--sheet-thickness <mm>', 'the thickness of a sheet: inner pages are moved towards the fold by it', millimetres, SHEET_THICKNESS)
  .addOption(new Option('--fit <sheet>', 'make the pages smaller or larger, so that two fill such a sheet').choices(SHEET_NAMES))
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
    const { booklet } = await import('./commands/booklet.ts');
    process.exitCode = await booklet({ file, ...options, ...io() });
  });

program
  .command('schema')
  .summary('print the JSON Schema of a kind of file')
  .description('Prints the JSON Schema of a kind of file, for editors that complete and check while one types.')
  .argument('[kind]', 'workbook, step or theme', 'step')
  .addHelpText('after', '\nExample:\n  mendbook schema step > step.schema.json')
  .action(async (kind: string) => {
    const { schema } = await import('./commands/schema.ts');
    process.exitCode = await schema({ kind, ...io() });
  });

/** A pipe that closes early (`| head`) is no fault; a full disk behind it is none of ours. */
process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
  if (code === 'EPIPE') process.exit(0);
  process.stderr.write(`error[output-unwritable]: cannot write to stdout: ${code === 'ENOSPC' ? 'the disk is full' : message}\n`);
  process.exit(OUTPUT_FAILED);
});
/** There is nobody to be told any more. */
process.stderr.on('error', () => undefined);

const lost = keptByNpm(process.env, program.commands.flatMap(({ options }) => options.flatMap(({ long }) => (long ? [long] : []))));
if (lost.length > 0) {
  process.stderr.write(`error[npm-options]: expected "--" before the options of the program, found none: npm took ${lost.join(' and ')} for its own\n  = write: npm ${process.env.npm_lifecycle_event === 'start' ? 'start' : 'run mendbook'} -- ${lost.join(' … ')} …\n`);
  process.exit(WRONG_USAGE);
}
try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : WRONG_USAGE;
  else {
    const { message, stack } = error as Error;
    process.stderr.write(`mendbook: a fault of the program: ${message}\nPlease report it, with the command and the workbook that caused it. Nothing was written.\n`);
    if (process.env.MENDBOOK_DEBUG) process.stderr.write(`${stack}\n`);
    process.exitCode = OUR_FAULT;
  }
}
