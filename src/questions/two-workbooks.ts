/** Tells of copies of several workbooks: what only one of them asks is no change of anybody’s. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { warning } from '../diagnostics/make.ts';
import type { NamedCopy } from './formats.ts';

/** A warning where copies say that they are of different workbooks; none where one does not say it. */
export const ofTwoWorkbooks = (copies: readonly NamedCopy[]): Diagnostic[] => {
  const ids = new Set(copies.flatMap(({ copy }) => copy.record?.workbook.id ?? []));
  if (ids.size < 2) return [];
  const message = `expected copies of one workbook, found those of ${[...ids].join(' and ')}`;
  return [warning('two-workbooks', message, undefined, 'what only one of them asks is told as answered anew, or as let go of: compare copies of the same one')];
};
