/** Names of files are made from a pattern: legal on every system, with their letters, and silent where a copy is discreet. */
import { describe, expect, test } from 'vitest';
import { faultsOfPattern, folderOfClient, nameOfCopy } from '../../src/batch/file-pattern.ts';
import { faultOfName } from '../../src/system/file-names.ts';

const name = (pattern: string | undefined, words: Record<string, string>, options: { discreet?: boolean } = {}) =>
  nameOfCopy(pattern, { words: new Map(Object.entries(words)), row: 7, book: 'notes-a', role: 'was-hurt', discreet: options.discreet ?? false });

describe('a pattern', () => {
  test.each([
    [undefined, { name: 'Ana Gómez' }, 'Ana Gómez notes-a.pdf'],
    [undefined, {}, 'notes-a.pdf'],
    ['{name} {session} {role}', { name: 'Łukasz Żółć', session: '2026-12-03' }, 'Łukasz Żółć 2026-12-03 was-hurt.pdf'],
    ['{Name}_{row}', { name: 'Ελένη' }, 'Ελένη_7.pdf'],
    ['{name} - {session}', { name: 'Ana' }, 'Ana.pdf'],
    ['{name}', { name: 'AUX' }, 'AUX-book.pdf'],
    ['{name}', { name: 'a/b\\c:d*e?f"g<h>i|j' }, 'a-b-c-d-e-f-g-h-i-j.pdf'],
    ['{name}', { name: '..' }, 'book.pdf'],
    ['{name}', { name: '-rf' }, 'rf.pdf'],
    ['{name}', { name: 'Ana\u202Efdp.exe \u200B' }, 'Ana fdp.exe.pdf'],
    ['{name}', { name: 'one\ntwo' }, 'one two.pdf'],
  ])('%s of %j', (pattern, words, expected) => {
    expect(name(pattern, words)).toBe(expected);
    expect(faultOfName(expected)).toBeUndefined();
  });

  test('is cut between letters where a name is too long for a disk', () => {
    const long = name('{name}', { name: '👩‍👩‍👧 Żółć '.repeat(40) });
    expect(Buffer.byteLength(long)).toBeLessThan(140);
    expect(long).not.toMatch(/\u200D\.pdf$|\uFFFD/u);
  });

  test('of a discreet copy gives nothing that tells', () => {
    expect(name(undefined, { name: 'Ana' }, { discreet: true })).toBe('notes-a 7.pdf');
    expect(name('{name} {role} {session}', { name: 'Ana', session: '2026-12-03' }, { discreet: true })).toBe('notes-a 7.pdf');
    expect(name('{name} {id}', { name: 'Ana', id: 'K12' }, { discreet: true })).toBe('K12.pdf');
  });
});

describe('the folder of a client', () => {
  const folder = (pattern: string | undefined, given: { name?: string; id?: string; discreet?: boolean }) =>
    folderOfClient(pattern, { words: new Map(given.id === undefined ? [] : [['id', given.id]]), row: 7, discreet: given.discreet ?? false }, given.name);

  test('is called after the client, or after the row', () => {
    expect(folder(undefined, { name: 'Ana Gómez', id: 'K12' })).toBe('Ana Gómez');
    expect(folder(undefined, { name: '../Zoë' })).toBe('Zoë');
    expect(folder(undefined, { name: '. .' })).toBe('row 7');
    expect(folder(undefined, {})).toBe('row 7');
  });

  test('is called after the id where the files are', () => {
    expect(folder('{ID} {book}', { name: 'Ana', id: 'K12' })).toBe('K12');
    expect(folder('{id}', { name: 'Ana' })).toBe('Ana');
  });

  test('tells no name of a discreet copy', () => {
    expect(folder('{name}', { name: 'Ana', id: 'K12', discreet: true })).toBe('K12');
    expect(folder(undefined, { name: 'Ana', discreet: true })).toBe('row 7');
  });
});

test('a pattern with unknown columns, lone braces or folders is told', () => {
  expect(faultsOfPattern('{name} {book}', ['name'])).toEqual([]);
  expect(faultsOfPattern('{nme}', ['name'])[0]?.hints).toEqual(['did you mean {name}?']);
  expect(faultsOfPattern('{password}', ['name', 'password'])).toHaveLength(1);
  expect(faultsOfPattern('{name', ['name'])).toHaveLength(1);
  expect(faultsOfPattern('ana/{name}', ['name'])).toHaveLength(1);
});
