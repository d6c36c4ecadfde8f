/** Which passwords a PDF may have, so that every viewer opens it with what was typed. */

/** Longer ones are cut off by the format (ISO 32000-2, 7.6.4.3.3). */
const LONGEST = 127;

/** Characters that are taken for none by some programs, or that the preparation of passwords refuses (RFC 3454, table B.1; RFC 4013, 2.3). */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{C}\p{Zl}\p{Zp}\u1806]/u;

/** A password as it is used: its letters composed, as keyboards give them. */
export const composed = (password: string): string => password.normalize('NFC');

/**
 * What is wrong with a new password. The format prepares passwords (RFC 4013), which some viewers do and some do not: what they would make
 * two passwords of is refused.
 *
 * @returns what was found, for a message; nothing where it can be used
 */
export const faultOfPassword = (password: string): string | undefined => {
  const used = composed(password);
  if (used.trim() === '') return 'none';
  const length = Buffer.byteLength(used);
  if (length > LONGEST) return `one of ${length} bytes`;
  if (UNSEEN.test(used)) return 'one with a character that cannot be seen';
  if (used.normalize('NFKC') !== used || /[^\S ]/u.test(used)) return 'one with a character that viewers read in two ways, such as a ligature';
  return undefined;
};

/** What is expected of a password, for messages. */
export const EXPECTED_PASSWORD = `a password of 1 to ${LONGEST} bytes`;
