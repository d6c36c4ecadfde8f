/** Finds a file whose name is written in another normal form of Unicode: macOS takes "é" as one or two characters for the same, Linux does not. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/**
 * The path of a file as it is on disk.
 *
 * @param folder absolute path, as it is on disk
 * @param name a path relative to it, as an author wrote it
 * @returns the resolved path; where there is no such file, that of one whose names are the same in NFC, if there is one
 */
export const fileAsNamed = (folder: string, name: string): string => {
  const file = path.resolve(folder, name);
  // ASCII has one form.
  if (name.includes('\0') || !/[^\p{ASCII}]/u.test(name) || existsSync(file)) return file;
  let found = folder;
  for (const part of path.relative(folder, file).split(path.sep)) {
    const next = part === '..' || existsSync(path.join(found, part)) ? part : namesIn(found).find((one) => one.normalize('NFC') === part.normalize('NFC'));
    if (next === undefined) return file;
    found = path.join(found, next);
  }
  return found;
};

const namesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};
