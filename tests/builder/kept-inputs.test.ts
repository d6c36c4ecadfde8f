/** Inputs that an earlier run kept are those that would be read; only what came with the program is kept. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { inputsOf } from '../../src/builder/kept-inputs.ts';
import { type LoadedInputs, loadInputs } from '../../src/builder/load.ts';
import { makeEdition } from '../../src/builder/make-edition.ts';
import { resolveOptions } from '../../src/builder/resolve-options.ts';
import { cacheFolder } from '../../src/cache/cache-folder.ts';
import { filesOf, type Shipped } from '../../src/cache/shipped.ts';
import { type AskedOptions, DEFAULTS } from '../../src/options/option-values.ts';
import { packageRoot } from '../../src/system/package-root.ts';
import { smallBook } from '../fixtures/small-book.ts';

const root = packageRoot();
const shipped: Shipped = { root, version: 'v1', files: filesOf(root) };
const folder = cacheFolder() as string;
let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'mendbook-kept-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
  await rm(cwd, { recursive: true, force: true });
});

const files = async (): Promise<string[]> => (await readdir(folder).catch(() => [])).map((name) => path.join(folder, name));
/** All that can be compared. */
const plain = ({ found: { canShow: _, shipped: __, readBefore: ___, ...found } = {} as NonNullable<LoadedInputs['found']>, ...rest }: LoadedInputs) => ({
  found,
  ...rest,
});
type Asked = AskedOptions;
const options = (asked: Asked = {}) => resolveOptions({ cwd, workbook: 'rebuilding-trust', ...asked });
/** The same files with other words: inputs that were read from them would show it. */
const otherWords: Shipped = { ...shipped, files: new Map([...shipped.files].map(([file]) => [file, Buffer.from('other')])) };
const wasKept = async (asked: Parameters<typeof inputsOf>[0], from = otherWords): Promise<boolean> =>
  (await inputsOf(asked, from)).sources[0]?.text === 'other';

test.each<{ asked: Asked }>([
  { asked: {} },
  { asked: { lang: 'es', template: 'warm' } },
  { asked: { paper: 'a5', binding: 'booklet' } },
  { asked: { template: 'bold', inkSaver: true } },
])('kept inputs are those that are read: $asked', async ({ asked }) => {
  const one = await options(asked);
  const read = await loadInputs(one);
  expect(read.diagnostics).toEqual([]);
  const [first, second] = [await inputsOf(one, shipped), await inputsOf(one, shipped)];
  expect([plain(first), plain(second)]).toEqual([plain(read), plain(read)]);
  expect([first, second].map(({ found }) => found?.readBefore)).toEqual([undefined, true]);
  expect(await wasKept(one)).toBe(true);
  expect([read, await inputsOf(one, shipped)].map(({ found }) => found?.shipped)).toEqual([undefined, expect.stringContaining('v1')]);
  const again = (await inputsOf(one, shipped)).found;
  expect([again?.canShow(0x41), again?.canShow(0x4e00)]).toEqual([true, false]);
  expect(makeEdition(again?.workbook as never, { ...DEFAULTS, ...one }, again as never)).toEqual(
    makeEdition(read.found?.workbook as never, { ...DEFAULTS, ...one }, read.found as never),
  );
});

describe('another copy', () => {
  test('has inputs of its own where it is read otherwise, and not where it differs later', async () => {
    await inputsOf(await options(), shipped);
    expect(await files()).toHaveLength(1);
    for (const later of [{ name: 'Ximena' }, { for: 'was-hurt' }, { steps: '1-2' }, { other: 'Quetzalli' }, { flat: true }] as Asked[]) {
      const asked = await options(later);
      expect([later, await wasKept(asked)]).toEqual([later, true]);
    }
    expect(await files()).toHaveLength(1);
    for (const other of [{ paper: 'a4' }, { lang: 'es' }, { template: 'plain' }] as Asked[]) expect(await wasKept(await options(other), shipped)).toBe(false);
    await inputsOf({ ...(await options()), suggest: true }, shipped);
    expect(await files()).toHaveLength(5);
  });

  test('another version of the program, or of what came with it, reads anew', async () => {
    await inputsOf(await options(), shipped);
    expect(await wasKept(await options(), { ...otherWords, version: 'v2' })).toBe(false);
  });
});

test('what is spoiled or swapped is read anew', async () => {
  const [en, es] = [await options(), await options({ lang: 'es' })];
  await inputsOf(en, shipped);
  const [of] = await files();
  await inputsOf(es, shipped);
  const other = (await files()).find((file) => file !== of) as string;
  const whole = await readFile(of as string);
  for (const bytes of [await readFile(other), whole.subarray(0, 5000), Buffer.from(whole.map((byte) => (byte === 0x65 ? 0x66 : byte))), Buffer.alloc(0)]) {
    await writeFile(of as string, bytes);
    expect((await inputsOf(en, shipped)).found?.workbook.title).toBe('Rebuilding Trust');
    expect(await readFile(of as string)).toEqual(whole);
  }
});

describe('what is never kept', () => {
  test('a workbook of somebody’s own, though it looks like the shipped one', async () => {
    const book = await smallBook();
    try {
      await inputsOf(await resolveOptions({ cwd: book.home, workbook: 'book' }), shipped);
      expect(await files()).toEqual([]);
    } finally {
      await book.remove();
    }
  });

  test('a practice, help lines, whose warnings depend on the day, and a template of somebody’s own', async () => {
    await writeFile(path.join(cwd, 'practice.yaml'), 'name: Ana Luz\n');
    await mkdir(path.join(cwd, 'look'));
    await writeFile(path.join(cwd, 'look/theme.yaml'), 'extends: calm\n');
    for (const own of [{ practice: 'practice.yaml' }, { country: 'us' }, { template: './look' }, { discreet: true }] as Asked[]) {
      await inputsOf(await options(own), shipped);
      expect([own, await files()]).toEqual([own, []]);
    }
  });

  test('variables that were given for one copy', async () => {
    await inputsOf({ ...(await options()), variables: { other: 'Quetzalli' } }, shipped);
    expect(await files()).toEqual([]);
  });

  test('anything with a problem to tell, which is told each time', async () => {
    const asked = { ...(await options()), paper: 'a5', largePrint: true } as const;
    const told = (await inputsOf(asked, shipped)).diagnostics;
    expect(told.length).toBeGreaterThan(0);
    expect((await inputsOf(asked, shipped)).diagnostics).toEqual(told);
    expect(await files()).toEqual([]);
  });
});
