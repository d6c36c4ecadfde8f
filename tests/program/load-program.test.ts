/** The program starts from what V8 compiled in an earlier run, and from nothing that is not its own. */
import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterEach, beforeEach, expect, test } from 'vitest';

let home: string;
let cache: string;
/** What is run in place of the real program: it says its number, through a function that is compiled late. */
const sayNumber = (number: number): Promise<void> =>
  writeFile(
    path.join(home, 'program.cjs'),
    `module.exports = { 'say.ts': () => ({ say: () => ${number}, here: () => __filename, path: () => typeof require('node:path').join }) };`,
  );
beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'mendbook-program-'));
  cache = path.join(home, 'cache', 'mendbook');
  await build({
    entryPoints: [fileURLToPath(new URL('../../src/program/load-program.ts', import.meta.url))],
    outfile: path.join(home, 'load-program.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
  });
  const main =
    "import { keepCode, moduleNamed } from './load-program.mjs'; process.stdout.write(String(await moduleNamed('say.ts')[process.argv[3]]())); keepCode();";
  await writeFile(path.join(home, 'main.mjs'), main);
  await sayNumber(1);
});
afterEach(() => rm(home, { recursive: true, force: true }));

/** What the program says; `command` is the first word of its command line. */
const said = async ({
  command = 'build',
  name = 'say',
  node = [],
  environment = {},
}: { command?: string; name?: string; node?: string[]; environment?: Record<string, string> } = {}) => {
  const env = { ...process.env, XDG_CACHE_HOME: path.dirname(cache), ...environment };
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [...node, path.join(home, 'main.mjs'), command, name], { env });
  expect(stderr).toBe('');
  return stdout;
};
const files = (): Promise<string[]> => readdir(cache).catch(() => []);
/** Makes a file old, to see whether it is written anew. */
const long = new Date(Date.now() - 60 * 60 * 1000);
const wasWritten = async (file: string): Promise<boolean> => (await stat(file)).mtimeMs > long.getTime() + 1000;

test('the first run keeps what it compiled, and the next one takes it', async () => {
  expect(await said()).toBe('1');
  const [name = ''] = await files();
  const file = path.join(cache, name);
  await utimes(file, long, long);
  expect(await said()).toBe('1');
  expect(await files()).toEqual([name]);
  expect(await wasWritten(file)).toBe(false);
});

test('it knows its file, and finds modules of Node, from the cache as without', async () => {
  for (const _ of [1, 2]) {
    expect(await said({ name: 'here' })).toBe(path.join(home, 'program.cjs'));
    expect(await said({ name: 'path' })).toBe('function');
  }
});

test('another program of the same length, command or set of flags does not take it', async () => {
  await said();
  await sayNumber(2);
  expect(await said()).toBe('2');
  expect(await files()).toHaveLength(2);
  expect(await said({ command: 'check' })).toBe('2');
  expect(await files()).toHaveLength(3);
  expect(await said({ node: ['--no-opt'] })).toBe('2');
  expect(await files()).toHaveLength(4);
});

test('what is spoiled or swapped is not taken, and is written anew', async () => {
  await said();
  const [first = ''] = await files();
  const file = path.join(cache, first);
  const whole = await readFile(file);
  await sayNumber(2);
  await said();
  const second = path.join(cache, (await files()).find((name) => name !== first) ?? '');
  const spoilt: [string, Buffer][] = [
    ['swapped', whole],
    ['cut off', (await readFile(second)).subarray(0, -100)],
    ['empty', Buffer.alloc(0)],
    ['changed', Buffer.from((await readFile(second)).map((byte, index) => (index % 97 === 50 ? byte ^ 1 : byte)))],
  ];
  for (const [how, bytes] of spoilt) {
    await writeFile(second, bytes);
    await utimes(second, long, long);
    expect([how, await said()]).toEqual([how, '2']);
    expect([how, await wasWritten(second)]).toEqual([how, true]);
  }
});

test('without a cache, or where none can be, it runs all the same', async () => {
  expect(await said({ environment: { MENDBOOK_CACHE: 'off' } })).toBe('1');
  expect(await files()).toEqual([]);
  const taken = path.join(home, 'taken');
  await copyFile(path.join(home, 'main.mjs'), taken);
  expect(await said({ environment: { XDG_CACHE_HOME: taken } })).toBe('1');
  expect(await said({ environment: { MENDBOOK_DEBUG: '1' } })).toBe('1');
});
