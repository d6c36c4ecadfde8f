/** Whether code that did not come with the program may run. Nothing confines what runs: it is a program with all the rights of the person. */
import { isWithin } from '../system/paths.ts';
import { digestOf, realFolder, type TemplateCode } from './code.ts';
import { isMadeHere } from './made-here.ts';
import { changeRecord, DamagedRecord, readRecord, recordFile } from './record.ts';

export type Verdict =
  | { allowed: true }
  | {
      allowed: false;
      /** Absolute paths of the files that nobody allowed. */
      files: string[];
      /** Something else was allowed in this folder: what is there has changed since. */
      changed: boolean;
    };

/** Asked before code runs. */
export interface Trust {
  judge(code: TemplateCode): Promise<Verdict>;
  /** Absolute paths of the files that what it says depends on. */
  readonly watch: readonly string[];
}

/** Allows nothing but what came with the program. */
export const NOTHING: Trust = {
  judge: ({ files }) => Promise.resolve({ allowed: false, files: [...files.keys()], changed: false }),
  watch: [],
};

/** Allows everything: the person has said so for one run. */
export const EVERYTHING: Trust = { judge: () => Promise.resolve({ allowed: true }), watch: [] };

/** Allows what the person made here, or allowed as it is. */
export const recordedTrust = (): Trust => ({
  watch: [recordFile()],
  async judge(code) {
    const record = await readRecord().catch((thrown: unknown) => {
      // One that cannot be read allows nothing; who writes to it is told why.
      if (thrown instanceof DamagedRecord) return { made: [], allowed: [] };
      throw thrown;
    });
    const home = await realFolder(code.folder);
    const files = await foreignTo(code, home, record.made);
    if (files.length === 0) return { allowed: true };
    const digest = await digestOf(code, files);
    if (record.allowed.some((one) => one.digest === digest)) return { allowed: true };
    return { allowed: false, files, changed: record.allowed.some(({ folder }) => folder === home) };
  },
});

/** The files that were not made here: all of them where the template was not; else those that it takes from elsewhere. */
const foreignTo = async ({ files }: TemplateCode, home: string, made: Parameters<typeof isMadeHere>[1]): Promise<string[]> =>
  (await isMadeHere(home, made)) ? [...files.keys()].filter((file) => !isWithin(home, file)) : [...files.keys()];

/**
 * Remembers code as allowed, as it is now; what was allowed in its folder before is forgotten.
 *
 * @throws DamagedRecord, or NodeJS.ErrnoException when the record cannot be written
 */
export const allow = async (codes: readonly TemplateCode[]): Promise<void> => {
  const { made } = await readRecord();
  const entries = await Promise.all(
    codes.map(async (code) => {
      const folder = await realFolder(code.folder);
      const files = await foreignTo(code, folder, made);
      return files.length === 0 ? undefined : { folder, digest: await digestOf(code, files) };
    }),
  );
  const found = entries.filter((one) => one !== undefined);
  const folders = new Set(found.map(({ folder }) => folder));
  await changeRecord((record) => ({ ...record, allowed: [...record.allowed.filter(({ folder }) => !folders.has(folder)), ...found] }));
};

/**
 * Takes back what was allowed in a folder, and wherever else the same code lies.
 *
 * @param folder absolute path, there or not
 * @param codes what lies in it now
 * @returns whether there was anything to take back
 * @throws DamagedRecord, or NodeJS.ErrnoException when the record cannot be written
 */
export const forget = async (folder: string, codes: readonly TemplateCode[]): Promise<boolean> => {
  const before = await readRecord();
  const home = await realFolder(folder);
  const own = codes.filter((code) => code.folder === folder);
  const digests = new Set(await Promise.all(own.map((code) => digestOf(code))));
  const goes = (one: { folder: string; digest?: string }): boolean => one.folder === home || one.folder === folder || digests.has(one.digest ?? '');
  await changeRecord(({ made, allowed }) => ({ made: made.filter((one) => !goes(one)), allowed: allowed.filter((one) => !goes(one)) }));
  return [...before.made, ...before.allowed].some(goes);
};
