/** A packet: what its file may hold, where it is found, what is wrong with one, and the copy that it makes. */
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Builder } from '../../src/builder/builder.ts';
import { loadInputs } from '../../src/builder/load.ts';
import { type BuildRequest, resolveOptions } from '../../src/builder/resolve-options.ts';
import { position } from '../../src/diagnostics/source-file.ts';
import { findPacket } from '../../src/packet/find-packet.ts';
import { loadPacket } from '../../src/packet/load.ts';

let home = '';
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'mendbook-packet-'));
  await cp(path.resolve(import.meta.dirname, '../../content/starter'), path.join(home, 'mine'), { recursive: true });
});
afterAll(() => rm(home, { recursive: true, force: true }));

const written = async (text: string): Promise<string> => {
  const file = path.join(home, 'ana.yaml');
  await writeFile(file, text);
  return file;
};

/** A copy as `build` prepares it. */
const prepare = async (options: Partial<BuildRequest>) => new Builder().prepare(await resolveOptions({ cwd: home, workbook: 'mine', ...options }));

describe('the file', () => {
  test('names a title, a subtitle, notes, options and parts', async () => {
    const file = await written(
      'title: For Ana\nsubtitle: Two pages\nnote: Go gently.\noptions: { for: was-hurt, language: es, large-print: true, template: ./look }\nparts: [talk, { part: prepare/letter-first, note: [One., Two.] }]\n',
    );
    const { packet, options, diagnostics } = await loadPacket(file);
    expect(diagnostics).toEqual([]);
    expect(options).toEqual({ for: 'was-hurt', lang: 'es', largePrint: true, template: path.join(home, 'look') });
    expect(packet).toMatchObject({
      title: 'For Ana',
      subtitle: 'Two pages',
      note: [[{ text: 'Go gently.' }]],
      parts: [{ name: 'talk' }, { name: 'prepare/letter-first', note: [[{ text: 'One.' }], [{ text: 'Two.' }]] }],
    });
  });

  test.each([
    ['title: A\n', 'missing-key'],
    ['title: A\nparts: []\n', 'wrong-size'],
    ['title: A\nparts: [Talk]\n', 'wrong-form'],
    ['title: A\nparts: [talk]\nsteps: 1\n', 'unknown-key'],
    ['title: A\nparts: [talk]\noptions: { for: ana }\n', 'wrong-value'],
    ['title: A\nparts: [talk]\noptions: { steps: "1" }\n', 'unknown-key'],
    ['title: A\nparts: [{ part: talk, hint: b }]\n', 'unknown-key'],
  ])('%j is refused', async (text, code) => {
    expect((await loadPacket(await written(text))).diagnostics.map((one) => one.code)).toContain(code);
  });
});

describe('its parts, words and links', () => {
  const problems = async (text: string): Promise<string[]> => {
    const { diagnostics, sources } = await prepare({ packet: await written(text) });
    return diagnostics.map(({ code, at }) => {
      const source = sources.find(({ file }) => file === at?.file);
      return source && at ? `${code} ${path.basename(source.file)}:${position(source, at.start).line}` : code;
    });
  };

  test.each([
    ['title: A\nparts:\n  - talk\n  - tlak\n', 'unknown-part ana.yaml:4'],
    ['title: A\nparts:\n  - talk\n  - part: talk/my-limit\n', 'part-twice ana.yaml:4'],
    ['title: A\nnote: For {{whom}}.\nparts: [talk]\n', 'unknown-variable ana.yaml:2'],
    ['title: A\nnote: See [it](#nowhere).\nparts: [talk]\n', 'link-target ana.yaml:2'],
    ['title: 中\nparts: [talk]\n', 'missing-glyph ana.yaml:1'],
  ])('%j is told at its place', async (text, problem) => {
    expect(await problems(text)).toEqual([problem]);
  });
});

