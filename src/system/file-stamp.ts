/** Telling a file from one that has taken its place. */
import { statSync } from 'node:fs';

/** Words that differ once a file was saved anew, or is gone. In one go: it is asked for what is about to be read. */
export const stampOf = (file: string): string => {
  const status = statSync(file, { throwIfNoEntry: false, bigint: true });
  return status ? `${status.mtimeNs}.${status.size}.${status.ino}` : 'none';
};
