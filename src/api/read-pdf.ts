/** Reads a PDF that is given as a path or as bytes. */
import { readFile } from 'node:fs/promises';

/** What was found instead of a file, by the code of the system's error. */
const FOUND: Record<string, string> = { ENOENT: 'nothing there', EISDIR: 'a folder', EACCES: 'one that may not be read' };

export interface ReadPdf {
  /** Given when it can be read. */
  bytes?: Uint8Array;
  /** Its name, for the diagnostics. */
  name: string;
  /** What was found instead; empty where it could be read. */
  found: string;
}

/** Reads a PDF. @param input a path, relative to the working folder of the process, or the bytes */
export const readPdf = async (input: string | Uint8Array): Promise<ReadPdf> => {
  if (typeof input !== 'string') return { bytes: input, name: 'the PDF', found: '' };
  try {
    return { bytes: await readFile(input), name: input, found: '' };
  } catch (thrown) {
    const { code, message } = thrown as NodeJS.ErrnoException;
    return { name: input, found: FOUND[code ?? ''] ?? message };
  }
};
