/** What is kept between two runs never changes a PDF or a message: with caches that are cold, warm, spoiled, swapped, old, or not to be had. */
import { appendFile, chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { type Packed, packed, root } from './packed.ts';

let program: Packed;
let folder: string;
let cache: string;
/** What is made without a cache. */
let without: (string | Buffer)[];
beforeAll(async () => {
  program = await packed();
  folder = await program.folder();
  cache = path.join(folder, 'cache');
  without = await made({ MENDBOOK_CACHE: 'off' });
});

/** Some pages of the shipped book: the PDF, and what was said of it and of the whole workbook. */
const made = async (environment: Record<string, string> = {}): Promise<(string | Buffer)[]> => {
  const all: (string | Buffer)[] = [];
  const file = path.join(folder, 'book.pdf');
  for (const args of [['check'], ['build', '--steps', '1', '--force', '-o', file]]) {
    const { code, stderr } = await program.mendbook(folder, args, { env: { XDG_CACHE_HOME: cache, ...environment } });
    // How long it took differs.
    all.push(`${code} ${stderr.replaceAll(/[\d.]+ s\b/g, 's')}`);
  }
  return [...all, await readFile(file)];
};
/** What came with the program. */
const cameWith = (): string => path.join(program.installed, '.build/kept');

test('what came with the program serves the first build, and no fault of it changes a PDF', async () => {
  const whole = async (environment: Record<string, string>): Promise<Buffer> =>
    (await program.mendbook(folder, ['build', '-q', '-o', '-'], { env: environment })).stdout;
  const alone = await whole({ MENDBOOK_CACHE: 'off' });
  expect(alone.length).toBeGreaterThan(100_000);
  const kindsAfter = async (name: string): Promise<string[]> => {
    const env = { XDG_CACHE_HOME: path.join(folder, name) };
    expect((await whole(env)).equals(alone)).toBe(true);
    return [...new Set((await readdir(path.join(env.XDG_CACHE_HOME, 'mendbook'))).map((file) => file.split('-')[0] as string))].toSorted();
  };
  // Inputs name the folder that they were read in, which is nobody's business: they are not packed.
  expect(await kindsAfter('with')).toEqual(['code', 'inputs']);
  const files = (await readdir(cameWith())).map((file) => path.join(cameWith(), file));
  expect([...new Set(files.map((file) => path.basename(file).split('-')[0]))].toSorted()).toEqual(['sheets', 'streams', 'words']);
  expect((await Promise.all(files.map((file) => readFile(file, 'latin1')))).filter((bytes) => bytes.includes(root))).toEqual([]);
  for (const file of files) await writeFile(file, Buffer.from((await readFile(file)).map((byte, at) => (at % 1013 === 500 ? byte ^ 4 : byte))));
  expect(await kindsAfter('spoiled')).toEqual(['code', 'inputs', 'words']);
  await rm(cameWith(), { recursive: true });
  expect(await kindsAfter('without')).toEqual(['code', 'inputs', 'words']);
});

const filesOf = async (): Promise<string[]> => (await readdir(path.join(cache, 'mendbook'))).map((name) => path.join(cache, 'mendbook', name)).toSorted();

test('a PDF is the same without a cache, with a cold and with a warm one', async () => {
  expect(await readdir(folder)).not.toContain('cache');
  expect(await made()).toEqual(without);
  const first = await filesOf();
  expect(first.length).toBeGreaterThan(3);
  // The second run keeps sheets and streams, too.
  expect(await made()).toEqual(without);
  const kept = await filesOf();
  expect(kept).toEqual(expect.arrayContaining(first));
  expect(kept.length).toBe(first.length + 2);
  expect(await made()).toEqual(without);
  expect(await filesOf()).toEqual(kept);
  for (const file of kept) expect((await lstat(file)).mode & 0o777).toBe(0o600);
});

test('spoiled, swapped, cut off and old files change nothing', async () => {
  for (let run = 0; run < 2; run += 1) await made();
  const ways: [string, (file: string, others: string[]) => Promise<void>][] = [
    ['spoiled', async (file) => writeFile(file, Buffer.from((await readFile(file)).map((byte, at) => (at % 1013 === 500 ? byte ^ 4 : byte))))],
    ['cut off', async (file) => writeFile(file, (await readFile(file)).subarray(0, 1000))],
    ['longer', (file) => appendFile(file, 'more')],
    ['old', (file) => utimes(file, new Date(0), new Date(0))],
    ['empty', (file) => writeFile(file, '')],
  ];
  for (const [, spoil] of ways) {
    for (const file of await filesOf()) await spoil(file, await filesOf());
    // What is made anew is kept again by the second run.
    for (let run = 0; run < 2; run += 1) expect(await made()).toEqual(without);
  }
  const files = await filesOf();
  const turned = [...files.slice(1), files[0] as string];
  for (const [index, file] of files.entries()) await rename(file, `${turned[index]}.turned`);
  for (const file of files) await rename(`${file}.turned`, file);
  expect(await made()).toEqual(without);
});

test('a changed file of the program’s own content is read, whatever was kept of it', async () => {
  const file = path.join(program.installed, 'content/rebuilding-trust/en/workbook.yaml');
  const before = await readFile(file, 'utf8');
  try {
    await writeFile(file, before.replace(/^title: .*$/m, 'title: Another title'));
    const { stdout } = await program.mendbook(folder, ['build', '--steps', '1', '-q', '-o', '-'], { env: { XDG_CACHE_HOME: cache } });
    expect(stdout.toString('latin1')).toContain('Another title');
    await writeFile(file, before.replace(/^title:/m, 'titel:'));
    const { code, stderr } = await program.mendbook(folder, ['check'], { env: { XDG_CACHE_HOME: cache } });
    expect([code, stderr.includes('titel')]).toEqual([1, true]);
  } finally {
    await writeFile(file, before);
  }
});

test('where nothing can be kept, or somebody else could write, nothing is said and the PDF is the same', async () => {
  const other = path.join(folder, 'other');
  await mkdir(path.join(other, 'theirs'), { recursive: true });
  await symlink(path.join(other, 'theirs'), path.join(other, 'mendbook'));
  expect(await made({ XDG_CACHE_HOME: other })).toEqual(without);
  expect(await readdir(path.join(other, 'theirs'))).toEqual([]);
  expect(await made({ XDG_CACHE_HOME: path.join(program.installed, 'package.json') })).toEqual(without);
  const open = path.join(folder, 'open');
  await mkdir(path.join(open, 'mendbook'), { recursive: true });
  await chmod(path.join(open, 'mendbook'), 0o777);
  expect(await made({ XDG_CACHE_HOME: open })).toEqual(without);
  expect(await readdir(path.join(open, 'mendbook'))).toEqual([]);
});

test('a copy of the workbook with a changed word, or for somebody, is the same with what was kept of the shipped one', async () => {
  for (let run = 0; run < 2; run += 1) await made();
  const kept = await filesOf();
  const copy = path.join(folder, 'copy');
  await cp(path.join(program.installed, 'content/rebuilding-trust'), copy, { recursive: true });
  const [, first = ''] = /^steps:\s*(?:\[|-)?\s*(?:- )?([\w-]+)/m.exec(await readFile(path.join(copy, 'en/workbook.yaml'), 'utf8')) ?? [];
  const file = path.join(copy, 'en/steps', `${first}.yaml`);
  await writeFile(file, (await readFile(file, 'utf8')).replace('purpose: ', 'purpose: Wolframite '));
  for (const args of [[copy], [copy, '--name', 'Quetzalli'], ['rebuilding-trust', '--name', 'Quetzalli'], ['rebuilding-trust', '--other', 'Quetzalli']]) {
    const built = async (environment: Record<string, string>): Promise<Buffer> =>
      (await program.mendbook(folder, ['build', ...args, '--steps', '1', '-q', '-o', '-'], { env: { XDG_CACHE_HOME: cache, ...environment } })).stdout;
    const alone = await built({ MENDBOOK_CACHE: 'off' });
    expect(alone.length).toBeGreaterThan(10_000);
    expect([await built({}), await built({})]).toEqual([alone, alone]);
  }
  const ofPages = (each: string): boolean => /^(?:sheets|streams)-/.test(path.basename(each));
  expect((await filesOf()).filter(ofPages)).toEqual(kept.filter(ofPages));
  expect(kept.filter(ofPages).length).toBe(2);
});

test('sheets and streams of a book for somebody, or of somebody’s own words, are not kept at all', async () => {
  const env = { XDG_CACHE_HOME: path.join(folder, 'for-somebody') };
  for (const args of [
    ['--name', 'Quetzalli'],
    ['--other', 'Quetzalli'],
    ['--note', 'Quetzalli'],
    ['--session', '2026-12-03', '--name', 'Quetzalli'],
    ['--id', 'K-17'],
    ['--discreet'],
    ['--country', 'us'],
  ])
    expect((await program.mendbook(folder, ['build', '--steps', '1', ...args, '-q', '-o', 'copy.pdf', '--force'], { env })).code).toBe(0);
  expect((await readdir(path.join(env.XDG_CACHE_HOME, 'mendbook'))).filter((name) => /^(?:sheets|streams)-/.test(name))).toEqual([]);
});

test('a name and words of somebody’s own are never kept', async () => {
  const mine = path.join(folder, 'mine/en/steps');
  await mkdir(mine, { recursive: true });
  await writeFile(path.join(folder, 'mine/en/workbook.yaml'), 'title: Wolframite\nlanguage: en\ndate: 2026-01-31\nsteps: [one]\n');
  await writeFile(
    path.join(mine, 'one.yaml'),
    'title: Wolframite\npurpose: To begin.\nblocks:\n  - worksheet: A sheet\n    purpose: To write.\n    minutes: 5\n    with: alone\n    blocks:\n      - question: Wolframite?\n        id: what\n        lines: 4\n',
  );
  const env = { XDG_CACHE_HOME: cache };
  for (const workbook of [['mine'], ['rebuilding-trust', '--steps', '1']])
    expect((await program.mendbook(folder, ['build', ...workbook, '--name', 'Quetzalli', '-q', '-o', 'copy.pdf', '--force'], { env })).code).toBe(0);
  for (const file of await filesOf()) {
    const bytes = await readFile(file);
    // Sheets are compressed, behind their seal.
    const content = path.basename(file).startsWith('sheets-') ? inflateSync(bytes.subarray(32)) : bytes;
    const text = content.toString('latin1');
    expect([path.basename(file), text.includes('Wolframite'), text.includes('Quetzalli')]).toEqual([path.basename(file), false, false]);
    expect(content.toString('utf16le')).not.toMatch(/Wolframite|Quetzalli/);
  }
});
