/** Reads and writes the record of what a person allowed: a private file of theirs. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { writeWhole } from '../output/write-file.ts';
import { configFolder } from './config-folder.ts';

/** A folder that the person made here: its code may change. */
export interface Made {
  /** Absolute path, with links resolved. */
  folder: string;
  /** The content of its mark: a folder that replaces it later has none, or another. */
  mark: string;
}

/** Code that the person allowed as it was. */
export interface Allowed {
  /** Absolute path at that time, with links resolved. */
  folder: string;
  /** The result of `digestOf`. */
  digest: string;
}

export interface TrustRecord {
  made: Made[];
  allowed: Allowed[];
}

/** Thrown when the file exists, but cannot be read or has another form. */
export class DamagedRecord extends Error {}

/** The permissions of the file: other users of the computer may not know what somebody works on. */
const PRIVATE = 0o600;

/** Absolute path of the record. */
export const recordFile = (): string => path.join(configFolder(), 'trusted-templates.json');

const isList = (value: unknown, keys: readonly string[]): boolean =>
  Array.isArray(value) &&
  value.every((one: unknown) => typeof one === 'object' && one !== null && keys.every((key) => typeof Reflect.get(one, key) === 'string'));

/**
 * Reads the record.
 *
 * @throws DamagedRecord
 */
export const readRecord = async (file = recordFile()): Promise<TrustRecord> => {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return { made: [], allowed: [] };
    throw new DamagedRecord(file, { cause: thrown });
  }
  try {
    const { made, allowed } = JSON.parse(text) as TrustRecord;
    if (isList(made, ['folder', 'mark']) && isList(allowed, ['folder', 'digest'])) return { made, allowed };
  } catch {
    // Reported below as a damaged record.
  }
  throw new DamagedRecord(file);
};

/**
 * Reads the record, changes it and writes it in one step; an unchanged record is not written.
 *
 * @throws DamagedRecord, or NodeJS.ErrnoException when it cannot be written
 */
export const changeRecord = async (change: (record: TrustRecord) => TrustRecord): Promise<void> => {
  const file = recordFile();
  const before = await readRecord(file);
  const { made, allowed } = change(before);
  const [old, text] = [before, { made, allowed }].map((record) => `${JSON.stringify(record, null, 2)}\n`);
  if (text !== undefined && text !== old) await writeWhole(file, Buffer.from(text), PRIVATE);
};
