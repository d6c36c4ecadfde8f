/** Values as the bytes of JSON, in the form that a copy holds them. */

/** @param discreet in base64, so that the words are not found by who searches the file */
export const packed = (value: unknown, discreet: boolean): Buffer => {
  const bytes = Buffer.from(JSON.stringify(value));
  return discreet ? Buffer.from(bytes.toString('base64')) : bytes;
};

/** The value of such bytes; nothing where they are something else. */
export const unpacked = (bytes: Uint8Array): unknown => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return JSON.parse(/^[[{]/.test(text) ? text : Buffer.from(text, 'base64').toString('utf8'));
  } catch {
    return undefined;
  }
};
