/** What was asked for and what the practice mostly uses, put together: options win over practice.yaml, that over the program's own defaults. */
import path from 'node:path';
import type { Diagnostic, Location } from '../diagnostics/diagnostic.ts';
import type { LoadedPractice } from '../practice/load.ts';
import type { PaperName } from '../theme/papers.ts';

/** What practice.yaml may give, and the file itself. */
export interface Resolved {
  paper: PaperName;
  lang: string;
  template: string;
  country?: string;
  /** The practice; none where there is no practice.yaml. */
  practice?: LoadedPractice;
  /** Where practice.yaml says what no option said. */
  from?: { paper?: Location; language?: Location; country?: Location };
  /** What is to be told of where practice.yaml lies. */
  told?: readonly Diagnostic[];
}

/** Options as they were given, or left out. */
export interface Unresolved {
  /** Absolute path of the working folder. */
  cwd: string;
  workbook: string;
  paper?: PaperName;
  lang?: string;
  template?: string;
  country?: string;
  /** The file of the practice, from `cwd`; left out, practice.yaml in the workbook's folder. */
  practice?: string;
}

/** Some command's options before they are resolved. */
export type Requested<O extends Resolved> = Omit<O, keyof Resolved> & Unresolved;

/** What holds where nothing is said. */
const DEFAULTS = { paper: 'letter', lang: 'en', template: 'calm' } as const;

/** Loads the practice's file; nothing is loaded for that where there is none. */
const load = async ({ cwd, workbook, practice, lang = DEFAULTS.lang }: Unresolved): Promise<Pick<Resolved, 'practice' | 'told'>> => {
  const read = async (file: string) => (await import('../practice/load.ts')).loadPractice(file);
  if (practice !== undefined) return { practice: await read(path.resolve(cwd, practice)) };
  const [{ findWorkbook }, { findPractice }] = await Promise.all([import('../content/find.ts'), import('../practice/find.ts')]);
  const { folder } = await findWorkbook(workbook, cwd);
  if (!folder) return {};
  const { file, diagnostics } = await findPractice(folder, [lang]);
  return { ...(file ? { practice: await read(file) } : {}), ...(diagnostics.length > 0 ? { told: diagnostics } : {}) };
};

/**
 * Settles what is asked for: loads practice.yaml and fills in what was left out.
 *
 * @returns the options, whole; `inspect` tells what is wrong with the practice's file
 */
export const resolveOptions = async <O extends Unresolved>(options: O): Promise<Omit<O, keyof Resolved> & Resolved> => {
  const { practice: _, paper, lang, template, country, ...rest } = options;
  const { practice, told } = await load(options);
  const defaults = practice?.defaults ?? {};
  const place = (key: 'paper' | 'language' | 'country', given: unknown) =>
    practice && given === undefined && defaults[key] ? { [key]: practice.place(key) } : {};
  const chosen = country ?? defaults.country;
  return {
    ...rest,
    paper: paper ?? defaults.paper ?? DEFAULTS.paper,
    lang: lang ?? defaults.language ?? DEFAULTS.lang,
    template: template ?? defaults.template ?? DEFAULTS.template,
    ...(chosen ? { country: chosen } : {}),
    ...(practice ? { practice, from: { ...place('paper', paper), ...place('language', lang), ...place('country', country) } } : {}),
    ...(told ? { told } : {}),
    // The compiler cannot see through the type of the other options.
  } as Omit<O, keyof Resolved> & Resolved;
};
