import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sourceFile } from '../../src/diagnostics/source-file.ts';
import { ParsedFiles, parseYaml, plainValue, readYaml, rememberParsed } from '../../src/yaml/index.ts';

const parse = (text: string) => parseYaml(sourceFile('/one.yaml', text));

describe('reading a YAML file', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'mendbook-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('gives the document and its text', async () => {
    const file = path.join(folder, 'good.yaml');
    await writeFile(file, 'title: One\n');
    const { document, source, diagnostics } = await readYaml(file);
    expect(diagnostics).toEqual([]);
    expect(source.text).toBe('title: One\n');
    expect(document?.toJS()).toEqual({ title: 'One' });
  });

  test('refuses a file of 50 MB without reading it', async () => {
    const file = path.join(folder, 'large.yaml');
    await writeFile(file, Buffer.alloc(50 * 1024 * 1024, 'a'));
    const before = process.memoryUsage.rss();
    const { document, source, diagnostics } = await readYaml(file);
    expect(document).toBeUndefined();
    expect(source.text).toBe('');
    expect(diagnostics).toMatchObject([{ code: 'too-large', message: 'expected at most 1 MB of YAML, found 50.0 MB' }]);
    expect(process.memoryUsage.rss() - before).toBeLessThan(20 * 1024 * 1024);
  });

  test.skipIf(process.platform === 'win32')(
    'refuses a named pipe that nobody writes into, at once',
    async () => {
      const file = path.join(folder, 'pipe.yaml');
      execFileSync('mkfifo', [file]);
      const { diagnostics } = await readYaml(file);
      expect(diagnostics).toMatchObject([{ code: 'not-a-file', message: 'expected a file, found something else' }]);
    },
    2000,
  );

  test('tells a missing file, a folder, a link to itself and a device as such', async () => {
    await mkdir(path.join(folder, 'folder.yaml'));
    await symlink('loop.yaml', path.join(folder, 'loop.yaml'));
    const told = async (name: string) => (await readYaml(path.resolve(folder, name))).diagnostics.map(({ code, message }) => `${code}: ${message}`);
    expect(await told('gone.yaml')).toEqual(['unreadable: expected a file that can be read, found none']);
    expect(await told('folder.yaml')).toEqual(['not-a-file: expected a file, found a folder']);
    expect(await told('loop.yaml')).toEqual(['unreadable: expected a file that can be read, found a link that leads to itself']);
    expect(await told('/dev/null')).toEqual(['not-a-file: expected a file, found something else']);
  });
});

