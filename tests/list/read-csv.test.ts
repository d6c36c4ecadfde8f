/** Lists as people have them are read with every letter, and with the place of every cell. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { position, sourceFile } from '../../src/diagnostics/source-file.ts';
import { readCsv } from '../../src/list/read-csv.ts';

const read = (text: string) => readCsv(sourceFile('/clients.csv', text));
const textsOf = (text: string) => read(text).rows.map(({ number, cells }) => [number, ...[...cells].map(([name, cell]) => `${name}=${cell.text}`)]);

describe('a list', () => {
  test.each([
    ['commas', 'name,for\nAna,both\n'],
    ['semicolons, as a German Excel writes them', 'name;for\r\nAna;both\r\n'],
    ['tabs', 'name\tfor\nAna\tboth\n'],
    ['what its first line declares', 'sep=;\r\nname;for\r\nAna;both\r\n'],
    ['quotation marks round every cell', '"name";"for"\n"Ana";"both"\n'],
    ['more commas in a head than semicolons between heads', '"name";for;"#a, b, c"\nAna;both;\n'],
  ])('is read with %s', (_, text) => {
    expect(textsOf(text)).toEqual([[expect.any(Number), 'name=Ana', 'for=both']]);
  });

  test('of one column needs no sign between cells', () => {
    expect(textsOf('name\nAna\nZoë\n')).toEqual([
      [2, 'name=Ana'],
      [3, 'name=Zoë'],
    ]);
  });

  test('has heads in any case, with spaces or underscores; what is filled in keeps its case', () => {
    expect(read('Name,LARGE PRINT,large_Print2,Fill.today_Date\n').heads.map(({ name }) => name)).toEqual([
      'name',
      'large-print',
      'large-print2',
      'fill.today_Date',
    ]);
  });

  test('may have line breaks and quotation marks in cells, and rows that are empty', () => {
    expect(textsOf('name,note\r\n"Ana ""A"" Gómez","One\r\ntwo"\r\n,\r\n\r\nŁukasz,\r\n')).toEqual([
      [2, 'name=Ana "A" Gómez', 'note=One\ntwo'],
      [5, 'name=Łukasz'],
    ]);
  });

  test('leaves out a column without a name that has nothing in it, and not one with something', () => {
    expect(read('name,\nAna,\n').heads.map(({ name }) => name)).toEqual(['name']);
    expect(read('name,\nAna,x\n').heads.map(({ name }) => name)).toEqual(['name', '']);
  });

  test('gives decomposed letters as composed ones', () => {
    expect(textsOf(`name\n${'Zoë'.normalize('NFD')}\n`)).toEqual([[2, 'name=Zoë']]);
  });
});

describe('a place', () => {
  const place = (text: string, row: number, column: string) => {
    const { rows, source } = read(text);
    const at = rows[row]?.cells.get(column)?.at;
    return at && { ...position(source, at.start), text: source.text.slice(at.start, at.end) };
  };

  test('is that of the cell, behind letters of several bytes and cells of several lines', () => {
    const text = 'name;for\n"Łukasz Żółć\n☂";both\nZoë;was-hurt\n';
    expect(place(text, 0, 'name')).toEqual({ line: 2, column: 1, text: '"Łukasz Żółć\n☂"' });
    expect(place(text, 0, 'for')).toEqual({ line: 3, column: 4, text: 'both' });
    expect(place(text, 1, 'for')).toEqual({ line: 4, column: 5, text: 'was-hurt' });
  });

  test('is right whatever stands before it', () => {
    const cell = fc.stringMatching(/^[aŁ☂😀 ]{1,5}$/u).filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 }), fc.constantFrom('\n', '\r\n'), fc.boolean(), (rows, end, quoted) => {
        const lines = rows.map((row) => row.map((text) => (quoted ? `"${text}"` : text)).join(','));
        const { rows: found, source } = read(['name,other', ...lines, ''].join(end));
        for (const [index, row] of rows.entries()) {
          for (const [column, text] of [['name', row[0]] as const, ['other', row[1]] as const]) {
            const at = found[index]?.cells.get(column)?.at;
            expect(source.text.slice(at?.start, at?.end)).toBe(quoted ? `"${text}"` : text);
          }
        }
      }),
    );
  });
});

describe('a mistake is told with its line', () => {
  const told = (text: string) => {
    const { diagnostics, source } = read(text);
    return diagnostics.map(({ code, at }) => [code, at && position(source, at.start).line]);
  };

  test.each([
    ['a quotation mark that is not closed', 'name\nAna\n"Zoë\n', [['list-quotes', 3]]],
    ['a quotation mark within a cell', 'name,for\nAna,both\nZoë "Z" Ž,both\n', [['list-quotes', 3]]],
    ['text behind a quotation mark', 'name,for\n"Ana" A,both\n', [['list-quotes', 2]]],
    ['a row with too many cells', 'name,for\nAna,both\nZoë,both,more\nIda,both,,\n', [['ragged-row', 3]]],
    ['nothing at all', '\n\n', [['empty', 1]]],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});
