/** What was asked for and what the practice mostly uses, put together: options win over practice.yaml, that over the program's own defaults. */
import path from 'node:path';
import type { Diagnostic, Location } from '../diagnostics/diagnostic.ts';
import { OPTIONS } from '../options/table.ts';
import { type AskedOptions, type CopyOptions, DEFAULTS, PRACTICE_OPTIONS, type PracticeOption } from '../options/option-values.ts';
import type { LoadedPractice } from '../practice/load.ts';

/** A workbook, and options as they were given; any may be left out. */
export interface BuildRequest extends AskedOptions {
  /** Absolute path of the working folder. */
  cwd: string;
  /** A folder, or the name of a shipped workbook. */
  workbook: string;
}

/** What is found beside the options while they are resolved. */
export interface ResolvedBeside {
  /** The practice; none where there is no practice.yaml. */
  practice?: LoadedPractice;
  /** Where practice.yaml says what no option said. */
  from?: { readonly [Name in PracticeOption]?: Location };
  /** What is to be told of where practice.yaml lies. */
  told?: readonly Diagnostic[];
}

/** Options with what practice.yaml and the program give filled in. */
export type ResolvedOptions = Omit<CopyOptions, 'practice'> & ResolvedBeside & Pick<BuildRequest, 'cwd' | 'workbook'>;

/** Loads the practice's file; nothing is loaded for that where there is none. */
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
 * @param options what was asked for; '' is none, also where practice.yaml gives something
 * @returns the options, whole; {@link loadInputs} tells what is wrong with the practice's file
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
    // The compiler cannot see through the names of the table.
  } as unknown as Omit<O, keyof AskedOptions> & ResolvedOptions;
};
