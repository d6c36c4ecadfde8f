import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { findWorkbook } from '../../src/content/find-workbook.ts';
import { packageRoot } from '../../src/system/package-root.ts';

const root = path.resolve(import.meta.dirname, '../..');
const shipped = path.join(root, 'content/rebuilding-trust');
const find = async (name: string | undefined, cwd = '/') => {
  const { folder, diagnostics } = await findWorkbook(name, cwd);
  return folder ?? diagnostics.map(({ message, hints }) => [message, ...(hints ?? [])].join(' | '));
};

test('the root of the package is found from its sources', () => {
  expect(packageRoot()).toBe(root);
});

describe('a workbook is found', () => {
  test('without a name: the shipped one', async () => {
    expect(await find(undefined)).toBe(shipped);
  });

  test('by the name of a shipped one, from anywhere', async () => {
    expect(await find('rebuilding-trust')).toBe(shipped);
  });

  test('by a folder, from the working folder or absolute, before a shipped name', async () => {
    expect(await find('tests/fixtures/edition', root)).toBe(path.join(root, 'tests/fixtures/edition'));
    expect(await find('.', path.join(root, 'tests'))).toBe(path.join(root, 'tests'));
    expect(await find(shipped, '/nowhere')).toBe(shipped);
    expect(await find('content', root)).toBe(path.join(root, 'content'));
  });
});

describe('a name that leads nowhere', () => {
  test('gets the nearest shipped one as a hint, or all of them', async () => {
    expect(await find('rebuilding-thrust')).toEqual([
      'expected a folder or the name of a shipped workbook, found "rebuilding-thrust" | did you mean "rebuilding-trust"?',
    ]);
    expect(await find('zebra')).toEqual([
      'expected a folder or the name of a shipped workbook, found "zebra" | shipped workbooks: rebuilding-trust, starter; or give a folder',
    ]);
  });

  test('gets a folder that lies here as a hint', async () => {
    expect(await find('editon', path.join(root, 'tests/fixtures'))).toEqual([
      'expected a folder or the name of a shipped workbook, found "editon" | did you mean "edition"?',
    ]);
  });

  test('is no workbook when it names the data that workbooks share', async () => {
    expect(await find('strings')).toMatchObject([expect.stringMatching(/^expected a folder or the name of a shipped workbook, found "strings"/)]);
    expect(await find('help-lines')).toMatchObject([expect.stringMatching(/found "help-lines"/)]);
  });

  test('gets a folder that lies where its path leads', async () => {
    expect(await find('fixtures/editon', path.join(root, 'tests'))).toEqual([
      `expected the folder of a workbook at ${path.join(root, 'tests/fixtures/editon')}, found none | did you mean "${path.join('fixtures', 'edition')}"?`,
    ]);
  });

  test('is told as a path when it looks like one', async () => {
    expect(await find('./gone', '/work')).toEqual([
      'expected the folder of a workbook at /work/gone, found none | shipped workbooks: rebuilding-trust, starter; or give a folder',
    ]);
  });

  test('is told as a file when it is one', async () => {
    expect(await find('en/workbook.yaml', shipped)).toEqual([
      `expected the folder of a workbook, found the file en/workbook.yaml | it lies in a workbook: give the workbook’s folder, ${shipped}`,
    ]);
    expect(await find('en/steps/apologize.yaml', shipped)).toMatchObject([expect.stringContaining(`give the workbook’s folder, ${shipped}`)]);
  });

  test('is led to no folder when the file lies in no workbook', async () => {
    expect(await find('package.json', root)).toEqual([
      'expected the folder of a workbook, found the file package.json | shipped workbooks: rebuilding-trust, starter; or give a folder',
    ]);
  });

  test('may be empty or impossible', async () => {
    expect(await find('')).toMatchObject([expect.stringMatching(/found ""/)]);
    expect(await find('a\0b')).toMatchObject([expect.stringMatching(/^expected a folder/)]);
  });
});
