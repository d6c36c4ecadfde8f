import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { check, type CheckOptions } from '../../src/commands/check.ts';
import { shippedLanguages } from '../fixtures/editions.ts';
import { Capture } from './capture.ts';

const root = path.resolve(import.meta.dirname, '../..');
const languages = await shippedLanguages(root);
const run = async (workbook: string, options: Partial<CheckOptions> = {}) => {
  const [stdout, stderr] = [new Capture(), new Capture()];
  const code = await check({ workbook, lang: 'en', template: 'calm', format: 'human', cwd: path.join(root, 'tests/fixtures'), ...options, stdout, stderr });
  return { code, stdout: stdout.text, stderr: stderr.text };
};

describe('check', () => {
  test.each(languages)('finds nothing wrong with the shipped workbook (%s)', async (lang) => {
    const { code, stdout, stderr } = await run('rebuilding-trust', { lang });
    expect(stderr).toMatch(/(?:^|\n)no problems(?:, \d+ suggestions?)? in \d+ files?\n$/);
    expect(stdout).toBe('');
    expect(code).toBe(0);
  });

  test('tells people on stderr, with the lines in question and a summary', async () => {
    const { code, stdout, stderr } = await run('broken/everything-at-once');
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain(`error[unknown-kind]: expected a key that names the kind of block, found "txt"
  --> broken/everything-at-once/en/steps/one.yaml:5:5
  |
4 |   - question: What?
5 |   - txt: Hello
  |     ^^^
  = did you mean "text"?
`);
    expect(stderr).toMatch(/\n6 errors in 4 files\n$/);
  });

  test('tells editors on stdout, a line each', async () => {
    const { code, stdout, stderr } = await run('broken/unknown-key', { format: 'short' });
    expect(code).toBe(1);
    expect(stderr).toBe('');
    expect(stdout.split('\n')).toEqual([
      'broken/unknown-key/en/steps/one.yaml:6:5: error: expected a known key, found "line" [unknown-key]',
      'broken/unknown-key/en/steps/one.yaml:7:5: error: expected a known key, found "colour" [unknown-key]',
      '',
    ]);
  });

  test('tells programs on stdout, as JSON even when there is nothing to tell', async () => {
    const broken = await run('broken/unknown-key', { format: 'json' });
    expect(broken.stderr).toBe('');
    expect(JSON.parse(broken.stdout)).toMatchObject([
      {
        file: 'broken/unknown-key/en/steps/one.yaml',
        line: 6,
        column: 5,
        endLine: 6,
        endColumn: 9,
        severity: 'error',
        code: 'unknown-key',
        hints: ['did you mean "lines"?'],
      },
      { line: 7 },
    ]);
    const good = await run('edition', { format: 'json' });
    expect([good.code, JSON.parse(good.stdout), good.stderr]).toEqual([0, [], '']);
  });

  test('finds components missing from a theme that gives every token and extends nothing', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'mendbook-check-'));
    await cp(path.join(root, 'templates/calm/theme.yaml'), path.join(folder, 'theme.yaml'));
    const { code, stdout } = await run('edition', { template: folder, format: 'short' });
    await rm(folder, { recursive: true });
    expect([code, stdout]).toEqual([1, expect.stringContaining('[missing-component]')]);
  });

  test('finds mistakes in the components of a template of one’s own, beside those of its theme', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'mendbook-check-'));
    await writeFile(path.join(folder, 'theme.yaml'), 'extends: calm\ncolours: {}\n');
    await writeFile(path.join(folder, 'cover.tsx'), 'export const Cover = () => (\n  <View>\n);\n');
    const { code, stdout } = await run('edition', { template: folder, cwd: folder, workbook: path.join(root, 'tests/fixtures/edition'), format: 'short' });
    await rm(folder, { recursive: true });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^theme\.yaml:2:1: error: /m);
    expect(stdout).toMatch(/^cover\.tsx:\d+:\d+: error: /m);
  });

  test('is not failed by warnings', async () => {
    const { code, stdout } = await run('broken/language-differs', { format: 'short' });
    expect(stdout).toContain(': warning: ');
    expect(stdout).not.toContain(': error: ');
    expect(code).toBe(0);
  });

  test('suggests plainer words, which fails nothing', async () => {
    const { code, stdout, stderr } = await run('readability');
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toContain(`suggestion[hard-word]: expected short words in a short prompt, found "Reconciliation" with 6 syllables
  --> readability/en/steps/one.yaml:17:13
`);
    expect(stderr).toMatch(/\nno problems, 5 suggestions in 1 file\n$/);
  });

  test('suggests nothing where something is wrong', async () => {
    const { stdout } = await run('broken/everything-at-once', { format: 'short' });
    expect(stdout).not.toContain('suggestion');
  });

  test('is wrong usage for a workbook that is not there', async () => {
    const { code, stderr } = await run('rebuilding-thrust');
    expect(code).toBe(2);
    expect(stderr).toContain('= did you mean "rebuilding-trust"?');
    expect(await run('rebuilding-thrust', { format: 'json' })).toMatchObject({ code: 2, stderr: '', stdout: expect.stringMatching(/"no-workbook"/) });
  });

  test('is wrong usage for a language that is not there', async () => {
    const { code, stderr } = await run('edition', { lang: 'fr' });
    expect(code).toBe(2);
    expect(stderr).toContain('= languages of this workbook: en');
  });

  test('loads nothing that makes a PDF, until all is well and spaces to write in are measured', async () => {
    const { metafile } = await build({
      entryPoints: [path.join(root, 'src/commands/check.ts')],
      bundle: true,
      write: false,
      metafile: true,
      platform: 'node',
      format: 'esm',
      external: ['esbuild'],
      logLevel: 'silent',
    });
    // Components of a template of one’s own are loaded, with all that they are made of; the program’s own are not.
    const later = new Set(['src/template/load.ts', 'src/template/own-code.ts', 'src/builder/check-spaces.ts']);
    const reached = new Set<string>();
    const reach = (file: string): void => {
      if (reached.has(file) || later.has(file)) return;
      reached.add(file);
      for (const { path: imported } of metafile.inputs[file]?.imports ?? []) reach(imported);
    };
    reach('src/commands/check.ts');
    expect(reached.size).toBeGreaterThan(50);
    const modules = [...reached].filter((file) =>
      /node_modules\/(?:@react-pdf|pdfkit|@cantoo|react|yoga-layout|pdfjs-dist)\/|src\/(?:pdf|layout)\//.test(file),
    );
    expect(modules).toEqual([]);
  });
});

