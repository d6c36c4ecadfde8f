/** An option that is given twice drops nothing without a word. */
import { Command, CommanderError } from 'commander';
import { expect, test } from 'vitest';
import { refuseGivenTwice } from '../../src/cli/given-twice.ts';
import { usageHint } from '../../src/cli/usage-hint.ts';
import { choice, list, path, paths } from '../../src/cli/argument-parsers.ts';

/** Parses a command line as the program does. */
const parse = (...words: string[]): { told: string; hint?: string | undefined; options: Record<string, unknown> } => {
  let told = '';
  const program = new Command('mendbook').exitOverride().configureOutput({ writeErr: (text) => void (told += text) });
  const build = program
    .command('build')
    .option('-o, --out <path>', '', path)
    .option('--answers <file>', '', path)
    .option('--only <names>', '', list)
    .option('--file <path>', '', paths)
    .option('--flat')
    .addOption(choice('--paper <size>', '', ['a4', 'letter']));
  build.command('again').option('--note <words>');
  build.action(() => undefined);
  refuseGivenTwice(program);
  try {
    program.parse(['build', ...words], { from: 'user' });
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) throw thrown;
    return { told, hint: usageHint(program, thrown, words), options: {} };
  }
  return { told, options: build.opts() };
};

test.each([
  [['--answers', 'a.pdf', '--answers', 'b.pdf'], "option '--answers <file>' is given twice: 'a.pdf' and 'b.pdf'"],
  [['-o', 'a.pdf', '--out=b.pdf'], "option '-o, --out <path>' is given twice: 'a.pdf' and 'b.pdf'"],
  [['--paper', 'a4', '--paper', 'letter'], "option '--paper <size>' is given twice"],
  [['--only', 'today', '--only', 'apologize'], "option '--only <names>' is given twice"],
  [['again', '--note', 'one', '--note', 'two'], "option '--note <words>' is given twice"],
])('%j is wrong usage, with the way out', (words, message) => {
  const { told, hint } = parse(...words);
  expect(told).toContain(message);
  expect(hint).toContain('give it once');
});

test.each([
  [['--answers', 'a.pdf', '--answers', 'a.pdf'], { answers: 'a.pdf' }],
  [['--paper', 'a4', '--paper', 'A4'], { paper: 'a4' }],
  [['--flat', '--flat'], { flat: true }],
  [['--file', 'a', '--file', 'b'], { file: ['a', 'b'] }],
])('%j drops nothing', (words, options) => {
  expect(parse(...words)).toMatchObject({ told: '', options });
});
