/** The way out of wrong usage: a line behind what commander says is wrong. */
import type { Command } from 'commander';
import { GIVEN_TWICE } from './given-twice.ts';

/**
 * Says what to do about a mistake on the command line.
 *
 * @param code of commander's error, such as `commander.excessArguments`
 * @param message of that error
 * @param words the command line behind the name of the program
 * @returns the hint; nothing where commander's message has a way out, or nothing is wrong
 */
export const usageHint = (program: Command, { code, message }: { code: string; message: string }, words: readonly string[]): string | undefined => {
  if (/Did you mean|Allowed choices/.test(message)) return undefined;
  if (code === 'commander.excessArguments') return 'a name with spaces stands in quotation marks, such as "my book"';
  if (code === GIVEN_TWICE) return 'give it once; where it takes several names, write them behind it with commas between';
  if (!WITHOUT_WAY_OUT.has(code)) return undefined;
  return `see what there is: ${commandPath(program, words)} --help`;
};

/** Mistakes that commander only names. */
const WITHOUT_WAY_OUT = new Set(['commander.missingArgument', 'commander.optionMissingArgument', 'commander.unknownCommand', 'commander.unknownOption']);

/** The command that words mean, with those that it stands under, such as `mendbook template new`. */
const commandPath = (command: Command, [word, ...rest]: readonly string[]): string => {
  const next = command.commands.find((one) => one.name() === word);
  return next ? `${command.name()} ${commandPath(next, rest)}` : command.name();
};
