/** The small workbook that is copied to begin one's own. */
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { BLOCK_KINDS } from '../../src/content/blocks/index.ts';
import { languagesIn } from '../../src/content/workbook-folder.ts';
import { loadWorkbook } from '../../src/content/load.ts';
import { loadInputs } from '../../src/builder/load.ts';

const starter = path.resolve(import.meta.dirname, '../../content/starter');

test('it is there in the languages of the shipped workbook', async () => {
  expect(await languagesIn(starter)).toEqual(await languagesIn(path.resolve(starter, '../rebuilding-trust')));
});

describe.each(await languagesIn(starter))('in %s', (language) => {
  test('it has a block of every kind', async () => {
    const { read } = await loadWorkbook(starter, language);
    const kinds = read.flatMap(({ entries }) => entries.map(({ kind }) => kind));
    expect([...new Set(kinds)].toSorted()).toEqual(BLOCK_KINDS.toSorted());
  });

  test('nothing is wrong with it, and nothing could be said more plainly', async () => {
    const { diagnostics } = await loadInputs({ cwd: '/', workbook: starter, lang: language, template: 'calm', paper: 'letter', suggest: true });
    expect(diagnostics).toEqual([]);
  });

  test('each of its files explains itself to the one who changes it', async () => {
    const { files } = await loadWorkbook(starter, language);
    for (const { source } of files)
      expect([source.file, source.text.split('\n').filter((line) => /^ *# /.test(line)).length]).toEqual([
        source.file,
        expect.toSatisfy((count: number) => count > 1),
      ]);
  });
});
