/** Quotes paths and other texts for the shell, so that commands in messages can be copied. */

/** Text without characters that a shell treats specially. */
const PLAIN = /^[\w./@+:,][\w./@+:,-]*$/;
const PLAIN_ON_WINDOWS = /^[\w./\\@+:][\w./\\@+:-]*$/;
/** Control characters, and characters that cannot be seen. */
const INVISIBLE = /[\p{Cc}\p{Cf}\u2028\u2029]/u;

/**
 * Quotes a path as one argument, for sh and compatible shells or, on Windows, for cmd. A path that begins with a hyphen is written so that no
 * program takes it for an option.
 *
 * @param platform as `process.platform` gives it
 */
export const shellWord = (path: string, platform: NodeJS.Platform = process.platform): string => {
  const here = platform === 'win32' ? '.\\' : './';
  return shellText(path.startsWith('-') ? here + path : path, platform);
};

/** Quotes a text that is no path as one argument, as it is. @param platform as `process.platform` gives it */
export const shellText = (text: string, platform: NodeJS.Platform = process.platform): string => (platform === 'win32' ? forCmd(text) : forSh(text));

const forSh = (word: string): string => {
  if (PLAIN.test(word)) return word;
  if (!INVISIBLE.test(word)) return `'${word.replaceAll("'", `'\\''`)}'`;
  // Bytes as octal escapes (POSIX.1-2024, 2.2.4), always with three digits: a digit after a shorter one would be read as part of it.
  const escaped = [...word].map((one) => {
    if (one === "'" || one === '\\') return `\\${one}`;
    return INVISIBLE.test(one) ? [...Buffer.from(one)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('') : one;
  });
  return `$'${escaped.join('')}'`;
};

/** Cmd replaces %NAME% even in quotation marks, so that percent signs stand outside of them, after a caret. Backslashes before a quotation mark are doubled (CommandLineToArgvW). */
const forCmd = (word: string): string => {
  if (PLAIN_ON_WINDOWS.test(word)) return word;
  return word
    .split('%')
    .map((part) => (part === '' ? '' : `"${part.replace(/\\+$/, '$&$&')}"`))
    .join('^%');
};
