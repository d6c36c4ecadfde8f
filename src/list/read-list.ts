/** Reads a list of copies from a file: CSV from a spreadsheet, or YAML. */
import { constants, open } from 'node:fs/promises';
import path from 'node:path';
import { error } from '../diagnostics/make.ts';
import { sourceFile } from '../diagnostics/source-file.ts';
import { readReason } from '../yaml/read-yaml.ts';
import { decodeList, SAVE_LIST } from './decode-list.ts';
import type { List } from './rows.ts';

/** The largest list that is read, in bytes: some million rows. */
const LARGEST = 256 * 1024 * 1024;

/** The endings of lists, and how each is read. */
const READERS: Record<string, 'csv' | 'yaml'> = { '.csv': 'csv', '.tsv': 'csv', '.txt': 'csv', '.yaml': 'yaml', '.yml': 'yaml' };

/**
 * Reads a list.
 *
 * @param file absolute path
 * @returns its rows, and every problem found; a file that cannot be read has none
 */
export const readList = async (file: string): Promise<List> => {
  const refuse = (code: 'unreadable' | 'not-a-file' | 'too-large' | 'list-ending', message: string, ...hints: string[]): List => ({
    heads: [],
    rows: [],
    source: sourceFile(file, ''),
    diagnostics: [error(code, message, { file, start: 0, end: 0 }, ...hints)],
  });
  const kind = READERS[path.extname(file).toLowerCase()];
  if (!kind) {
    const found = path.extname(file) || 'a name without an ending';
    return refuse('list-ending', `expected a list that ends in .csv or .yaml, found ${found}`, SAVE_LIST);
  }
  if (kind === 'yaml') return (await import('./read-yaml-list.ts')).readYamlList(file);
  try {
    // As for YAML, a named pipe must not block.
    const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const status = await handle.stat();
      if (!status.isFile())
        return refuse('not-a-file', `expected a file, found ${status.isDirectory() ? 'a folder' : 'something else'}`, 'name the list itself');
      if (status.size > LARGEST)
        return refuse('too-large', `expected at most 256 MB, found ${Math.ceil(status.size / 2 ** 20)} MB`, 'divide the list into several');
      const { source, diagnostics } = decodeList(file, await handle.readFile());
      if (diagnostics.some(({ severity }) => severity === 'error')) return { heads: [], rows: [], source, diagnostics };
      const { readCsv } = await import('./read-csv.ts');
      const list = readCsv(source);
      return { ...list, diagnostics: [...diagnostics, ...list.diagnostics] };
    } finally {
      await handle.close();
    }
  } catch (thrown) {
    return refuse('unreadable', `expected a file that can be read, found ${readReason(thrown)}`, 'check its name and its permissions');
  }
};
