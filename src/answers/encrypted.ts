/** Telling an encrypted PDF from a damaged one. */
import { EncryptedPDFError } from '@cantoo/pdf-lib';

/** The entry of a trailer that leads to how a file is encrypted; trailers themselves never are (ISO 32000-1, 7.6.1). */
const ENTRY = /\/Encrypt\s*(?:\d+\s+\d+\s+R\b|<<)/;

/**
 * Whether a PDF could not be read because it is encrypted: compressed objects that are look damaged before anything else.
 *
 * @param thrown what the reader has thrown
 */
export const isEncrypted = (bytes: Uint8Array, thrown: unknown): boolean =>
  thrown instanceof EncryptedPDFError || ENTRY.test(Buffer.from(bytes).toString('latin1'));
