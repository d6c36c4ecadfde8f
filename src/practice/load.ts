/** Loads practice.yaml: the practice, its branding and its default options, with every problem at its place. */
import path from 'node:path';
import { checkCutTexts } from '../content/checks/cut-texts.ts';
import type { Diagnostic, Location } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source-file.ts';
import type { Practice } from '../kit/practice.ts';
import { findTemplate, shippedTemplates } from '../theme/find-template.ts';
import { PRACTICE_OPTIONS, type PracticeDefaults } from '../options/option-values.ts';
import { locate, plainValue, readYaml, validate, type YamlFile } from '../yaml/index.ts';
import { loadLogo } from './logo.ts';
import { type PracticeFile, practiceFile } from './schema.ts';

export interface LoadedPractice {
  /** Given when there is no error. */
  practice?: Practice;
  /** The valid default options; the folder of an own template is an absolute path. */
  defaults: PracticeDefaults;
  /** The values of {{practice.name}} and similar variables. */
  variables: Record<string, string>;
  /** The given accent colour and its place. */
  accent?: { color: string; at: Location };
  diagnostics: Diagnostic[];
  file: YamlFile;
  /** Every file that a code frame may show. */
  sources: SourceFile[];
  /** Absolute paths of the files that the result depends on, existing or not. */
  watch: string[];
  /** The place of a key. */
  place: (key: string) => Location;
}

/**
 * Loads the file of a practice.
 *
 * @param file absolute path
 */
export async function loadPractice(file: string): Promise<LoadedPractice> {
  const yaml = await readYaml(file);
  const { document, source } = yaml;
  const place = (key: string): Location => ({ file, ...(document ? locate(document, [key]) : { start: 0, end: 0 }) });
  const loaded: LoadedPractice = { defaults: {}, variables: {}, diagnostics: [...yaml.diagnostics], file: yaml, sources: [source], watch: [file], place };
  if (!document) return loaded;
  const value: unknown = plainValue(document);
  const checked = validate(practiceFile, { document, source }, value);
  // These keys are read from the document, so that an error in another key does not hide errors in their files.
  const written = { ...textsOf(value), ...checked.value };
  const folder = path.dirname(file);
  const [logo, template] = await Promise.all([
    written.logo ? loadLogo(written.logo, folder, place('logo')) : undefined,
    written.template ? findTemplate(written.template, { from: folder, shipped: shippedTemplates(), at: place('template') }) : undefined,
  ]);
  loaded.diagnostics.push(...checked.diagnostics, ...checkCutTexts(yaml), ...(logo?.diagnostics ?? []), ...(template?.diagnostics ?? []));
  loaded.sources.push(...(logo?.sources ?? []));
  loaded.watch.push(...(logo?.watch ?? []));
  // Shipped templates are identified by name, as on the command line.
  if (template?.folder) loaded.defaults.template = path.dirname(template.folder) === shippedTemplates() ? path.basename(template.folder) : template.folder;
  if (!checked.value) return loaded;
  const { colors } = checked.value;
  for (const { key } of PRACTICE_OPTIONS)
    if (key !== 'template' && checked.value[key] !== undefined) Object.assign(loaded.defaults, { [key]: checked.value[key] });
  if (loaded.diagnostics.some(({ severity }) => severity === 'error')) return loaded;
  const { name } = checked.value;
  if (name) loaded.practice = { ...practiceOf(name, checked.value), ...(logo?.logo ? { logo: logo.logo } : {}) };
  loaded.variables = variablesOf(checked.value);
  if (colors?.accent) loaded.accent = { color: colors.accent, at: { file, ...locate(document, ['colors', 'accent']) } };
  return loaded;
}

/** The two keys that name files, if their values are texts. */
const textsOf = (value: unknown): Pick<PracticeFile, 'logo' | 'template'> => {
  const { logo, template } = (value ?? {}) as Record<string, unknown>;
  const text = (key: 'logo' | 'template', written: unknown) => (typeof written === 'string' && written.trim() !== '' ? { [key]: written.trim() } : {});
  return { ...text('logo', logo), ...text('template', template) };
};

const practiceOf = (name: string, { counselor, credentials, contact = [], footer = name, license }: PracticeFile): Practice => ({
  name,
  contact,
  ...(counselor ? { counselor } : {}),
  ...(credentials ? { credentials } : {}),
  ...(footer ? { footer } : {}),
  ...(license ? { license } : {}),
});

/** The keys that are variables in the text of the workbook. */
const VARIABLE_KEYS = ['name', 'counselor', 'credentials', 'license'] as const;

/** The variables by name, such as `practice.name`; contact is joined with commas. */
const variablesOf = (given: PracticeFile): Record<string, string> => ({
  ...Object.fromEntries(VARIABLE_KEYS.flatMap((key) => (given[key] ? [[`practice.${key}`, given[key]]] : []))),
  ...(given.contact ? { 'practice.contact': given.contact.join(', ') } : {}),
});
