import { execFileSync } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { position } from '../../src/diagnostics/source-file.ts';
import { coverage } from '../../src/theme/glyph-coverage.ts';
import { loadTheme } from '../../src/theme/load.ts';

const root = path.resolve(import.meta.dirname, '../..');
const ttf = path.join(root, 'node_modules/@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf');

let home = '';
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'mendbook-theme-'));
});
afterAll(() => rm(home, { recursive: true, force: true }));

/** Writes a theme and gives its folder. */
const theme = async (name: string, yaml: string): Promise<string> => {
  const folder = path.join(home, name);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'theme.yaml'), yaml);
  return folder;
};

const load = (name: string, paper: 'letter' | 'a4' = 'letter') => loadTheme(name, { paper, cwd: home });

describe('loading a theme', () => {
  it('gives calm whole, on each of its papers', async () => {
    const [letter, a4] = await Promise.all([load('calm'), load('calm', 'a4')]);
    expect([...letter.diagnostics, ...a4.diagnostics]).toEqual([]);
    expect(letter.folder).toBe(path.join(root, 'templates/calm'));
    expect(letter.theme?.paper).toMatchObject({ width: 612, height: 792, inner: 72, outer: 54 });
    expect(a4.theme?.paper).toMatchObject({ width: 595.276, height: 841.89, inner: 72, outer: 41 });
    expect(letter.theme?.name).toBe('calm');
    expect(path.basename(letter.fonts?.text.bold ?? '')).toBe('AtkinsonHyperlegibleNext_700Bold.ttf');
  });

  it('takes each token from the nearest template that gives it', async () => {
    await theme('grand', 'extends: calm\ncolors: { accent: "#ABC", ink: "#000" }\nspace: { m: 0.25in }\n');
    const folder = await theme('child', 'extends: ../grand\ncolors:\n  accent: "#123456"\nruling: { leading: 8.5mm }\n');
    const [calm, child] = await Promise.all([load('calm'), load(folder)]);
    expect(child.diagnostics).toEqual([]);
    expect(child.theme?.colors).toEqual({ ...calm.theme?.colors, accent: '#123456', mark: '#123456', ink: '#000000' });
    expect(child.theme?.space).toEqual({ ...calm.theme?.space, m: 18 });
    expect(child.theme?.ruling.leading).toBeCloseTo(24.094, 3);
    expect(child.theme?.type).toEqual(calm.theme?.type);
    expect(child.sources.map(({ file }) => path.basename(path.dirname(file)))).toEqual(['calm', 'grand', 'child']);
  });

  it('finds a font in the folder of the template that names it, for those that extend it, too', async () => {
    const folder = await theme('serif', 'extends: calm\nfonts: { title: fonts/Mine.ttf }\n');
    await mkdir(path.join(folder, 'fonts'));
    await copyFile(ttf, path.join(folder, 'fonts/Mine.ttf'));
    await theme('serif child', 'extends: ../serif\n');
    const [calm, child] = await Promise.all([load('calm'), load('./serif child')]);
    expect(child.diagnostics).toEqual([]);
    expect(child.fonts).toEqual({ ...calm.fonts, title: path.join(folder, 'fonts/Mine.ttf') });
    expect(child.theme?.fonts.title).not.toBe(calm.theme?.fonts.title);
    expect(child.theme?.fonts.text).toBe(calm.theme?.fonts.text);
  });

  it('knows which characters every font of a theme has', async () => {
    const { fonts } = await load('calm');
    const has = coverage(fonts as NonNullable<typeof fonts>);
    expect([...'Aé“—•ñ'].every((character) => has(character.codePointAt(0) ?? 0))).toBe(true);
    expect([...'日✓Ж'].some((character) => has(character.codePointAt(0) ?? 0))).toBe(false);
  });
});

