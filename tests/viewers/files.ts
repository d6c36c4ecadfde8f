/** Files for programs that know nothing but files. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Lends a folder that is gone afterwards. */
export const inFolder = async <T>(use: (at: (name: string) => string) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'mendbook-viewers-'));
  try {
    return await use((name) => path.join(folder, name));
  } finally {
    await rm(folder, { recursive: true });
  }
};

/** Gives a program a PDF as a file and reads the one that it writes. */
export const throughFiles = (bytes: Uint8Array, run: (from: string, to: string, at: (name: string) => string) => Promise<unknown>): Promise<Uint8Array> =>
  inFolder(async (at) => {
    await writeFile(at('in.pdf'), bytes);
    await run(at('in.pdf'), at('out.pdf'), at);
    return readFile(at('out.pdf'));
  });
