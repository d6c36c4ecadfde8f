/** Loads the texts that the program itself prints, in the language of a workbook. */
import { access } from 'node:fs/promises';
import path from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import type { Strings } from './strings.ts';
import { plainValue, readYaml, validate, type YamlFile } from '../yaml/index.ts';
import { packageRoot } from '../system/package-root.ts';
import { someStrings, stringsFile } from './strings-schema.ts';

export interface LoadedStrings {
  /** Given when there is no error. */
  strings?: Strings;
  diagnostics: Diagnostic[];
  /** The files that were read. */
  files: YamlFile[];
}

/**
 * Loads the texts of a language: those shipped with the program (for `es-MX` those of `es` if there are no others), replaced by
 * the workbook's own where it has some. For a language without shipped texts the workbook must give all of them.
 *
 * @param language the name of the workbook's language folder
 * @param workbookFolder absolute path of the workbook, the folder above those of its languages
 * @param shipped the folder of the shipped texts
 */
export async function loadStrings(language: string, workbookFolder: string, shipped = path.join(packageRoot(), 'content', 'strings')): Promise<LoadedStrings> {
  const own = path.join(workbookFolder, language, 'strings.yaml');
  const candidates = [language, language.split('-')[0] ?? language].map((name) => path.join(shipped, `${name}.yaml`));
  const [base, override] = await Promise.all([firstThere(candidates), firstThere([own])]);
  if (!base && !override) {
    const keys = Object.keys(stringsFile.shape).join(', ');
    return {
      diagnostics: [
        error('strings', `expected the program’s words in the language "${language}", found none`, undefined, `write ${own} with the keys ${keys}`),
      ],
      files: [],
    };
  }
  const [shippedWords, ownWords] = await Promise.all([
    base ? read(base, stringsFile) : undefined,
    override ? read(override, base ? someStrings : stringsFile) : undefined,
  ]);
  const loaded = [shippedWords, ownWords].filter((one) => one !== undefined);
  const diagnostics = loaded.flatMap((one) => one.diagnostics);
  const files = loaded.map(({ file }) => file);
  if (diagnostics.length > 0) return { diagnostics, files };
  // The first file is complete, and a second one replaces some of its texts.
  return { strings: Object.assign({}, ...loaded.map(({ words }) => words)) as Strings, diagnostics, files };
}

async function read(name: string, schema: typeof stringsFile | typeof someStrings) {
  const file = await readYaml(name);
  if (!file.document) return { file, words: {}, diagnostics: file.diagnostics };
  const { value = {}, diagnostics } = validate(schema, { document: file.document, source: file.source }, plainValue(file.document));
  return { file, words: value, diagnostics };
}

/** The first of some files that exists. */
async function firstThere(files: readonly string[]): Promise<string | undefined> {
  const there = await Promise.all(
    files.map((file) =>
      access(file).then(
        () => true,
        () => false,
      ),
    ),
  );
  return files.find((_, index) => there[index]);
}
