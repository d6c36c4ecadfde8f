/** The notices of the libraries: copyright and permission of each, or no package at all. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const repository = path.resolve(import.meta.dirname, '../..');
const { noticesOf } = (await import(new URL('../../src/packaging/notices.mjs', import.meta.url).href)) as {
  noticesOf(inputs: string[], beside: string[], root: string): Promise<string>;
};
const { GRANTS } = (await import(new URL('../../src/packaging/licences/table.mjs', import.meta.url).href)) as {
  GRANTS: Record<string, { holders: string[]; source: string }[]>;
};
const MIT = `Copyright (c) 2020 Somebody\n\n${await readFile(path.join(repository, 'src/packaging/licences/MIT.txt'), 'utf8')}`;

let root: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'mendbook-notices-'));
});
afterEach(() => rm(root, { recursive: true }));

/** Lays a package with these files below the root, and gives the path of a file of it that was bundled. */
const install = async (name: string, manifest: Record<string, string>, files: Record<string, string>): Promise<string> => {
  const folder = path.join(root, 'node_modules', name);
  await mkdir(folder, { recursive: true });
  for (const [file, text] of Object.entries({ ...files, 'package.json': JSON.stringify({ name, version: '1.0.0', ...manifest }) })) {
    await writeFile(path.join(folder, file), text);
  }
  return `node_modules/${name}/index.js`;
};

describe('of a package', () => {
  test.each(['LICENSE', 'license.md', 'LICENCE.txt', 'COPYING'])('is taken from its %s', async (file) => {
    const input = await install('one', { license: 'MIT' }, { [file]: MIT });
    expect(await noticesOf([input], [], root)).toBe(`one 1.0.0 (MIT)\n\n${MIT}`);
  });

  test('is taken from the end of its README, when that has the whole text', async () => {
    const input = await install('one', { license: 'MIT' }, { 'README.md': `# one\n\nDoes a thing.\n\n## License\n\n${MIT}` });
    expect(await noticesOf([input], [], root)).toContain('Permission is hereby granted');
  });

  test('names the licence that its text is, when package.json names none', async () => {
    const input = await install('one', {}, { LICENSE: MIT });
    expect(await noticesOf([input], [], root)).toMatch(/^one 1\.0\.0 \(MIT\)\n/);
  });

  test('is taken of a package that is installed beside, with all its texts', async () => {
    await install('font', { license: 'MIT AND OFL-1.1' }, { LICENSE: MIT, LICENSE_FONT: 'Copyright 2019 A Type Foundry\n' });
    expect(await noticesOf([], ['font'], root)).toMatch(/2020 Somebody[^]+2019 A Type Foundry/);
  });

  test('is found under a path of Windows', async () => {
    const input = await install('one', { license: 'MIT' }, { LICENSE: MIT });
    expect(await noticesOf([input.replaceAll('/', '\\')], [], root)).toContain('one 1.0.0');
  });
});

describe('packing fails', () => {
  test('for every package without a text, all at once', async () => {
    const inputs = [
      await install('bare', { license: 'MIT' }, { 'README.md': '# bare\n\n## License\n\nMIT\n' }),
      await install('nothing', {}, {}),
      await install('granted', { license: 'MIT' }, { LICENSE: MIT }),
    ];
    const fault = await noticesOf(inputs, [], root).catch(({ message }: Error) => message);
    expect(fault).toContain('bare 1.0.0 (MIT) ships no licence text');
    expect(fault).toContain('nothing 1.0.0 (undefined) ships no licence text');
    expect(fault).not.toContain('granted');
  });

  test('for a text without permission, or without a holder', async () => {
    await expect(noticesOf([await install('one', { license: 'MIT' }, { LICENSE: 'Copyright (c) 2020 Somebody' })], [], root)).rejects.toThrow(
      'without a permission',
    );
    await expect(noticesOf([await install('two', { license: 'MIT' }, { LICENSE: MIT.split('\n\n').slice(1, 2).join('') })], [], root)).rejects.toThrow(
      'without a copyright',
    );
  });

  test('for a row of the table about another licence, or about a package that ships its text', async () => {
    await expect(noticesOf([await install('fontkit', { license: 'GPL-3.0' }, {})], [], root)).rejects.toThrow('fontkit 1.0.0 is under GPL-3.0');
    await expect(noticesOf([await install('dfa', { license: 'MIT' }, { LICENSE: MIT })], [], root)).rejects.toThrow('its row in');
  });
});

test('each row of the table is of an installed package that ships no text, and says where its holders are named', async () => {
  const notices = await noticesOf([], Object.keys(GRANTS), repository);
  for (const [name, grants] of Object.entries(GRANTS)) {
    expect(notices, name).toContain(`${name} `);
    for (const { holders, source } of grants) {
      expect(source, name).not.toBe('');
      for (const holder of holders) expect(notices, name).toContain(`Copyright (c) ${holder}`);
    }
  }
});

test('the fonts of the program come with the terms of the Open Font License', async () => {
  const { dependencies } = JSON.parse(await readFile(path.join(repository, 'package.json'), 'utf8')) as { dependencies: Record<string, string> };
  const fonts = Object.keys(dependencies).filter((name) => name.startsWith('@expo-google-fonts/'));
  const notices = await noticesOf([], fonts, repository);
  expect(notices.match(/SIL OPEN FONT LICENSE Version 1\.1/g)).toHaveLength(fonts.length);
});

test('what the worker of pdf.js was made of is named too', async () => {
  const notices = await noticesOf(['node_modules/pdfjs-dist/legacy/build/pdf.worker.min.mjs'], [], repository);
  expect(notices).toContain('core-js 3.47.0 (MIT), inside pdfjs-dist');
  expect(notices).toMatch(/OpenJPEG|Copyright \(c\) 2002-2014, Universite catholique de Louvain/);
});
