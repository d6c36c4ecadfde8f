/** Fills in the options that were left out: from practice.yaml, then from the defaults of the program. */
import path from 'node:path';
import type { Diagnostic, Location } from '../diagnostics/diagnostic.ts';
import { OPTIONS } from '../options/table.ts';
import { type AskedOptions, type CopyOptions, DEFAULTS, PRACTICE_OPTIONS, type PracticeOption } from '../options/option-values.ts';
import type { LoadedPacket } from '../packet/load.ts';
import type { LoadedPractice } from '../practice/load.ts';

/** A workbook and options as given; any option may be left out. */
export interface BuildRequest extends AskedOptions {
  /** Absolute path of the working folder. */
  cwd: string;
  /** A folder, or the name of a shipped workbook. */
  workbook: string;
  /** Values of the workbook’s variables, by name, in place of its own. */
  variables?: Readonly<Record<string, string>>;
}

/** What resolving the options finds out besides. */
export interface ResolvedBeside {
  /** The practice; none where there is no practice.yaml. */
  practice?: LoadedPractice;
  /** The places of values that come from practice.yaml or from the packet. */
  from?: { readonly [Name in PracticeOption]?: Location };
  /** The packet that `packet` names. */
  loadedPacket?: LoadedPacket;
  /** Why there is no such packet. */
  noPacket?: readonly Diagnostic[];
  /** Diagnostics about the location of practice.yaml. */
  told?: readonly Diagnostic[];
}

/** Options with the values of practice.yaml and the defaults filled in. */
export type ResolvedOptions = Omit<CopyOptions, 'practice'> & ResolvedBeside & Pick<BuildRequest, 'cwd' | 'workbook' | 'variables'>;

/** Loads the packet that is asked for; without one, not even the modules for it are loaded. */
const loadPacket = async ({ cwd, workbook, packet }: BuildRequest, language: string): Promise<Pick<ResolvedBeside, 'loadedPacket' | 'noPacket'>> => {
  if (!packet) return {};
  const [{ findWorkbook }, { findPacket }, { loadPacket: read }] = await Promise.all([
    import('../content/find-workbook.ts'),
    import('../packet/find-packet.ts'),
    import('../packet/load.ts'),
  ]);
  const { folder } = await findWorkbook(workbook, cwd);
  const { file, diagnostics } = await findPacket(packet, { cwd, folder, language });
  return file ? { loadedPacket: await read(file) } : { noPacket: diagnostics };
};

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
 * Loads practice.yaml and the packet, and fills in what was left out: first from the packet, then from practice.yaml, then from the defaults.
 *
 * @param options as given; '' means none, even where a file has a value
 * @returns all options; {@link loadInputs} reports problems in the two files
 */
export const resolveOptions = async <O extends BuildRequest>(options: O): Promise<Omit<O, keyof AskedOptions> & ResolvedOptions> => {
  const { practice: _, ...asked } = options;
  const { practice, told } = await load(options);
  const fromPacket = await loadPacket(options, options.lang || practice?.defaults.language || DEFAULTS.lang);
  const { loadedPacket } = fromPacket;
  const unasked = (name: keyof AskedOptions): boolean => options[name] === undefined;
  const ofPacket = Object.entries(loadedPacket?.options ?? {}).filter(([name]) => unasked(name as keyof AskedOptions));
  const usual = PRACTICE_OPTIONS.filter(
    ({ name, key }) => unasked(name) && practice?.defaults[key] !== undefined && !ofPacket.some(([given]) => given === name),
  );
  const places = [
    ...usual.map(({ name, key }) => [name, practice?.place(key)]),
    ...PRACTICE_OPTIONS.flatMap(({ name }) => (ofPacket.some(([given]) => given === name) ? [[name, loadedPacket?.place(name)]] : [])),
  ];
  return {
    ...DEFAULTS,
    ...Object.fromEntries(usual.map(({ name, key }) => [name, practice?.defaults[key]])),
    ...Object.fromEntries(ofPacket),
    ...Object.fromEntries(Object.entries(asked).filter(([name, value]) => value !== undefined && !(value === '' && Object.hasOwn(OPTIONS, name)))),
    ...(practice ? { practice } : {}),
    ...(practice || loadedPacket ? { from: Object.fromEntries(places) } : {}),
    ...fromPacket,
    ...(told ? { told } : {}),
    // The compiler cannot follow the names from the table.
  } as unknown as Omit<O, keyof AskedOptions> & ResolvedOptions;
};
