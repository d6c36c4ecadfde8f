/** Names of files and folders that are legal on every system: files are often copied to another one. */

/** Characters that Windows forbids in names, and control characters, which can change a terminal. */
const FORBIDDEN = /[<>:"/\\|?*\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;
/** Device names of Windows, with any extension (learn.microsoft.com, "Naming Files, Paths, and Namespaces"). */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=[ .]*(?:\.|$))/i;

/**
 * Turns a name into one that is legal on every system, with as few changes as possible.
 *
 * @param name of a file or folder, without a path
 */
export const legalName = (name: string): string => {
  const plain = name.replace(FORBIDDEN, '-').replace(/[. ]+$/, '') || 'book';
  return DEVICE.test(plain) ? plain.replace(DEVICE, '$&-book') : plain;
};

/** Why Windows does not allow a name, in words for a message; undefined for a legal name. */
export const faultOfName = (name: string): string | undefined => {
  if (legalName(name) === name) return undefined;
  const [sign] = name.match(FORBIDDEN) ?? [];
  if (sign !== undefined) return /\p{C}|\p{Z}/u.test(sign) ? 'a sign that cannot be seen' : `the sign ${sign}`;
  return DEVICE.test(name) ? 'the name of a device' : 'a dot or a space at the end';
};
