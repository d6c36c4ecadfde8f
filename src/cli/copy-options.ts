/** The options of the table, as a command declares them: which copy of a workbook is meant. */
import { type Command, Option } from 'commander';
import { GROUPS, type Option as Declared } from '../options/declarations.ts';
import { ALL_OPTIONS, flagOf, type OptionName, PRACTICE_OPTIONS } from '../options/option-values.ts';
import { argument } from './argument-parsers.ts';

/** Words with commas between, and another word before the last. */
const listed = (words: readonly string[], last: 'and' | 'or'): string => `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;

/** What an option takes and what holds where nothing is said: "the paper: letter, a4 or a5 (default: letter)". */
const described = (help: string, option: Declared): string => {
  if (option.kind === 'switch') return help;
  const values = option.kind === 'choice' ? `: ${listed(option.values, 'or')}` : '';
  const otherwise = option.otherwise ?? option.default;
  return `${help}${values}${otherwise === undefined ? '' : ` (default: ${String(otherwise)})`}`;
};

const declared = (name: OptionName, help: string, option: Declared): Option => {
  const made = new Option(option.kind === 'switch' ? `--${flagOf(name)}` : `--${flagOf(name)} <${option.placeholder}>`, described(help, option));
  // What is left out stays out: practice.yaml is asked before the table's default holds.
  return option.kind === 'switch' ? made : made.argParser(argument<unknown>(option.parse));
};

/** Gives a command every option of the table, each under the heading of its group. */
export const withCopyOptions = (command: Command): Command =>
  ALL_OPTIONS.reduce((made, [name, option]) => made.addOption(declared(name, option.help, option).helpGroup(GROUPS[option.group])), command);

/** Gives a command the options that `check` takes. */
export const withCheckedOptions = (command: Command): Command =>
  ALL_OPTIONS.reduce((made, [name, option]) => (option.check ? made.addOption(declared(name, option.check, option)) : made), command);

/** What practice.yaml may give, for the end of a help. */
export const practiceWords = (): string => {
  const keys = PRACTICE_OPTIONS.map(({ key }) => key);
  return `practice.yaml may give ${listed(keys, 'and')}; an option wins over it.`;
};
