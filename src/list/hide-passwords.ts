/** Hides the passwords of a list in the lines that messages show. */
import { type SourceFile, sourceFile } from '../diagnostics/source-file.ts';
import type { List } from './rows.ts';

/** The text of a list with stars in place of its passwords; all places stay as they are. */
export const withoutPasswords = ({ source, rows }: Pick<List, 'source' | 'rows'>): SourceFile => {
  const secret = rows.flatMap(({ cells }) => cells.get('password')?.at ?? []).toSorted((one, other) => one.start - other.start);
  let text = '';
  let from = 0;
  for (const { start, end } of secret) {
    text += source.text.slice(from, start) + source.text.slice(start, end).replaceAll(/[^\r\n]/g, '*');
    from = end;
  }
  return secret.length === 0 ? source : sourceFile(source.file, text + source.text.slice(from));
};
