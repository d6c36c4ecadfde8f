/** The options of a command that are typed again in another one that it names. */
import { ALL_OPTIONS, type AskedOptions, flagOf, type OptionName } from '../options/option-values.ts';
import { shellWord } from '../system/shell-quote.ts';

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

/** Those that were given and hold for any copy, as words for a shell: `--for was-hurt --template warm --large-print`. */
export const keptWords = (given: AskedOptions): string[] =>
  ALL_OPTIONS.flatMap(([name]) => {
    const value = given[name];
    if (OF_THIS_COPY.has(name) || !value || typeof value === 'object') return [];
    return [`--${flagOf(name)}`, ...(value === true ? [] : [shellWord(value)])];
  });
