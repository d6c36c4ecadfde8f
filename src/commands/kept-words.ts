/** The options of a command that are typed again in another one that it names. */
import { type AskedOptions, flagOf, type OptionName } from '../options/option-values.ts';
import { shellWord } from '../system/shell-quote.ts';

/** What says whose copy it is, and where it is read; all else is a matter of this one copy. */
const KEPT: readonly OptionName[] = ['lang', 'for', 'relationship', 'country', 'paper'];

/** Those that were given, as words for a shell: `--for was-hurt`. */
export const keptWords = (given: AskedOptions): string[] =>
  KEPT.flatMap((name) => (typeof given[name] === 'string' && given[name] !== '' ? [`--${flagOf(name)}`, shellWord(given[name])] : []));