describe('the packets of a translation', () => {
  const asked = async (change: (folder: string) => Promise<unknown>): Promise<string[]> => {
    const folder = await mkdtemp(path.join(home, 'translated-'));
    await cp(path.join(home, 'mine'), folder, { recursive: true });
    await change(folder);
    const { diagnostics } = await loadInputs({ cwd: home, workbook: folder, lang: 'es', suggest: true });
    return diagnostics.map(({ code, message }) => `${code}: ${message}`);
  };
  const parts = 'title: Una charla\nparts: ';

  test('are complete in the starter', async () => {
    expect(await asked(async () => undefined)).toEqual([]);
  });

  test.each([
    [
      'one is missing',
      (folder: string) => rm(path.join(folder, 'es/packets/one-talk.yaml')),
      'translation-lacks: expected the packet "one-talk", as in en, found none',
    ],
    [
      'one has no original',
      (folder: string) => writeFile(path.join(folder, 'es/packets/more.yaml'), `${parts}[talk]\n`),
      'translation-extra: expected no more packets than in en, found "more"',
    ],
    [
      'one names other parts',
      (folder: string) => writeFile(path.join(folder, 'es/packets/one-talk.yaml'), `${parts}[talk]\n`),
      'translation-differs: expected the part "prepare/about-what", as in en, found "talk"',
    ],
  ])('it is told where %s', async (_, change, problem) => {
    expect(await asked(change)).toEqual([problem]);
  });
});

describe('the name', () => {
  const places = () => ({ cwd: home, folder: path.join(home, 'mine'), language: 'en' });

  test('is that of a packet of the workbook, or a file', async () => {
    const file = await written('title: A\nparts: [talk]\n');
    expect(await findPacket('one-talk', places())).toEqual({ file: path.join(home, 'mine/en/packets/one-talk.yaml'), diagnostics: [] });
    expect((await findPacket('ana.yaml', places())).file).toBe(file);
    expect((await findPacket(file, places())).file).toBe(file);
  });

  test('is told to be unknown, with the one that was probably meant', async () => {
    await cp(path.join(home, 'mine/en/packets/one-talk.yaml'), path.join(home, 'mine/es/packets/other.yaml'));
    const hints = async (name: string) => (await findPacket(name, places())).diagnostics.flatMap((one) => one.hints ?? []);
    await written('title: A\nparts: [talk]\n');
    expect(await hints('one-tlak')).toEqual(['did you mean "one-talk"?']);
    expect(await hints('other')).toEqual(['it is there in es: choose with --lang']);
    expect(await hints('./anna.yaml')).toEqual(['did you mean "ana.yaml"?']);
    expect((await prepare({ packet: 'nothing-of-the-kind' })).wrongUsage).toBe(true);
  });

  test('is not blamed where the workbook is not there in the language', async () => {
    expect(await findPacket('first-talk', { cwd: home, folder: path.join(home, 'mine'), language: 'es-MX' })).toEqual({ diagnostics: [] });
    const { diagnostics, wrongUsage } = await prepare({ packet: 'first-talk', lang: 'es-MX' });
    expect([diagnostics.map(({ code }) => code), wrongUsage]).toEqual([['no-language'], true]);
  });
});

describe('the copy', () => {
  test('has its title, its parts in order, and its options where none is asked for', async () => {
    const packet = await written('title: For Ana\nsubtitle: Two\noptions: { paper: a4, for: was-hurt }\nparts: [looking-back, talk/my-limit, prepare]\n');
    const { ready } = await prepare({ packet });
    expect(ready?.edition.title).toBe('For Ana');
    expect(ready?.edition.subtitle).toBe('Two');
    expect(ready?.edition.sections.map(({ id }) => id)).toEqual(['looking-back', 'talk', 'prepare']);
    expect(ready?.options).toMatchObject({ paper: 'a4', for: 'was-hurt' });
    expect((await prepare({ packet, paper: 'a5' })).ready?.options.paper).toBe('a5');
  });

  test('a packet wins over practice.yaml', async () => {
    await writeFile(path.join(home, 'usual.yaml'), 'paper: a5\ncountry: gb\n');
    const { ready } = await prepare({ packet: await written('title: A\noptions: { paper: a4 }\nparts: [prepare]\n'), practice: 'usual.yaml' });
    expect(ready?.options).toMatchObject({ paper: 'a4', country: 'gb' });
  });

  test('keeps the names of the fields of the whole book', async () => {
    const names = async (options: Partial<BuildRequest>) => {
      const { pdf } = await new Builder().build(await resolveOptions({ cwd: home, workbook: 'mine', ...options }));
      return (pdf?.fields ?? []).map(({ name }) => name);
    };
    const whole = new Set(await names({}));
    const some = await names({ packet: await written('title: A\nparts: [looking-back, talk/my-limit, prepare]\n') });
    expect(some.length).toBeGreaterThan(10);
    expect(some.filter((name) => !whole.has(name))).toEqual([]);
  });
});