describe('parsing YAML', () => {
  test('takes anchors, aliases and merge keys', () => {
    const { document, diagnostics } = parse('base: &base {lines: 3, for: both}\none:\n  <<: *base\n  lines: 4\ntwo: *base\n');
    expect(diagnostics).toEqual([]);
    expect(document?.toJS()).toMatchObject({ one: { lines: 4, for: 'both' }, two: { lines: 3, for: 'both' } });
  });

  test('leaves dates, yes and no as the text that they are', () => {
    expect(parse('date: 2026-01-31\nanswer: yes\n').document?.toJS()).toEqual({ date: '2026-01-31', answer: 'yes' });
  });

  test('takes an alias that is used often but stands for little', () => {
    const { document } = parse(`a: &a one\nlist:\n${'  - *a\n'.repeat(500)}`);
    expect(document && plainValue(document)).toMatchObject({ list: Array.from({ length: 500 }, () => 'one') });
  });

  test('refuses an alias bomb at the alias that is too much, and is not held up by it', () => {
    const levels = Array.from(
      { length: 30 },
      (_, level) => `l${level}: &l${level} [${Array.from({ length: 10 }, () => (level === 0 ? 'lol' : `*l${level - 1}`)).join(', ')}]`,
    );
    const { document, diagnostics } = parse(`${levels.join('\n')}\n`);
    expect(document).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: 'alias', message: 'expected aliases for at most 2000 values in a file, found more' }]);
  });

  test('refuses nesting that would exhaust the stack', () => {
    expect(parse('['.repeat(100_000)).diagnostics.length).toBeGreaterThan(0);
    expect(parse(`${'- '.repeat(50_000)}a`).diagnostics.length).toBeGreaterThan(0);
  });

  test('tells a tab as the last fault of a file: those behind it follow from it', () => {
    const told = (text: string) => parse(text).diagnostics.map(({ code, at }) => [code, at?.start]);
    expect(told('blocks:\n\t- text: a\n  - text: b\n\t  x: [\n  - text: c\n---\nb: 1\n')).toEqual([['tab', 8]]);
    expect(told('a: 1\na: 2\nb:\n\t- c\n\t- d\n')).toContainEqual(['tab', 13]);
  });

  test.each([
    [
      'a first key that stands further right',
      '# one\n name: A\n footer: B\n\nlanguage: en\ncountry: us\n',
      6,
      'expected the first key where the keys below it begin, found a space before it',
    ],
    ['a key that stands further right than the one just above it', 'name: A\n footer: B\n', 9, 'expected the same indentation as the key above, found more'],
    [
      'a key that stands further right, behind comments',
      'name: A\n\n# two\n footer: B\n',
      16,
      'expected the same indentation as the keys above it, found another',
    ],
    ['an item without a space behind its dash', 'items:\n  - a\n  -b c\n  - d\n', 15, 'expected a space behind the "-" of an item, found none'],
  ])('tells %s once, where it is', (_, text, start, message) => {
    expect(parse(text).diagnostics.map((one) => [one.at?.start, one.message])).toEqual([[start, message]]);
  });

  test('says why a map in brackets does not end where a # begins its value', () => {
    expect(parse('colors: { accent: #5b3a6e }\n').diagnostics).toMatchObject([
      { at: { start: 8 }, hints: [expect.stringMatching(/^a # after a space begins a comment/)] },
    ]);
  });

  test('says how to write a quotation mark inside quotation marks', () => {
    const [single, double] = ["name: 'Dana's Practice'\n", 'name: "Good" Place\n'].map((text) => parse(text).diagnostics.flatMap(({ hints }) => hints));
    expect(single).toEqual([expect.stringContaining("write '' for an apostrophe")]);
    expect(double).toEqual([expect.stringContaining('write “ and ” for those inside it')]);
  });

  test('tells a tag of YAML’s own as one that is not expected', () => {
    for (const text of ['minutes: !!int five\n', 'minutes: !!timestamp 2026-01-31\n']) {
      expect(parse(text).diagnostics).toMatchObject([{ code: 'tag', message: 'expected no tag, found one' }]);
    }
  });

  test('tells of a bracket that is not closed alone, not of all that stands behind it', () => {
    const { diagnostics } = parse('title: A\nblocks: [\n  - worksheet: W\n    purpose: P\n    minutes: 10\nlast: one\n');
    expect(diagnostics).toMatchObject([{ code: 'yaml', message: 'expected a closing "]", found none', at: { start: 17, end: 18 } }]);
    expect(parse('a: [b, c\nd: e: f\n').diagnostics.map(({ at }) => at?.start)).toEqual([3, 13]);
  });

  test('tells a fault once, however often the parser stumbles over it', () => {
    const { diagnostics } = parse('a: one: two: three\n');
    expect(new Set(diagnostics.map(({ at }) => at?.start)).size).toBe(diagnostics.length);
  });
});

describe('reading a file again and again', () => {
  test('tells what stands in it now, and the same document where nothing has changed', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'mendbook-yaml-'));
    const file = path.join(folder, 'a.yaml');
    const files = new ParsedFiles();
    const read = async (text: string) => {
      await writeFile(file, text);
      return rememberParsed(files, () => readYaml(file));
    };
    const first = await read('a: 1\n');
    const same = await read('a: 1\n');
    expect(same.document).toBe(first.document);
    expect((await read('a: 2\n')).document?.toJS()).toEqual({ a: 2 });
    const [broken, twice] = [await read('a: [\n'), await read('a: [\n')];
    expect(broken.diagnostics.length).toBeGreaterThan(0);
    expect(twice.diagnostics).toEqual(broken.diagnostics);
    expect(twice.diagnostics).not.toBe(broken.diagnostics);
    expect((await read('a: 1\n')).diagnostics).toEqual([]);
    expect((await read('')).diagnostics).toMatchObject([{ code: 'empty' }]);
    // Emptied, and written a moment later.
    const saved = rememberParsed(files, () => readYaml(file));
    await writeFile(file, 'a: 3\n');
    expect((await saved).document?.toJS()).toEqual({ a: 3 });
    await rm(folder, { recursive: true });
  });
});
