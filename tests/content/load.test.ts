import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Block } from '../../src/content/blocks/index.ts';
import { loadWorkbook } from '../../src/content/load.ts';

const SHIPPED = path.resolve(import.meta.dirname, '../../content/rebuilding-trust');
const HEAD = 'title: A test\nlanguage: en\ndate: 2026-01-31\nvariables: {other: the other}\nopening: [welcome]\nsteps: [two, one]\nclosing: [end]\n';
const section = (id: string) => `title: ${id}\npurpose: To be **read**.\nblocks:\n  - question: What of ${id}?\n    id: what\n`;

let folder = '';
const write = async (files: Record<string, string | Buffer>) => {
  await Promise.all(
    Object.entries(files).map(async ([name, content]) => {
      await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
      await writeFile(path.join(folder, name), content);
    }),
  );
};
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mendbook-'));
  await write({
    'en/workbook.yaml': HEAD,
    'en/pages/welcome.yaml': section('welcome'),
    'en/pages/end.yaml': section('end'),
    'en/steps/one.yaml': section('one'),
    'en/steps/two.yaml': section('two'),
  });
});
afterEach(() => rm(folder, { recursive: true }));

const windows = (text: string) => Buffer.from(`\ufeff${text.replaceAll('\n', '\r\n')}`);

describe('a workbook that is whole', () => {
  test('comes in reading order, with numbered steps, defaults, and the place of every block', async () => {
    const { workbook, diagnostics, sources } = await loadWorkbook(folder, 'en');
    expect(diagnostics).toEqual([]);
    expect(workbook).toMatchObject({ name: path.basename(folder), folder: path.join(folder, 'en'), title: 'A test', variables: { other: 'the other' } });
    expect(workbook?.sections.map(({ id, part, number }) => [id, part, number])).toEqual([
      ['welcome', 'opening', undefined],
      ['two', 'step', 1],
      ['one', 'step', 2],
      ['end', 'closing', undefined],
    ]);
    expect(workbook?.sections[1]?.purpose).toEqual([{ text: 'To be ' }, { text: 'read', strong: true }, { text: '.' }]);
    const [block] = workbook?.sections[1]?.blocks ?? [];
    expect(block).toMatchObject({ kind: 'question', id: 'what', lines: 3, question: [{ text: 'What of two?' }] });
    const source = sources.find(({ file }) => file === block?.at.file);
    expect(source?.text.slice(block?.at.start, block?.at.end)).toBe('question: What of two?\n    id: what');
  });

  test('may be given by a relative path', async () => {
    const { workbook } = await loadWorkbook(path.relative(process.cwd(), folder), 'en');
    expect(workbook?.folder).toBe(path.join(folder, 'en'));
  });

  test('may share parts by anchors and merge keys', async () => {
    await write({
      'en/steps/one.yaml':
        'title: One\npurpose: P.\nblocks:\n  - question: A?\n    id: a\n    <<: &usual {lines: 7, for: was-hurt}\n  - question: B?\n    <<: *usual\n    id: b\n',
    });
    const { workbook, diagnostics } = await loadWorkbook(folder, 'en');
    expect(diagnostics).toEqual([]);
    expect(workbook?.sections[2]?.blocks).toMatchObject([
      { id: 'a', lines: 7 },
      { id: 'b', lines: 7, for: 'was-hurt' },
    ]);
  });

  test('may have Windows line ends and byte order marks in every file', async () => {
    await write({ 'en/workbook.yaml': windows(HEAD), 'en/steps/one.yaml': windows(`${section('one')}    hint: >-\n      two\n      lines\n`) });
    const { workbook, diagnostics } = await loadWorkbook(folder, 'en');
    expect(diagnostics).toEqual([]);
    expect(workbook?.sections[2]?.blocks).toMatchObject([{ hint: [{ text: 'two lines' }] }]);
  });

  test('may have pictures inside its folder, PNG or JPEG by their first bytes, whatever they are called', async () => {
    await write({
      'en/pictures/a.png': Buffer.from(
        '89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c636000000002000148afa4710000000049454e44ae426082',
        'hex',
      ),
      'en/pictures/b.picture': Buffer.from('ffd8ffc0000b080001000101011100ffda0008010100003f0000ffd9', 'hex'),
      'en/steps/one.yaml':
        'title: One\npurpose: P.\nblocks:\n  - image: pictures/a.png\n    alt: A\n  - image: ./pictures/../pictures/b.picture\n    alt: B\n  - image: c.png\n    alt: C\n',
    });
    await symlink('pictures/a.png', path.join(folder, 'en/c.png'));
    const { workbook, diagnostics } = await loadWorkbook(folder, 'en');
    expect(diagnostics).toEqual([]);
    expect(workbook?.sections[2]?.blocks).toHaveLength(3);
  });

  test('leaves other files in its folders alone', async () => {
    await write({ 'en/steps/notes.md': '# Notes', 'en/steps/.draft.yaml': 'a: b: c', 'en/steps/one.yaml~': 'old', 'readme.txt': 'Read me' });
    expect((await loadWorkbook(folder, 'en')).diagnostics).toEqual([]);
  });
});

const told = async (place: string, language = 'en') => {
  const { workbook, diagnostics } = await loadWorkbook(path.join(folder, place), language);
  expect(workbook).toBeUndefined();
  return diagnostics.map(({ code, message, hints = [] }) => [code, message, ...hints].map((text) => text.replaceAll(folder, '…')));
};

