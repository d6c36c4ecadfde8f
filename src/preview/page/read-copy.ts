/** Has a filled copy read by the server of this page, on this computer. */
import { LIMITS } from '../../answers/limits.ts';
import { type CopyAnswer, NAME_HEADER, PASSWORD_HEADER } from '../protocol.ts';

/** A file that was dropped or chosen. */
export interface GivenFile {
  /** Its name, without folders. */
  file: string;
  bytes: ArrayBuffer;
  /** The day on which the file was last saved, as an ISO date, where the browser knows it. */
  saved?: string;
}

/** As a header takes it: half a pair of surrogates, which some names of files have, cannot be encoded. */
export const encoded = (text: string): string => encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '_'));

/** @throws Error where the server refuses it, in words */
export const readCopy = async ({ file, bytes }: GivenFile, password?: string): Promise<CopyAnswer> => {
  if (bytes.byteLength > LIMITS.bytes) throw new Error(`expected a PDF of ${LIMITS.bytes / 1_000_000} MB at most, found a larger one: ${file}`);
  const response = await fetch('answers', {
    method: 'POST',
    headers: {
      'Content-Type': 'application/pdf',
      [NAME_HEADER]: encoded(file),
      ...(password === undefined ? {} : { [PASSWORD_HEADER]: encoded(password) }),
    },
    body: bytes,
  });
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as CopyAnswer;
};

/** The copy that the command line has named. */
export const openedAtFirst = async (): Promise<GivenFile | undefined> => {
  const response = await fetch('opened');
  if (response.status === 204) return undefined;
  if (!response.ok) throw new Error(await response.text());
  return { file: decodeURIComponent(response.headers.get(NAME_HEADER) ?? ''), bytes: await response.arrayBuffer() };
};
