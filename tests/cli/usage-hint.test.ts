import { Command, CommanderError } from 'commander';
import { expect, test } from 'vitest';
import { usageHint } from '../../src/cli/usage-hint.ts';

/** A program of two levels, as mendbook is. */
const makeProgram = (): Command => {
  const program = new Command('mendbook').exitOverride().configureOutput({ writeErr: () => undefined, writeOut: () => undefined });
  program.command('flatten').argument('<filled>').option('-o, --out <path>');
  program.command('template').command('new').argument('<name>');
  return program;
};

const hintFor = (...words: string[]): string | undefined => {
  const program = makeProgram();
  try {
    program.parse(words, { from: 'user' });
  } catch (thrown) {
    return usageHint(program, thrown as CommanderError, words);
  }
  throw new Error('expected wrong usage, found none');
};

test.each([
  ['a name whose spaces are not in quotation marks', ['flatten', 'my', 'book.pdf'], 'a name with spaces stands in quotation marks, such as "my book"'],
  ['nothing where a file belongs', ['flatten'], 'see what there is: mendbook flatten --help'],
  ['nothing where a name belongs, two levels down', ['template', 'new'], 'see what there is: mendbook template new --help'],
  ['nothing behind an option', ['flatten', 'a.pdf', '--out'], 'see what there is: mendbook flatten --help'],
  ['a command that is like none', ['template', 'zebra'], 'see what there is: mendbook template --help'],
  ['an option that is like none', ['flatten', 'a.pdf', '--zebra'], 'see what there is: mendbook flatten --help'],
])('%s has a way out', (_, words, hint) => {
  expect(hintFor(...words)).toBe(hint);
});

test.each([
  ['what is nearly a command', ['flaten']],
  ['help', ['flatten', '--help']],
])('%s needs no other', (_, words) => {
  expect(hintFor(...words)).toBeUndefined();
});