describe('a theme that is broken', () => {
  const cases: [title: string, yaml: string, expected: { code: string; message?: RegExp; hint?: RegExp; at: string }][] = [
    ['an unknown token', 'extends: calm\ncolors:\n  acent: "#123456"\n', { code: 'unknown-key', message: /found "acent"/, hint: /"accent"/, at: '3:3' }],
    ['an unknown group', 'extends: calm\ncolours: { ink: "#000" }\n', { code: 'unknown-key', hint: /"colors"/, at: '2:1' }],
    ['a wrong unit', 'extends: calm\nruling:\n  leading: 24px\n', { code: 'wrong-unit', message: /found "24px"/, hint: /12pt/, at: '3:12' }],
    ['a unit that nobody knows', 'extends: calm\nspace: { m: 2em }\n', { code: 'wrong-unit', hint: /mm, cm, in/, at: '2:13' }],
    ['words where a length belongs', 'extends: calm\ntick: { size: large }\n', { code: 'wrong-unit', at: '2:15' }],
    ['a list where a length belongs', 'extends: calm\ntick: { size: [1] }\n', { code: 'wrong-type', message: /found a list/, at: '2:15' }],
    ['a length out of its range', 'extends: calm\nruling: { leading: 3 }\n', { code: 'out-of-range', message: /from 14 to 60, found 3/, at: '2:20' }],
    [
      'a length with a unit out of its range',
      'extends: calm\nruling: { leading: 3in }\n',
      { code: 'out-of-range', message: /from 14pt to 60pt, found "3in" \(216pt\)/, at: '2:20' },
    ],
    ['a colour by its name', 'extends: calm\ncolors: { ink: black }\n', { code: 'wrong-colour', message: /found "black"/, at: '2:16' }],
    ['a colour without quotation marks', 'extends: calm\ncolors:\n  ink: #000000\n', { code: 'wrong-form', message: /quotation marks/, at: '3:3' }],
    ['a cut that nobody knows', 'extends: calm\ntype: { hint: { font: italic } }\n', { code: 'wrong-value', message: /regular, bold, title/, at: '2:23' }],
    ['broken YAML', 'extends: calm\ncolors: { ink: "#000"\n', { code: 'yaml', at: '2:9' }],
    ['an empty file', '', { code: 'empty', at: '1:1' }],
    ['a parent that is not there', 'extends: clam\n', { code: 'unknown-template', message: /found "clam"/, hint: /"calm"/, at: '1:10' }],
    ['a parent folder without a theme', 'extends: ..\n', { code: 'not-a-template', message: /theme\.yaml/, at: '1:10' }],
    ['a parent that is the template itself', 'extends: .\n', { code: 'extends-cycle', message: /circle/, at: '1:10' }],
    [
      'tokens that are missing',
      'about: Mine\ncolors: { ink: "#000" }\n',
      { code: 'missing-token', message: /fonts\.text\.regular.* more$/, hint: /extends: calm/, at: '1:1' },
    ],
    ['a remote font', 'extends: calm\nfonts: { title: "https://example.org/a.ttf" }\n', { code: 'font-remote', hint: /download/, at: '2:17' }],
    ['a font outside the folder', 'extends: calm\nfonts: { title: ../a.ttf }\n', { code: 'font-outside', at: '2:17' }],
    ['a font that is not there', 'extends: calm\nfonts: { text: { regular: Reglar.ttf } }\n', { code: 'font-missing', hint: /"Regular\.ttf"/, at: '2:27' }],
    ['a font behind a link that leads out', 'extends: calm\nfonts: { field: Link.ttf }\n', { code: 'font-outside', message: /link/, at: '2:17' }],
    ['a file that is no font', 'extends: calm\nfonts: { field: Regular.ttf }\n', { code: 'not-a-font', message: /found a file that is no font/, at: '2:17' }],
    ['a named pipe in place of a font', 'extends: calm\nfonts: { field: Pipe.ttf }\n', { code: 'not-a-font', message: /not a file/, at: '2:17' }],
    ['a font of the web', 'extends: calm\nfonts: { field: Web.ttf }\n', { code: 'not-a-font', message: /WOFF2/, at: '2:17' }],
    [
      'a packaged family that is not there',
      'extends: calm\nfonts: { title: packaged:source-serif/600SemiBold }\n',
      { code: 'unknown-font', hint: /packaged:source-serif-4\/600SemiBold/, at: '2:17' },
    ],
    [
      'a packaged cut that is not there',
      'extends: calm\nfonts: { title: packaged:source-serif-4/600SemiBald }\n',
      { code: 'unknown-font', hint: /600SemiBold/, at: '2:17' },
    ],
    ['cells that overlap', 'extends: calm\nscale: { pitch: 20 }\n', { code: 'misfit', message: /found 20pt/, at: '2:17' }],
    ['a scale wider than the column', 'extends: calm\nscale: { pitch: 60 }\n', { code: 'misfit', message: /main column/, at: '2:17' }],
    ['margins that leave no room', 'extends: calm\npapers: { letter: { inner: 300, outer: 200 } }\n', { code: 'misfit', message: /leave 240pt/, at: '2:28' }],
    ['a margin column wider than the main one', 'extends: calm\ncolumn: { margin: 200, gap: 60 }\n', { code: 'misfit', at: '2:19' }],
  ];

  it.each(cases)('tells of %s', async (title, yaml, expected) => {
    const folder = await theme(`broken/${title}`, yaml);
    await writeFile(path.join(folder, 'Regular.ttf'), 'no font at all');
    await writeFile(path.join(folder, 'Web.ttf'), 'wOF2 and so on');
    await symlink(ttf, path.join(folder, 'Link.ttf'));
    execFileSync('mkfifo', [path.join(folder, 'Pipe.ttf')]);
    const { theme: loaded, diagnostics, sources } = await load(folder);
    expect(loaded).toBeUndefined();
    const [first] = diagnostics;
    const source = sources.find(({ file }) => file === first?.at?.file);
    const { line, column } = source ? position(source, first?.at?.start ?? 0) : { line: 0, column: 0 };
    expect({ code: first?.code, at: `${line}:${column}` }).toEqual({ code: expected.code, at: expected.at });
    if (expected.message) expect(first?.message).toMatch(expected.message);
    if (expected.hint) expect(first?.hints?.join('\n')).toMatch(expected.hint);
    expect(first?.message).toMatch(/^[^A-Z].*[^.]$/);
  });

  it('tells all problems of a chain in one run', async () => {
    await theme('bad parent', 'extends: calm\nspace: { s: 3px }\n');
    const folder = await theme('bad child', 'extends: ../bad parent\ncolors: { ink: red, accent: "#12345" }\nfonts: { title: none.ttf }\n');
    const { diagnostics } = await load(folder);
    expect(diagnostics.map(({ code }) => code).toSorted()).toEqual(['font-missing', 'wrong-colour', 'wrong-colour', 'wrong-unit']);
  });

  it('tells of a name that is neither shipped nor a folder, with no place in a file', async () => {
    const { diagnostics, folder } = await load('kalm');
    expect(folder).toBe('');
    expect(diagnostics).toMatchObject([{ code: 'unknown-template', hints: ['did you mean "calm"?'] }]);
    expect(diagnostics[0]?.at).toBeUndefined();
    expect((await load('')).diagnostics).toMatchObject([{ code: 'unknown-template', hints: [expect.stringContaining('shipped templates: ')] }]);
  });

  it('ends a circle of templates', async () => {
    await theme('a', 'extends: ../b\n');
    await theme('b', 'extends: ../c\n');
    await theme('c', 'extends: ../b\n');
    const { diagnostics } = await load('./a');
    expect(diagnostics).toMatchObject([{ code: 'extends-cycle', message: expect.stringContaining('b → c → b') }]);
  });
});
