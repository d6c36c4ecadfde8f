#!/usr/bin/env node
/** The program: its commands, what npm keeps from them, its exit codes. What a command needs is loaded when it runs. */
import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { declareProgress } from './cli/progress.ts';
import { declareAnswers } from './cli/answers.ts';
import { declareBatch } from './cli/batch.ts';
import { declareBooklet } from './cli/booklet.ts';
import { declareBuild } from './cli/build.ts';
import { declareCheck } from './cli/check.ts';
import { declareFlatten } from './cli/flatten.ts';
import { declareInspect } from './cli/inspect.ts';
import { declareList } from './cli/list.ts';
import { declareNew } from './cli/new.ts';
import { declarePreview } from './cli/preview.ts';
import { declareSchema } from './cli/schema.ts';
import { declareTemplate } from './cli/template.ts';
import { refuseGivenTwice } from './cli/given-twice.ts';
import { usageHint } from './cli/usage-hint.ts';
import { visibleLines } from './diagnostics/width.ts';
import { keptByNpm, npmOptionsError } from './commands/npm-options.ts';

/** Exit codes: 0 done, 1 the input has errors or the output cannot be written, 2 wrong usage, 70 our own fault (EX_SOFTWARE of sysexits.h). */
const OUTPUT_FAILED = 1;
const WRONG_USAGE = 2;
const OUR_FAULT = 70;

// Stacks then name src/. What was loaded before, and that is this file, stays as it is: each command is loaded later.
if (process.env.MENDBOOK_DEBUG) process.setSourceMapsEnabled(true);

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string };

const program = new Command('mendbook')
  .description('Makes a workbook from plain text: one PDF to print and write in, or to fill in on a screen and save.')
  .version(version, '-V, --version', 'print the version')
  .helpOption('-h, --help', 'show this help')
  .helpCommand('help [command]', 'show the help of a command')
  .showSuggestionAfterError()
  .exitOverride()
  // Its words quote what was typed.
  .configureOutput({ writeErr: (words) => void process.stderr.write(visibleLines(words)) })
  .addHelpText(
    'after',
    `
Examples:
  mendbook build                         the shipped workbook, into out/rebuilding-trust.pdf
  mendbook new my-workbook               begins a workbook of your own
  mendbook build my-workbook --paper a4  a workbook of your own, on A4
  mendbook list                          its pages, steps and worksheets, to choose from
  mendbook check my-workbook             everything that is wrong with it, with places

Exit codes: 0 done, 1 the input has errors, 2 wrong usage, 70 a fault of the program.`,
  );

for (const declare of [
  declareNew,
  declareBuild,
  declareBatch,
  declarePreview,
  declareCheck,
  declareList,
  declareFlatten,
  declareAnswers,
  declareInspect,
  declareProgress,
  declareBooklet,
  declareTemplate,
  declareSchema,
])
  declare(program);
refuseGivenTwice(program);

/** Asks for a report. The stack says nothing to an author: only developers get it. */
const tellFault = (thrown: unknown): void => {
  const { message, stack } = thrown instanceof Error ? thrown : { message: String(thrown), stack: '' };
  process.stderr.write(
    `mendbook: a fault of the program: ${visibleLines(message)}\nPlease report it, with the command and the workbook that caused it. Nothing was written.\n`,
  );
  if (process.env.MENDBOOK_DEBUG) process.stderr.write(`${stack}\n`);
};
/** Thrown where nobody waits for it, as in a callback of a library: what is being made cannot be trusted any more. */
process.on('uncaughtException', (thrown) => {
  tellFault(thrown);
  process.exit(OUR_FAULT);
});

/** A pipe that closes early (`| head`) is no fault; a full disk behind it is none of ours. */
process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
  if (code === 'EPIPE') process.exit(0);
  process.stderr.write(`error[output-unwritable]: cannot write to stdout: ${code === 'ENOSPC' ? 'the disk is full' : message}\n`);
  process.exit(OUTPUT_FAILED);
});
/** There is nobody to be told any more. */
process.stderr.on('error', () => undefined);

const lost = keptByNpm(
  process.env,
  program.commands.flatMap(({ options }) => options.flatMap(({ long }) => (long ? [long] : []))),
);
if (lost.length > 0) {
  const { code, message, hints = [] } = npmOptionsError(lost, process.env.npm_lifecycle_event);
  process.stderr.write(`error[${code}]: ${message}\n${hints.map((hint) => `  = ${hint}\n`).join('')}`);
  process.exit(WRONG_USAGE);
}
try {
  await program.parseAsync();
  if (!process.exitCode) (await import('./program/load-program.ts')).keepCode();
} catch (error) {
  if (error instanceof CommanderError) {
    const hint = usageHint(program, error, process.argv.slice(2));
    if (hint) process.stderr.write(`  = ${hint}\n`);
    process.exitCode = error.exitCode === 0 ? 0 : WRONG_USAGE;
  } else {
    tellFault(error);
    process.exitCode = OUR_FAULT;
  }
}
