/** Hides the passwords of a list in the lines that messages show. */
import { type SourceFile, sourceFile } from '../diagnostics/source-file.ts';
import type { List } from './rows.ts';

const starred = (text: string): string => text.replaceAll(/[^\r\n]/g, '*');

/** The text of a list with stars in place of its passwords; all places stay as they are. */
export const withoutPasswords = ({ source, rows }: Pick<List, 'source' | 'rows'>): SourceFile => {
  if (rows.length === 0) return unread(source);
  const secret = rows.flatMap(({ cells }) => cells.get('password')?.at ?? []).toSorted((one, other) => one.start - other.start);
  let text = '';
  let from = 0;
  for (const { start, end } of secret) {
    if (start < from) continue;
    text += source.text.slice(from, start) + starred(source.text.slice(start, end));
    from = end;
  }
  return secret.length === 0 ? source : sourceFile(source.file, text + source.text.slice(from));
};

/** Of a list that could not be read, nobody knows which words are passwords: in YAML those behind the key, in a table any. */
const unread = (source: SourceFile): SourceFile => {
  const [head = '', ...rest] = source.text.split(/(?<=\n)/);
  if (/\.ya?ml$/i.test(source.file)) return sourceFile(source.file, source.text.replaceAll(/(?<=\bpassword["']?[ \t]*:)[^\r\n]+/gi, starred));
  return /password/i.test(head) ? sourceFile(source.file, head + rest.map(starred).join('')) : source;
};
