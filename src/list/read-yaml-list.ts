/** Reads a list of copies from YAML, as rows with the same columns as a list in CSV has. */
import { error } from '../diagnostics/make.ts';
import { locate, locateKey, type Path, plainValue, readYaml, validate } from '../yaml/index.ts';
import { SAVE_LIST } from './decode-list.ts';
import { listShape } from './list-schema.ts';
import { type Cell, type Head, type List, type Row } from './rows.ts';

/**
 * Reads a list in YAML.
 *
 * @param file absolute path
 */
export const readYamlList = async (file: string): Promise<List> => {
  const { document, source, diagnostics: read } = await readYaml(file);
  const told = read.map((one) => (one.code === 'not-text' ? { ...one, hints: [`save the list of a spreadsheet as CSV; ${SAVE_LIST}`] } : one));
  const list: List = { heads: [], rows: [], diagnostics: told, source };
  if (!document) return list;
  const { value, diagnostics } = validate(listShape, { document, source }, plainValue(document));
  list.diagnostics.push(...diagnostics);
  if (!value) return list;
  const place = (path: Path, key = false) => ({ file, ...(key ? locateKey(document, path) : locate(document, path)) });
  const heads = new Map<string, Head>();
  const cellsOf = (about: object, path: Path): [string, Cell][] =>
    Object.entries(about).flatMap(([key, given]: [string, unknown]): [string, Cell][] => {
      const at = [...path, key];
      if (key === 'fill' && typeof given === 'object' && given !== null)
        return Object.entries(given).map(([field, words]): [string, Cell] => cell(`fill.${field}`, words, [...at, field]));
      return [cell(key, given, at)];
    });
  const cell = (name: string, given: unknown, path: Path): [string, Cell] => {
    if (!heads.has(name)) heads.set(name, { name, written: name, at: place(path, true) });
    // A number would lose the zeros that it begins with. Its value is not shown.
    if (name === 'password' && typeof given !== 'string')
      list.diagnostics.push(error('wrong-type', 'expected a password as text, found a number, or yes or no', place(path), 'put it in quotation marks'));
    return [name, { text: textOf(given), at: place(path) }];
  };
  const usual = value.defaults ? cellsOf(value.defaults, ['defaults']) : [];
  list.rows = value.clients.map((client, index): Row => {
    const path = ['clients', index];
    return { number: index + 1, at: place(path), cells: new Map([...usual, ...cellsOf(client, path)].filter(([, { text }]) => text !== '')) };
  });
  list.heads = [...heads.values()];
  return list;
};

/** A value as it would be written in a cell. */
const textOf = (value: unknown): string => {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(textOf).join(',');
  return typeof value === 'object' ? JSON.stringify(value) : String(value).trim();
};