describe('a folder that is not a workbook', () => {
  test('is told when it is not there, or is a file', async () => {
    await write({ 'file.txt': '' });
    const hint = 'give the name of a workbook, or a folder with a folder for each language in it';
    expect(await told('gone')).toEqual([['not-a-workbook', 'expected a workbook folder at …/gone, found none', hint]]);
    expect(await told('file.txt')).toEqual([['not-a-workbook', 'expected a workbook folder at …/file.txt, found a file', hint]]);
  });

  test('is told what was looked for, and which languages there are', async () => {
    await write({ 'es/workbook.yaml': HEAD });
    expect(await told('.', 'fr')).toEqual([['no-language', `expected fr/workbook.yaml in …, found no such file`, 'languages of this workbook: en, es']]);
  });

  test('is told when the language leads elsewhere', async () => {
    await write({ 'other/en/workbook.yaml': HEAD });
    expect(await told('other', '../en')).toMatchObject([
      ['no-language', 'expected ../en/workbook.yaml in …/other, found no such file', 'languages of this workbook: en'],
    ]);
  });

  test('is told when it is empty', async () => {
    await rm(path.join(folder, 'en'), { recursive: true });
    await mkdir(path.join(folder, 'empty'));
    expect(await told('empty')).toEqual([
      [
        'not-a-workbook',
        'expected en/workbook.yaml in …/empty, found no workbook in any language',
        'a workbook is a folder with a folder for each language, such as en/workbook.yaml',
      ],
    ]);
  });

  test.each(['en', 'en/steps'])('is led to the workbook that it lies in: %s', async (place) => {
    expect(await told(place)).toEqual([
      [
        'not-a-workbook',
        `expected en/workbook.yaml in …/${place}, found no workbook in any language`,
        'this lies in a workbook: give the workbook’s folder, …',
      ],
    ]);
  });

  test('is told when its workbook.yaml is a folder', async () => {
    await rm(path.join(folder, 'en/workbook.yaml'));
    await mkdir(path.join(folder, 'en/workbook.yaml'));
    const { diagnostics } = await loadWorkbook(folder, 'en');
    expect(diagnostics).toMatchObject([{ code: 'not-a-file', message: 'expected a file, found a folder' }]);
  });
});

describe('large input', () => {
  test('a step of 50 MB is refused, and the rest is still checked', async () => {
    await write({ 'en/steps/one.yaml': Buffer.alloc(50 * 1024 * 1024, '- a\n'), 'en/steps/two.yaml': section('two').replace('id:', 'idd:') });
    const { diagnostics } = await loadWorkbook(folder, 'en');
    expect(diagnostics.map(({ code }) => code).toSorted()).toEqual(['too-large', 'unknown-key']);
  });

  test('a picture of more than 20 MB is refused', async () => {
    await write({
      'en/large.png': Buffer.alloc(20 * 1024 * 1024 + 1),
      'en/steps/one.yaml': 'title: One\npurpose: P.\nblocks:\n  - image: large.png\n    alt: A\n',
    });
    expect((await loadWorkbook(folder, 'en')).diagnostics).toMatchObject([{ code: 'image-too-large' }]);
  });

  // A way of telling that takes the square of their number would not end before the test is given up.
  test('thousands of faults are told, each of them', async () => {
    await write({ 'en/steps/one.yaml': `title: One\npurpose: P.\nblocks:\n${'  - qestion: What?\n    lnes: x\n  - question: "`a`"\n'.repeat(3000)}` });
    const { diagnostics } = await loadWorkbook(folder, 'en');
    expect(diagnostics).toHaveLength(9000);
  });
});

describe('the shipped workbook', () => {
  test('has no problem at all', async () => {
    const { workbook, diagnostics } = await loadWorkbook(SHIPPED, 'en');
    expect(diagnostics).toEqual([]);
    expect(workbook?.sections.filter(({ part }) => part === 'step')).toHaveLength(7);
  });

  test('has field names that are unique in the whole document', async () => {
    const { workbook } = await loadWorkbook(SHIPPED, 'en');
    const ids = (blocks: readonly Block[]): string[] =>
      blocks.flatMap((block) => [...('id' in block && block.id ? [block.id] : []), ...(block.kind === 'worksheet' ? ids(block.blocks) : [])]);
    const names = workbook?.sections.flatMap(({ id, blocks }) => ids(blocks).map((block) => `${id}_${block}`)) ?? [];
    expect(names.length).toBeGreaterThan(20);
    expect(new Set(names).size).toBe(names.length);
  });

  test('is no longer whole once a step is gone', async () => {
    await cp(SHIPPED, folder, { recursive: true });
    await rm(path.join(folder, 'en/steps/apologize.yaml'));
    expect((await loadWorkbook(folder, 'en')).diagnostics.map(({ code }) => code)).toContain('file-missing');
  });
});

test('the title of a step has a length that a page has room for', async () => {
  const titled = (length: number) => ({ 'en/steps/one.yaml': `title: ${'a'.repeat(length)}\npurpose: P.\nblocks:\n  - question: What?\n    id: what\n` });
  await write(titled(120));
  expect((await loadWorkbook(folder, 'en')).diagnostics).toEqual([]);
  await write(titled(121));
  expect((await loadWorkbook(folder, 'en')).diagnostics).toMatchObject([{ severity: 'error', at: { file: path.join(folder, 'en/steps/one.yaml') } }]);
});
