/** Names of files and folders that every system takes: what is made on one is often carried to another. */

/** What Windows takes in no name, and what no terminal should be sent. */
const FORBIDDEN = /[<>:"/\\|?*\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;
/** Names of devices, whatever ending they have (learn.microsoft.com, "Naming Files, Paths, and Namespaces"). */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=[ .]*(?:\.|$))/i;

/**
 * A name as near to another as every system takes it.
 *
 * @param name of a file or folder, without those above it
 */
export const legalName = (name: string): string => {
  const plain = name.replace(FORBIDDEN, '-').replace(/[. ]+$/, '') || 'book';
  return DEVICE.test(plain) ? plain.replace(DEVICE, '$&-book') : plain;
};

/** Why Windows does not take a name, in words; nothing where it does. */
export const faultOfName = (name: string): string | undefined => {
  if (legalName(name) === name) return undefined;
  const [sign] = name.match(FORBIDDEN) ?? [];
  if (sign !== undefined) return /\p{C}|\p{Z}/u.test(sign) ? 'a sign that cannot be seen' : `the sign ${sign}`;
  return DEVICE.test(name) ? 'the name of a device' : 'a dot or a space at the end';
};