describe('check of characters and of the program’s words', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'mendbook-'));
    await cp(path.join(root, 'tests/fixtures/edition'), folder, { recursive: true });
    await writeFile(
      path.join(folder, 'en/steps/second.yaml'),
      'title: The second 您\npurpose: For friends.\nblocks:\n  - question: What of us?\n    id: friends\n',
    );
    await writeFile(path.join(folder, 'en/strings.yaml'), 'stepp: Part\n');
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('tells both, each in its file', async () => {
    const { code, stdout } = await run('.', { cwd: folder, format: 'short' });
    expect(stdout.split('\n')).toEqual([
      'en/steps/second.yaml:1:19: error: expected characters that the fonts of the theme have, found "您" (U+60A8, a Chinese character) [missing-glyph]',
      'en/strings.yaml:1:1: error: expected a known key, found "stepp" [unknown-key]',
      '',
    ]);
    expect(code).toBe(1);
  });
});

describe('the options of a build', () => {
  test('that do not go together are wrong usage, as they are to build', async () => {
    const { code, stderr } = await run('small-book', { largePrint: true, paper: 'a5' });
    expect(stderr).toContain('error[refused-combination]: expected options that go together, found --large-print with --paper a5');
    expect(code).toBe(2);
  });

  test.each([
    [{ steps: '1-9' }, 'error[steps]: expected steps from 1 to 2, found "1-9"'],
    [{ steps: 'begn' }, '= did you mean "begin"?'],
    [{ without: ['no-such-page'] }, 'error[without]: expected the name of a page, a step or a worksheet to leave out, found "no-such-page"'],
    [{ name: 'Ana 您' }, 'error[missing-glyph]: expected a name in letters that the fonts have, found "您" (U+60A8, a Chinese character)'],
  ] satisfies [Partial<CheckOptions>, string][])('are checked against the workbook: %o', async (options, told) => {
    const { code, stderr } = await run('small-book', options);
    expect(stderr).toContain(told);
    expect(code).toBe(2);
  });

  test('are told of what the copy leaves out', async () => {
    const { code, stderr } = await run('small-book', { steps: 'begin' });
    expect(stderr).toContain('warning[compare-left-out]');
    expect(code).toBe(0);
  });

  test('are told of help lines without a country only where a copy is asked for', async () => {
    expect((await run('rebuilding-trust')).stderr).not.toContain('no-country');
    expect((await run('rebuilding-trust', { for: 'was-hurt' })).stderr).toContain('warning[no-country]');
    expect((await run('rebuilding-trust', { for: 'was-hurt', country: 'us' })).stderr).not.toContain('no-country');
  });

  test('are told of the countries whose people speak the language of the copy', async () => {
    const { stderr } = await run('rebuilding-trust', { for: 'was-hurt', lang: 'es' });
    expect(stderr).toContain('choose one with --country, such as mx, es, us, co, ar or cl');
  });

  test('name a target that build would not write over', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'mendbook-target-'));
    const out = path.join(folder, 'letter.txt');
    await writeFile(out, 'Dear Ana');
    const { code, stderr } = await run('small-book', { out });
    expect(stderr).toContain('error[');
    expect(stderr).toContain('letter.txt');
    expect(code).toBe(1);
    expect((await run('small-book', { out: path.join(folder, 'book.pdf') })).code).toBe(0);
    await rm(folder, { recursive: true });
  });
});
