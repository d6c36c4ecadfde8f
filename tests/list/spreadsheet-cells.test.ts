/** Messages name the row and the column that a spreadsheet shows, and what it makes of dates. */
import { describe, expect, test } from 'vitest';
import { error } from '../../src/diagnostics/make.ts';
import { sourceFile } from '../../src/diagnostics/source-file.ts';
import { readCsv } from '../../src/list/read-csv.ts';
import { hintsOfDates, isLikeDate, withCells } from '../../src/list/spreadsheet-cells.ts';

describe('a message', () => {
  const list = readCsv(sourceFile('/clients.csv', 'name,note,steps\nAna,"One\n\ntwo",1\nZoë,,9\n'));
  const [, zoe] = list.rows;
  const told = (message: string, at = zoe?.cells.get('steps')?.at) => withCells([error('steps', message, at)], list)[0]?.message;

  test('names the row of the spreadsheet and the column, behind cells of several lines too', () => {
    expect(told('found 9')).toBe('found 9 (row 3, column steps)');
  });

  test('names the row alone where it is about the whole row', () => {
    expect(told('found nothing', zoe?.at)).toBe('found nothing (row 3)');
  });

  test('stays as it is where it names its row, and where it is about another file or about none', () => {
    expect(told('found it for row 3', zoe?.at)).toBe('found it for row 3');
    expect(told('found 9', { file: '/book.yaml', start: 0, end: 3 })).toBe('found 9');
    expect(withCells([error('steps', 'found 9')], list)[0]?.message).toBe('found 9');
  });

  test('stays as it is in YAML, which no spreadsheet shows', () => {
    const at = { ...zoe!.at, file: '/clients.yaml' };
    const yaml = { rows: [{ ...zoe!, at }], source: sourceFile('/clients.yaml', list.source.text) };
    expect(withCells([error('steps', 'found 9', at)], yaml)[0]?.message).toBe('found 9');
    expect(hintsOfDates(at, '1-3')).toEqual([]);
  });
});

describe('what a spreadsheet makes of 1-3 and of 2026-12-03', () => {
  test.each(['Jan-03', '03-Jan', '03. Jan', '3. Jan', '1. Mär', '3-gen', '2026-01-03', '03/01/2026', '3.1.2026', '01/03', '46025', 'janv. 3', '3-1-2026'])(
    '%s is like a date',
    (text) => expect(isLikeDate({ text })).toBe(true),
  );
  test.each(['1', '1-3', '1-3,5', '12', '9', 'apologize', 'apologize,listen', 'notice-what'])('%s is not', (text) => {
    expect(isLikeDate({ text })).toBe(false);
  });
});
