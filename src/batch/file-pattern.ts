/** Makes the names of the files of a batch from a pattern such as `{name} {session} {role}`. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { legalName } from '../system/file-names.ts';

/** The usual pattern: whose copy it is, then what a build would call it. */
export const USUAL_PATTERN = '{name} {book}';
/** Of a discreet copy: its row tells copies apart where no sign does. */
const DISCREET_PATTERN = '{book} {id}';

/** What a pattern may name besides the columns of the list. */
export const PATTERN_WORDS = {
  book: 'what mendbook build calls it',
  row: 'the number of the row',
  role: 'the column for',
} as const;

/** What a discreet copy may be called after: nothing that tells of a person or of what the book is about. */
const TELLS_NOTHING = new Set(['book', 'row', 'id', 'lang', 'paper']);

/** The longest name, without its ending: room for the notes that programs put behind a name, within the 255 bytes that disks allow (and 143 where they encrypt names). */
const LONGEST_BYTES = 130;

const PLACEHOLDER = /\{([^{}]*)\}/g;

/** What is wrong with a pattern. @param columns the names of the columns of the list */
export const faultsOfPattern = (pattern: string, columns: readonly string[]): Diagnostic[] => {
  const known = [...new Set([...Object.keys(PATTERN_WORDS), ...columns])].filter((name) => name !== 'password');
  const unknown = [...pattern.matchAll(PLACEHOLDER)].map(([, name = '']) => name.trim().toLowerCase()).filter((name) => !known.includes(name));
  const faults = unknown.map((name) => {
    const near = nearest(name, known);
    return error(
      'name-pattern',
      `expected columns of the list in --name-pattern, found {${name}}`,
      undefined,
      near ? `did you mean {${near}}?` : `known are: ${known.join(', ')}`,
    );
  });
  if (/[{}]/.test(pattern.replaceAll(PLACEHOLDER, '')))
    faults.push(error('name-pattern', `expected braces in pairs in --name-pattern, found "${pattern}"`, undefined, 'write it as "{name} {session}"'));
  if (/[\\/]/.test(pattern))
    faults.push(
      error('name-pattern', `expected the name of a file in --name-pattern, found "${pattern}"`, undefined, 'a folder for each client is made by --folders'),
    );
  return faults;
};

/** What a copy can be called after. */
export interface NameWords {
  /** What stands in the columns of its row. */
  words: ReadonlyMap<string, string>;
  row: number;
  /** What a build would call it, without the ending. */
  book: string;
  role?: string | undefined;
  discreet: boolean;
}

/**
 * The name of a file, legal on every system and with all its letters.
 *
 * @param pattern as it was asked for; the usual one where nothing was
 */
export const nameOfCopy = (pattern: string | undefined, { words, row, book, role = '', discreet }: NameWords): string => {
  const own: Record<string, string> = { book, row: String(row), role };
  const valueOf = (name: string): string => {
    if (discreet && !TELLS_NOTHING.has(name)) return '';
    const value = words.get(name) ?? own[name] ?? '';
    return value === '' && discreet && name === 'id' ? String(row) : value;
  };
  const fill = (text: string): string => tidy(text.replaceAll(PLACEHOLDER, (_, name: string) => valueOf(name.trim().toLowerCase())));
  const asked = pattern ?? (discreet ? DISCREET_PATTERN : USUAL_PATTERN);
  // A discreet copy whose pattern names only what would tell is called as if no pattern had been given.
  const filled = discreet && tidy(asked.replaceAll(PLACEHOLDER, '')) === fill(asked) ? fill(DISCREET_PATTERN) : fill(asked);
  return `${shortened(tidy(legalName(filled)))}.pdf`;
};

/** One space between words, and none of the signs at the ends that are left where a word is missing or that hide a file. */
const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/[\s\p{Cf}]+/gu, ' ')
    .replaceAll(/^[\s._–—-]+|[\s._–—-]+$/gu, '');

/** As many whole characters as a name may have. */
const shortened = (name: string): string => {
  let room = LONGEST_BYTES;
  let kept = '';
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(name)) {
    room -= Buffer.byteLength(segment);
    if (room < 0) return tidy(kept);
    kept += segment;
  }
  return kept;
};

/**
 * The folder of a client under --folders: it tells no more than the name of the file does.
 *
 * @returns the id where the pattern names it or the copy is discreet, or else the name; the number of the row where there is none
 */
export const folderOfClient = (pattern: string | undefined, { words, row, discreet }: Pick<NameWords, 'words' | 'row' | 'discreet'>, name = ''): string => {
  const isById = discreet || [...(pattern ?? '').matchAll(PLACEHOLDER)].some(([, word = '']) => word.trim().toLowerCase() === 'id');
  const shown = tidy((isById && words.get('id')) || (discreet ? '' : name));
  return shortened(tidy(legalName(shown || `row ${row}`)));
};
