/** Whether changes to libraries are made while they are bundled, or packing fails. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

interface Patch {
  file: string;
  changes?: [string | RegExp, string][];
  contents?: string;
}
const { changed, fileFilter, patchPlugin } = (await import(new URL('../../src/packaging/patches.mjs', import.meta.url).href)) as {
  changed(text: string, changes: Patch['changes'], file: string): string;
  fileFilter(file: string): RegExp;
  patchPlugin(name: string, patches: Patch[]): import('esbuild').Plugin;
};

describe('the pattern for a file of a library', () => {
  const filter = fileFilter('@react-pdf/hyphenate/lib/en-us.js');
  test.each(['/home/a/node_modules/@react-pdf/hyphenate/lib/en-us.js', String.raw`C:\book\node_modules\@react-pdf\hyphenate\lib\en-us.js`])(
    'matches %s',
    (file) => {
      expect(filter.test(file)).toBe(true);
    },
  );
  test.each(['/a/@react-pdf/hyphenate/lib/en-usxjs', '/a/not@react-pdf/hyphenate/lib/en-us.js', '/a/@react-pdf/hyphenate/lib/en-us.js.map'])(
    'does not match %s',
    (file) => {
      expect(filter.test(file)).toBe(false);
    },
  );
});

test('a change that changes nothing is an error that names the file', () => {
  expect(changed('a b a', [['a', 'c']], 'x.js')).toBe('c b c');
  expect(() =>
    changed(
      'a b',
      [
        ['a', 'c'],
        [/d\d/g, ''],
      ],
      'x.js',
    ),
  ).toThrow('x.js: expected /d\\d/g to be changed, found it nowhere');
});

describe('the plugin', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'mendbook-patches-'));
    await mkdir(path.join(folder, 'library'));
    await writeFile(path.join(folder, 'library/source.js'), 'export const word = "before";\n');
    await writeFile(path.join(folder, 'entry.js'), 'export { word } from "./library/source.js";\n');
  });
  afterEach(() => rm(folder, { recursive: true }));
  const bundle = async (patches: Patch[]): Promise<string> => {
    const plugins = [patchPlugin('libraries', patches)];
    const { outputFiles } = await build({
      entryPoints: [path.join(folder, 'entry.js')],
      bundle: true,
      write: false,
      format: 'esm',
      logLevel: 'silent',
      plugins,
    });
    return outputFiles[0]?.text ?? '';
  };

  test('changes a part of a file, or stands in for it', async () => {
    expect(await bundle([{ file: 'library/source.js', changes: [['before', 'after']] }])).toContain('"after"');
    expect(await bundle([{ file: 'library/source.js', contents: 'export const word = "else";' }])).toContain('"else"');
  });

  test('fails where a file is not in the bundle, or is no longer as it was', async () => {
    await expect(bundle([{ file: 'library/gone.js', contents: '' }])).rejects.toThrow('expected library/gone.js in the bundle');
    await expect(bundle([{ file: 'library/source.js', changes: [['never', '']] }])).rejects.toThrow('library/source.js: expected never to be changed');
  });
});
