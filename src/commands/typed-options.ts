/** The options of a command that are typed again in another one that it names. */
import { ALL_OPTIONS, type AskedOptions, flagOf, type OptionName } from '../options/option-values.ts';
import { shellText, shellWord } from '../system/shell-quote.ts';

/** What is a matter of this one copy: which parts it has, and the words in it for one reader. */
const OF_THIS_COPY: ReadonlySet<OptionName> = new Set<OptionName>([
  'edition',
  'steps',
  'only',
  'packet',
  'without',
  'with',
  'name',
  'session',
  'note',
  'nextAppointment',
]);

/** Options whose values may be paths. */
const PATHS: ReadonlySet<OptionName> = new Set<OptionName>(['packet', 'practice', 'template']);

/** All options that were given, as words for a shell: `--for was-hurt --only today --large-print`. */
export const typedWords = (given: AskedOptions): string[] =>
  ALL_OPTIONS.flatMap(([name]) => {
    const value = given[name];
    if (!value) return [];
    const words = value === true ? [] : [(PATHS.has(name) ? shellWord : shellText)(typeof value === 'string' ? value : value.join(','))];
    return [`--${flagOf(name)}`, ...words];
  });

/** Those of them that hold for any copy. */
export const keptWords = (given: AskedOptions): string[] =>
  typedWords(Object.fromEntries(Object.entries(given).filter(([name]) => !OF_THIS_COPY.has(name as OptionName))));

/**
 * The word that has a copy encrypted, where this one was to be: no command that is told may make a file that anybody can open in place of one that nobody can.
 * It asks for the password on the terminal, also where a program gave it.
 */
export const protectWords = ({ protect, passwordFd }: { protect?: boolean; passwordFd?: number }): string[] =>
  protect || passwordFd !== undefined ? ['--protect'] : [];
