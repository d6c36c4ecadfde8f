/** Words as they are typed at a prompt. */

/**
 * A path as one word of a command that can be copied.
 *
 * @param platform whose usual shell is meant (`process.platform`): Windows knows double quotation marks alone
 */
export const shellWord = (word: string, platform = process.platform): string => {
  if (platform === 'win32') return /^[\w.:/\\@+-]+$/.test(word) ? word : `"${word}"`;
  return /^[\w./@+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
};
