/** Reads which files a ZIP file holds, without what is packed in these. */

const DIRECTORY_END = Buffer.from('504b0506', 'hex');
const DIRECTORY_ENTRY = 0x02014b50;

/**
 * The names of the files in a ZIP file, from its directory (APPNOTE 6.3.10, 4.3.12 and 4.3.16).
 *
 * @returns nothing where it has none at its end, such as in a file that was cut off
 */
export const zipNames = (bytes: Buffer): string[] | undefined => {
  const end = bytes.lastIndexOf(DIRECTORY_END);
  if (end < 0 || end + 20 > bytes.length) return undefined;
  const names: string[] = [];
  let at = bytes.readUInt32LE(end + 16);
  while (at + 46 <= end && bytes.readUInt32LE(at) === DIRECTORY_ENTRY) {
    const [name, extra, comment] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32)];
    names.push(bytes.toString('utf8', at + 46, at + 46 + name));
    at += 46 + name + extra + comment;
  }
  return names.length > 0 ? names : undefined;
};
