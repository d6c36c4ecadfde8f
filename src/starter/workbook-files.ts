/** The files of a new workbook's folder. */
import { jsonSchema, SCHEMAS } from '../schema/json-schema.ts';
import type { FolderFiles } from '../output/write-folder.ts';
import { type PracticeChoices, practiceFile } from './practice-file.ts';
import { readmeText } from './readme.ts';
import { licenseText, type Source } from './shipped-workbooks.ts';
import { SCHEMA_FOLDER, languageFiles } from './shipped-language.ts';

/** What the files of a new folder are made from. */
export interface NewWorkbook {
  /** The name of the folder, and so of its PDF. */
  name: string;
  /** The usual file name of its PDF. */
  pdf: string;
  source: Source;
  /** The first one is the language that is built when no option names another. */
  languages: readonly string[];
  practice: PracticeChoices;
  /** The picture that `practice.logo` names. */
  logo?: Uint8Array;
}

/** The shipped workbook whose text may be used without attribution (content/LICENSE.md). */
export const UNATTRIBUTED = 'starter';

/** The schemas that a workbook's folder needs: all but that of themes. */
const KINDS = SCHEMAS.filter((kind) => kind !== 'theme');

/** The contents of a new folder; nothing is written to disk. */
export const newWorkbookFiles = async ({ name, pdf, source, languages, practice, logo }: NewWorkbook): Promise<FolderFiles> => {
  const files = new Map<string, string | Uint8Array>();
  files.set('README.md', readmeText({ name, pdf, languages, licensed: source.name !== UNATTRIBUTED }));
  files.set('practice.yaml', practiceFile({ ...practice, language: languages[0] ?? 'en' }, `${SCHEMA_FOLDER}/practice.json`));
  if (logo && practice.logo) files.set(practice.logo, logo);
  if (source.name !== UNATTRIBUTED) files.set('LICENSE.md', await licenseText());
  for (const [file, contents] of await languageFiles(source.folder, languages)) files.set(file, contents);
  for (const kind of KINDS) files.set(`${SCHEMA_FOLDER}/${kind}.json`, `${JSON.stringify(await jsonSchema(kind), null, 2)}\n`);
  return files;
};
