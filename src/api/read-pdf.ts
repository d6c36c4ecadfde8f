/** The bytes of a PDF that is given as a path or as bytes. */
import { readFile } from 'node:fs/promises';

/** What stands in place of a file, by the code of the system's error. */
const FOUND: Record<string, string> = { ENOENT: 'nothing there', EISDIR: 'a folder', EACCES: 'one that may not be read' };

export interface ReadPdf {
  /** Given when it can be read. */
  bytes?: Uint8Array;
  /** What it is called where it is told of. */
  name: string;
  /** What was found in its place. */
  found: string;
}

/** @param input a path, from the working folder of the process, or the bytes themselves */
export const readPdf = async (input: string | Uint8Array): Promise<ReadPdf> => {
  if (typeof input !== 'string') return { bytes: input, name: 'the PDF', found: '' };
  try {
    return { bytes: await readFile(input), name: input, found: '' };
  } catch (thrown) {
    const { code, message } = thrown as NodeJS.ErrnoException;
    return { name: input, found: FOUND[code ?? ''] ?? message };
  }
};
