/** A stamp of a file, which changes whenever the file is saved or replaced. */
import { statSync } from 'node:fs';

/** A text of modification time, size and inode; `none` without a file. Synchronous, since the file is read right afterwards. */
export const stampOf = (file: string): string => {
  const status = statSync(file, { throwIfNoEntry: false, bigint: true });
  return status ? `${status.mtimeNs}.${status.size}.${status.ino}` : 'none';
};
