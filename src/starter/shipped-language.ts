/** Copies the language folders of a shipped workbook, with their links adapted to the new folder. */
import path from 'node:path';
import { filesOf } from './shipped-workbooks.ts';

/** Where the schemas lie in a new folder. */
export const SCHEMA_FOLDER = '.schema';

const SCHEMA_LINE = /^# yaml-language-server: \$schema=\S*?([\w-]+\.json)$/m;
const TRANSLATION_LINE = /^translation-of: *(\S+)\n/m;

/** Points the schema line of a file at the schemas in the new folder, by a relative path. */
const toOwnSchemas = (text: string, name: string): string =>
  text.replace(
    SCHEMA_LINE,
    (_, schema: string) => `# yaml-language-server: $schema=${path.posix.relative(path.posix.dirname(name), `${SCHEMA_FOLDER}/${schema}`)}`,
  );

/** Drops the line `translation-of` when the language that it names is not copied. */
const withoutMissingOriginal = (text: string, languages: readonly string[]): string =>
  text.replace(TRANSLATION_LINE, (line, from: string) => (languages.includes(from) ? line : ''));

/**
 * Reads the language folders of a workbook.
 *
 * @param folder absolute path of the workbook
 * @param languages the folders in it that are copied
 * @returns files by their path in the new folder
 */
export const languageFiles = async (folder: string, languages: readonly string[]): Promise<Map<string, string | Uint8Array>> => {
  const copied = new Map<string, string | Uint8Array>();
  for (const language of languages) {
    for (const [inner, bytes] of await filesOf(path.join(folder, language))) {
      const name = `${language}/${inner}`;
      copied.set(name, /\.ya?ml$/.test(name) ? withoutMissingOriginal(toOwnSchemas(bytes.toString('utf8'), name), languages) : bytes);
    }
  }
  return copied;
};
