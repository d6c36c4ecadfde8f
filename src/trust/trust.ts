/** Decides whether code that did not come with the program may run. Code that runs is not confined: it has all the rights of the person. */
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
      /** Whether other code was allowed in this folder: it has changed since. */
      changed: boolean;
    };

/** Decides, before code runs, whether it may. */
export interface Trust {
  judge(code: TemplateCode): Promise<Verdict>;
  /** Absolute paths of the files that its verdict depends on. */
  readonly watch: readonly string[];
}

/** Allows only code that came with the program. */
export const NOTHING: Trust = {
  judge: ({ files }) => Promise.resolve({ allowed: false, files: [...files.keys()], changed: false }),
  watch: [],
};

/** Allows everything: the person has said so for one run. */
export const EVERYTHING: Trust = { judge: () => Promise.resolve({ allowed: true }), watch: [] };

/** Allows what the person made here, or allowed in its present state. */
export const recordedTrust = (): Trust => ({
  watch: [recordFile()],
  async judge(code) {
    const record = await readRecord().catch((thrown: unknown) => {
      // A record that cannot be read allows nothing; commands that write to it report why.
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

/** The files that were not made here: all of them for a foreign template; else those from outside its folder. */
const foreignTo = async ({ files }: TemplateCode, home: string, made: Parameters<typeof isMadeHere>[1]): Promise<string[]> =>
  (await isMadeHere(home, made)) ? [...files.keys()].filter((file) => !isWithin(home, file)) : [...files.keys()];

/**
 * Records code as allowed in its present state; earlier entries for its folder are removed.
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
 * Takes back what was allowed in a folder, and for the same code in any other folder.
 *
 * @param folder absolute path, which need not exist
 * @param codes the code in it now
 * @returns whether anything had been allowed
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
