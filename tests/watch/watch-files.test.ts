/** Watching: however files are saved, come and go, each burst of changes is told once. */
import { mkdir, mkdtemp, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FileWatch, watchFiles } from '../../src/watch/watch-files.ts';

let home: string;
let ending: AbortController;
let told: string[][];
let waiting: (() => void)[];

const at = (...names: string[]): string => path.join(home, ...names);
const write = async (name: string, text: string): Promise<void> => {
  await mkdir(path.dirname(at(name)), { recursive: true });
  await writeFile(at(name), text);
};
/** Longer than a busy machine makes a test wait between two writes. */
const UNHURRIED = 500;
const watch = (names: readonly string[], except: readonly string[] = [], debounce = 60): Promise<FileWatch> => {
  const changed = (paths: readonly string[]): void => {
    told.push(paths.map((one) => path.relative(home, one)).toSorted());
    waiting.splice(0).forEach((resume) => resume());
  };
  return watchFiles(
    names.map((name) => at(name)),
    { signal: ending.signal, onChange: changed, debounce, except: except.map((name) => at(name)) },
  );
};
/** Waits until some burst has told of a path. */
const hear = async (name: string): Promise<void> => {
  while (!told.flat().includes(name)) await new Promise<void>((resume) => waiting.push(resume));
};
const forget = (): void => void told.splice(0);

beforeEach(async () => {
  // A folder that nothing else writes into.
  home = path.join(await realpath(await mkdtemp(path.join(tmpdir(), 'mendbook-watch-'))), 'home');
  await mkdir(home);
  ending = new AbortController();
  told = [];
  waiting = [];
});
afterEach(async () => {
  ending.abort();
  await rm(path.dirname(home), { recursive: true, force: true });
});

test('a saved file is told once, although it is written in two goes', async () => {
  await write('book/en/a.yaml', 'one');
  await watch(['book'], [], UNHURRIED);
  await write('book/en/a.yaml', '');
  await write('book/en/a.yaml', 'two');
  await hear('book/en/a.yaml');
  await write('book/en/b.yaml', 'last');
  await hear('book/en/b.yaml');
  expect(told.filter((burst) => burst.includes('book/en/a.yaml'))).toHaveLength(1);
});

test('a file that is saved under another name first, and then renamed, is told, time after time', async () => {
  await write('book/a.yaml', 'one');
  await watch(['book/a.yaml']);
  for (const text of ['two', 'three', 'four']) {
    await write('book/.a.yaml.swp', text);
    await rename(at('book/a.yaml'), at('book/a.yaml~'));
    await rename(at('book/.a.yaml.swp'), at('book/a.yaml'));
    await hear('book/a.yaml');
    forget();
  }
});

test('what editors and the program leave beside the files is not told', async () => {
  await write('book/a.yaml', 'one');
  await watch(['book'], ['book/out']);
  for (const name of ['.a.yaml.swp', 'a.yaml~', '#a.yaml#', '4913', '.git/HEAD', 'node_modules/x/index.js', 'out/book.pdf', '.mendbook.1234.tmp'])
    await write(`book/${name}`, 'x');
  await write('beside.yaml', 'x');
  await write('book/a.yaml', 'two');
  await hear('book/a.yaml');
  expect(told.flat().filter((name) => !['book', 'book/a.yaml'].includes(name))).toEqual([]);
});

test('files that appear and vanish are told, in new folders too', async () => {
  await write('book/en/a.yaml', 'one');
  await watch(['book']);
  await write('book/en/steps/deep/b.yaml', 'new');
  await hear('book/en/steps/deep/b.yaml');
  forget();
  await write('book/en/steps/deep/b.yaml', 'newer');
  await hear('book/en/steps/deep/b.yaml');
  forget();
  await rm(at('book/en/a.yaml'));
  await hear('book/en/a.yaml');
});

test('a folder that is deleted and comes back is watched again', async () => {
  await write('book/en/a.yaml', 'one');
  await watch(['book/en']);
  await rm(at('book'), { recursive: true });
  await hear('book/en');
  forget();
  await write('book/en/a.yaml', 'back');
  await hear('book/en/a.yaml');
  forget();
  await write('book/en/a.yaml', 'changed');
  await hear('book/en/a.yaml');
});

test('a folder whose own folder is deleted too is found again', async () => {
  await write('shelf/book/en/a.yaml', 'one');
  await watch(['shelf/book/en']);
  await rm(at('shelf'), { recursive: true });
  await hear('shelf/book/en');
  forget();
  await write('shelf/book/en/a.yaml', 'back');
  await hear('shelf/book/en/a.yaml');
  forget();
  await write('shelf/book/en/a.yaml', 'changed');
  await hear('shelf/book/en/a.yaml');
});

test('a folder that is exchanged for another of the same name is the one that is watched', async () => {
  await write('book/en/a.yaml', 'one');
  await write('other/a.yaml', 'two');
  await watch(['book/en']);
  await rename(at('book/en'), at('book/old'));
  await rename(at('other'), at('book/en'));
  await hear('book/en');
  forget();
  await write('book/en/a.yaml', 'three');
  await hear('book/en/a.yaml');
});

test('a file that is not there is told when it is, in a folder that is not there either', async () => {
  await watch(['theme/theme.yaml']);
  await write('theme/theme.yaml', 'extends: calm');
  await hear('theme/theme.yaml');
});

test('following other files says whether they are others, and leaves those before', async () => {
  await write('a/a.yaml', 'one');
  await write('b/b.yaml', 'one');
  const files = await watch(['a']);
  expect(await files.follow([at('a'), at('a/a.yaml')])).toBe(false);
  expect(await files.follow([at('b')])).toBe(true);
  await write('a/a.yaml', 'two');
  await write('b/b.yaml', 'two');
  await hear('b/b.yaml');
  expect(told.flat()).not.toContain('a/a.yaml');
});

test('after the end nothing is told', async () => {
  await write('a/a.yaml', 'one');
  const files = await watch(['a']);
  ending.abort();
  expect(await files.follow([at('b')])).toBe(false);
  ending = new AbortController();
  await watch(['a'], [], UNHURRIED);
  await write('a/a.yaml', 'two');
  await hear('a/a.yaml');
  expect(told).toHaveLength(1);
});
