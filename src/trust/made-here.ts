/** Knows the folders that the user of this computer made: by the record and by a mark in the folder, which have to agree. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { writeWhole } from '../output/write-file.ts';
import { refuseLinks } from '../output/symbolic-links.ts';
import { realFolder } from './code.ts';
import { changeRecord, type Made, readRecord } from './record.ts';

/** The path of the mark in the folder. */
const MARK = path.join('.mendbook', 'made-here');

const markIn = (folder: string): Promise<string> =>
  readFile(path.join(folder, MARK), 'utf8').then(
    (text) => text.trim(),
    () => '',
  );

/**
 * Whether a folder is the one that was made here, and not one that replaced it.
 *
 * @param folder absolute path, with links resolved
 */
export const isMadeHere = async (folder: string, made: readonly Made[]): Promise<boolean> => {
  const entries = made.filter((one) => one.folder === folder);
  if (entries.length === 0) return false;
  const mark = await markIn(folder);
  return mark !== '' && entries.some((one) => one.mark === mark);
};

/** Whether a folder is made here, by the record. @throws DamagedRecord */
export const isMine = async (folder: string): Promise<boolean> => isMadeHere(await realFolder(folder), (await readRecord()).made);

/**
 * Records a folder as made here, and writes the mark into it.
 *
 * @throws DamagedRecord, LinkInFolder where somebody has put a link in its place, or NodeJS.ErrnoException when one of the two cannot be written
 */
export const rememberMade = async (folder: string): Promise<void> => {
  const home = await realFolder(folder);
  await refuseLinks(home, [MARK]);
  // An existing mark is replaced: it may be known to others.
  const mark = randomBytes(16).toString('hex');
  await writeWhole(path.join(home, MARK), Buffer.from(`${mark}\n`));
  await changeRecord(({ made, allowed }) => ({ made: [...made.filter((one) => one.folder !== home), { folder: home, mark }], allowed }));
};
