/** Fills in the options that were left out: from practice.yaml, then from the defaults of the program. */
import path from 'node:path';
import type { Diagnostic, Location } from '../diagnostics/diagnostic.ts';
import { OPTIONS } from '../options/table.ts';
import { type AskedOptions, type CopyOptions, DEFAULTS, PRACTICE_OPTIONS, type PracticeOption } from '../options/option-values.ts';
import type { LoadedPractice } from '../practice/load.ts';

/** A workbook and options as given; any option may be left out. */
export interface BuildRequest extends AskedOptions {
  /** Absolute path of the working folder. */
  cwd: string;
  /** A folder, or the name of a shipped workbook. */
  workbook: string;
}

/** What resolving the options finds out besides. */
export interface ResolvedBeside {
  /** The practice; none where there is no practice.yaml. */
  practice?: LoadedPractice;
  /** The places in practice.yaml of values that come from there. */
  from?: { readonly [Name in PracticeOption]?: Location };
  /** Diagnostics about the location of practice.yaml. */
  told?: readonly Diagnostic[];
}

/** Options with the values of practice.yaml and the defaults filled in. */
export type ResolvedOptions = Omit<CopyOptions, 'practice'> & ResolvedBeside & Pick<BuildRequest, 'cwd' | 'workbook'>;

/** Loads practice.yaml; without one, not even the modules for it are loaded. */
const load = async ({ cwd, workbook, practice, lang = DEFAULTS.lang }: BuildRequest): Promise<Pick<ResolvedBeside, 'practice' | 'told'>> => {
  const read = async (file: string) => (await import('../practice/load.ts')).loadPractice(file);
  if (practice !== undefined) return { practice: await read(path.resolve(cwd, practice)) };
  const [{ findWorkbook }, { findPractice }] = await Promise.all([import('../content/find-workbook.ts'), import('../practice/find-practice.ts')]);
  const { folder } = await findWorkbook(workbook, cwd);
  if (!folder) return {};
  const { file, diagnostics } = await findPractice(folder, [lang]);
  return { ...(file ? { practice: await read(file) } : {}), ...(diagnostics.length > 0 ? { told: diagnostics } : {}) };
};

/**
 * Loads practice.yaml and fills in what was left out.
 *
 * @param options as given; '' means none, even where practice.yaml has a value
 * @returns all options; {@link loadInputs} reports problems in practice.yaml
 */
export const resolveOptions = async <O extends BuildRequest>(options: O): Promise<Omit<O, keyof AskedOptions> & ResolvedOptions> => {
  const { practice: _, ...asked } = options;
  const { practice, told } = await load(options);
  const usual = PRACTICE_OPTIONS.filter(({ name, key }) => options[name] === undefined && practice?.defaults[key] !== undefined);
  return {
    ...DEFAULTS,
    ...Object.fromEntries(usual.map(({ name, key }) => [name, practice?.defaults[key]])),
    ...Object.fromEntries(Object.entries(asked).filter(([name, value]) => value !== undefined && !(value === '' && Object.hasOwn(OPTIONS, name)))),
    ...(practice ? { practice, from: Object.fromEntries(usual.map(({ name, key }) => [name, practice.place(key)])) } : {}),
    ...(told ? { told } : {}),
    // The compiler cannot follow the names from the table.
  } as unknown as Omit<O, keyof AskedOptions> & ResolvedOptions;
};
