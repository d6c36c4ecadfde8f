/** Paths as they are typed at a prompt, so that a command that is printed can be copied. */

/** What no shell takes for anything but itself. */
const PLAIN = /^[\w./@+:,][\w./@+:,-]*$/;
const PLAIN_ON_WINDOWS = /^[\w./\\@+:][\w./\\@+:-]*$/;
/** What a terminal would not show, or would obey. */
const STEERING = /[\p{Cc}\p{Cf}\u2028\u2029]/u;

/**
 * A path as one word of a command, for sh (and its descendants) or, on Windows, for cmd. One that begins with a hyphen is written so that
 * no program takes it for an option.
 *
 * @param platform whose usual shell is meant (`process.platform`)
 */
export const shellWord = (path: string, platform: NodeJS.Platform = process.platform): string => {
  if (platform === 'win32') return forCmd(path.startsWith('-') ? `.\\${path}` : path);
  return forSh(path.startsWith('-') ? `./${path}` : path);
};

const forSh = (word: string): string => {
  if (PLAIN.test(word)) return word;
  if (!STEERING.test(word)) return `'${word.replaceAll("'", `'\\''`)}'`;
  // Bytes by their numbers (POSIX.1-2024, 2.2.4): three digits, so that what follows is not taken for one more.
  const escaped = [...word].map((one) => {
    if (one === "'" || one === '\\') return `\\${one}`;
    return STEERING.test(one) ? [...Buffer.from(one)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('') : one;
  });
  return `$'${escaped.join('')}'`;
};

/** Inside its quotation marks cmd still replaces %NAME%: the sign stands outside, with a caret. Backslashes before a quotation mark are doubled (CommandLineToArgvW). */
const forCmd = (word: string): string => {
  if (PLAIN_ON_WINDOWS.test(word)) return word;
  return word
    .split('%')
    .map((part) => (part === '' ? '' : `"${part.replace(/\\+$/, '$&$&')}"`))
    .join('^%');
};
