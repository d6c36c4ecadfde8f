/** Where the PDF goes, and what is never overwritten. */
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkTarget, targetOf } from '../../src/output/check-target.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mendbook-protect-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const told = async (name: string, force: boolean, sources: string[] = []): Promise<string[]> =>
  (
    await checkTarget(
      path.join(folder, name),
      force,
      sources.map((one) => path.join(folder, one)),
    )
  ).map(({ code }) => code);

describe('what --out means', () => {
  test.each([
    ['ana', 'ana.pdf'],
    ['deep/ana', 'deep/ana.pdf'],
    ['ana.pdf', 'ana.pdf'],
    ['ana.v2', 'ana.v2'],
    ['new/', 'new/usual.pdf'],
    ['there', 'there/usual.pdf'],
    ['file', 'file.pdf'],
  ])('%s is %s', async (out, file) => {
    await mkdir(path.join(folder, 'there'));
    await writeFile(path.join(folder, 'file'), 'words');
    expect(await targetOf(out, 'usual.pdf', folder)).toBe(path.join(folder, file));
  });

  test('a device stays what it is, and is refused', async () => {
    expect(await targetOf('/dev/null', 'usual.pdf', folder)).toBe('/dev/null');
    expect((await checkTarget('/dev/null', true)).map(({ code }) => code)).toEqual(['output-unwritable']);
  });
});

describe('what is in the way', () => {
  test('is kept when it is no PDF, whatever one insists, and is not called a PDF with answers', async () => {
    await writeFile(path.join(folder, 'notes.pdf'), 'title: My notes\n');
    for (const force of [false, true]) {
      const [one, ...more] = await checkTarget(path.join(folder, 'notes.pdf'), force);
      expect(more).toEqual([]);
      expect(one?.message).toMatch(/^expected a PDF or no file there, found something else: /);
      expect(JSON.stringify(one)).not.toMatch(/answers/);
    }
  });

  test('may go when it is a changed PDF and one insists, and when it is empty', async () => {
    await writeFile(path.join(folder, 'a.pdf'), '%PDF-1.7\nsaved by another program');
    await writeFile(path.join(folder, 'empty.pdf'), '');
    expect([await told('a.pdf', false), await told('a.pdf', true)]).toEqual([['output-in-use'], []]);
    expect(await told('empty.pdf', false)).toEqual([]);
  });

  test('among the files of a workbook or template only a .pdf is written, by whatever way one comes there', async () => {
    await mkdir(path.join(folder, 'book/en'), { recursive: true });
    await symlink('book', path.join(folder, 'link'));
    await writeFile(path.join(folder, 'book/en/empty.yaml'), '');
    for (const name of ['book/en/empty.yaml', 'book/en/new.yaml', 'link/en/new.yaml', 'book/new/er.png']) {
      expect([name, await told(name, true, ['mine', 'book'])]).toEqual([name, ['output-in-sources']]);
      expect([name, await told(name, true, ['mine', 'link'])]).toEqual([name, ['output-in-sources']]);
    }
    expect(await told('book/en/new.PDF', false, ['book'])).toEqual([]);
    expect(await told('bookish.yaml', false, ['book'])).toEqual([]);
  });
});
