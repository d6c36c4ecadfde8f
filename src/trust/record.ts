/** The record of what a person allowed: a file of theirs, which nobody else can read. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { writeWhole } from '../output/write-file.ts';
import { configFolder } from './config-folder.ts';

/** A folder that the person made here: its code may change. */
export interface Made {
  /** Absolute path that links lead to. */
  folder: string;
  /** What stands in its mark: a folder that takes its place later has none, or another. */
  mark: string;
}

/** Code that the person allowed as it was. */
export interface Allowed {
  /** Absolute path that links lead to: where it lay then. */
  folder: string;
  /** As `digestOf` gives it. */
  digest: string;
}

export interface TrustRecord {
  made: Made[];
  allowed: Allowed[];
}

/** The file is there, and cannot be read or is not as this program writes it. */
export class DamagedRecord extends Error {}

/** Nobody else may know what somebody works on. */
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
    // Told below, as what is no record.
  }
  throw new DamagedRecord(file);
};

/**
 * Reads the record, changes it and writes it, whole or not at all; one that stays as it was is not written.
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
