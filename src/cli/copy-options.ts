/** Adds the options of the table to a command. */
import { type Command, Option } from 'commander';
import { GROUPS, type Option as Declared } from '../options/declarations.ts';
import { ALL_OPTIONS, flagOf, type OptionName, PRACTICE_OPTIONS } from '../options/option-values.ts';
import { OPTIONS } from '../options/table.ts';
import { argument } from './argument-parsers.ts';

/** A list in words: "letter, a4 or a5". */
const listed = (words: readonly string[], last: 'and' | 'or'): string => `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;

/** The help text of an option with its values and default: "the paper: letter, a4 or a5 (default: letter)". */
const described = (help: string, option: Declared): string => {
  if (option.kind === 'switch') return help;
  const values = option.kind === 'choice' ? `: ${listed(option.values, 'or')}` : '';
  const otherwise = option.otherwise ?? option.default;
  return `${help}${values}${otherwise === undefined ? '' : ` (default: ${String(otherwise)})`}`;
};

const declared = (name: OptionName, help: string, option: Declared): Option => {
  const made = new Option(option.kind === 'switch' ? `--${flagOf(name)}` : `--${flagOf(name)} <${option.placeholder}>`, described(help, option));
  // Commander gets no default, so that practice.yaml can give the value before the table's default is taken.
  return option.kind === 'switch' ? made : made.argParser(argument<unknown>(option.parse));
};

/** Adds every option of the table to a command, under the headings of their groups. */
export const withCopyOptions = (command: Command): Command =>
  ALL_OPTIONS.reduce((made, [name, option]) => made.addOption(declared(name, option.help, option).helpGroup(GROUPS[option.group])), command);

/** Adds the options that `check` has to a command. */
export const withCheckedOptions = (command: Command): Command =>
  ALL_OPTIONS.reduce((made, [name, option]) => (option.check ? made.addOption(declared(name, option.check, option)) : made), command);

/**
 * Adds some options of the table to a command that makes something else than a copy, under one heading.
 *
 * @param own what the command says of an option where it means something else there
 */
export const withSomeOptions = (command: Command, heading: string, names: readonly OptionName[], own: Partial<Record<OptionName, string>> = {}): Command =>
  names.reduce((made, name) => {
    const option: Declared = OPTIONS[name];
    const flag = declared(name, option.help, option).helpGroup(heading);
    flag.description = own[name] ?? flag.description;
    return made.addOption(flag);
  }, command);

/** A sentence for help: the options that practice.yaml may give. */
export const practiceWords = (): string => {
  const keys = PRACTICE_OPTIONS.map(({ key }) => key);
  return `practice.yaml may give ${listed(keys, 'and')}; an option wins over it.`;
};
