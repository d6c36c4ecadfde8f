/** Everything that a new workbook's folder holds. */
import { jsonSchema, SCHEMAS } from '../schema/json-schema.ts';
import type { FolderFiles } from '../output/write-folder.ts';
import { type PracticeChoices, practiceFile } from './practice-file.ts';
import { readMe } from './readme.ts';
import { licenseText, type Source } from './shipped-workbooks.ts';
import { SCHEMA_FOLDER, wordsOf } from './shipped-language.ts';

/** What a new folder is made of. */
export interface NewWorkbook {
  /** The name of the folder, and so of its PDF. */
  name: string;
  /** What its PDF is usually called. */
  pdf: string;
  source: Source;
  /** The first one is the one that is built where none is asked for. */
  languages: readonly string[];
  practice: PracticeChoices;
  /** The picture that `practice.logo` names. */
  logo?: Uint8Array;
}

/** Whose words anybody may take without naming where they come from: content/LICENSE.md says so. */
export const FREE = 'starter';

/** The kinds of file that a workbook's folder has. */
const KINDS = SCHEMAS.filter((kind) => kind !== 'theme');

/** Gathers the files of a new folder; nothing is written. */
export const newFolder = async ({ name, pdf, source, languages, practice, logo }: NewWorkbook): Promise<FolderFiles> => {
  const files = new Map<string, string | Uint8Array>();
  files.set('README.md', readMe({ name, pdf, languages, licensed: source.name !== FREE }));
  files.set('practice.yaml', practiceFile({ ...practice, language: languages[0] ?? 'en' }, `${SCHEMA_FOLDER}/practice.json`));
  if (logo && practice.logo) files.set(practice.logo, logo);
  if (source.name !== FREE) files.set('LICENSE.md', await licenseText());
  for (const [file, contents] of await wordsOf(source.folder, languages)) files.set(file, contents);
  for (const kind of KINDS) files.set(`${SCHEMA_FOLDER}/${kind}.json`, `${JSON.stringify(await jsonSchema(kind), null, 2)}\n`);
  return files;
};
