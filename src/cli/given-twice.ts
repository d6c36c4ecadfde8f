/** Refuses an option that is given twice with different values, where the first would be dropped without a word. */
import type { Command, Option } from 'commander';

/** The code of the error, beside those of commander. */
export const GIVEN_TWICE = 'mendbook.optionGivenTwice';

/** Watches the options of a command, and of those that stand under it. Options that gather several values, such as `--where`, lose none. */
export const refuseGivenTwice = (command: Command): void => {
  for (const option of command.options) watch(command, option);
  command.commands.forEach(refuseGivenTwice);
};

const watch = (command: Command, option: Option): void => {
  if (!option.required && !option.optional) return;
  let before: { written: string; value: unknown } | undefined;
  // Commander has read the value by then: it hears of the option first.
  command.on(`option:${option.name()}`, (written: string) => {
    const value: unknown = command.getOptionValue(option.attributeName());
    if (before && before.written !== written && !holds(value, before.value))
      command.error(`error: option '${option.flags}' is given twice: '${before.written}' and '${written}'`, { code: GIVEN_TWICE });
    before = { written, value };
  });
};

/** Whether a value still has all of an earlier one. */
const holds = (value: unknown, earlier: unknown): boolean => {
  if (Array.isArray(value) && Array.isArray(earlier)) return earlier.every((one) => value.includes(one));
  return value === earlier;
};
