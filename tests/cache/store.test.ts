/** What is kept comes back as it was, or not at all; nobody else can read it or put something in its place. */
import { chmodSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keep, recall } from '../../src/cache/store.ts';

let home: string;
let folder: string;
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'mendbook-cache-'));
  folder = path.join(home, 'deep', 'mendbook');
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const WORDS = Buffer.from('words and words');
const files = (): string[] => readdirSync(folder).map((name) => path.join(folder, name));
const only = (): string => files()[0] as string;
const DAY = 24 * 60 * 60 * 1000;
const age = (file: string, days: number): void => utimesSync(file, new Date(), new Date(Date.now() - days * DAY));

test('what is kept comes back under its key and kind alone', () => {
  expect(recall('words', 'a', folder)).toBeUndefined();
  expect(keep('words', 'a', WORDS, folder)).toBe(true);
  expect(recall('words', 'a', folder)).toEqual(WORDS);
  expect(recall('words', 'b', folder)).toBeUndefined();
  expect(recall('code', 'a', folder)).toBeUndefined();
  keep('words', 'a', Buffer.from('other'), folder);
  expect(recall('words', 'a', folder)?.toString()).toBe('other');
  expect(files()).toHaveLength(1);
});

test('nothing is kept or found where the cache is switched off', () => {
  process.env.MENDBOOK_CACHE = 'off';
  try {
    expect(keep('words', 'a', WORDS)).toBe(false);
    expect(recall('words', 'a')).toBeUndefined();
  } finally {
    delete process.env.MENDBOOK_CACHE;
  }
});

describe('damage', () => {
  test.each([
    ['a byte in the middle', (bytes: Buffer) => bytes.fill(0x58, 40, 41)],
    ['a byte of the seal', (bytes: Buffer) => bytes.fill(bytes[0] === 0 ? 1 : 0, 0, 1)],
    ['the end missing', (bytes: Buffer) => bytes.subarray(0, -1)],
    ['all but the seal missing', (bytes: Buffer) => bytes.subarray(0, 32)],
    ['half a seal', (bytes: Buffer) => bytes.subarray(0, 16)],
    ['more at the end', (bytes: Buffer) => Buffer.concat([bytes, WORDS])],
    ['an empty file', () => Buffer.alloc(0)],
    ['another file', () => Buffer.from('#!/bin/sh\n'.repeat(20))],
  ])('%s: it is not taken', (_, spoil) => {
    keep('words', 'a', WORDS, folder);
    writeFileSync(only(), spoil(readFileSync(only())));
    expect(recall('words', 'a', folder)).toBeUndefined();
    keep('words', 'a', WORDS, folder);
    expect(recall('words', 'a', folder)).toEqual(WORDS);
  });

  test('what was kept for another key is not taken in the place of this one', () => {
    keep('words', 'a', WORDS, folder);
    const a = only();
    keep('words', 'b', Buffer.from('of b'), folder);
    const b = files().find((file) => file !== a) as string;
    renameSync(b, a);
    expect(recall('words', 'a', folder)).toBeUndefined();
  });

  test('a folder or a link in the place of a file is not taken', () => {
    keep('words', 'a', WORDS, folder);
    const file = only();
    renameSync(file, path.join(home, 'elsewhere'));
    symlinkSync(path.join(home, 'elsewhere'), file);
    expect(recall('words', 'a', folder)).toBeUndefined();
    rmSync(file);
    mkdirSync(file);
    expect(recall('words', 'a', folder)).toBeUndefined();
    expect(keep('words', 'a', WORDS, folder)).toBe(false);
    expect(readdirSync(folder)).toEqual([path.basename(file)]);
  });
});

describe.skipIf(process.platform === 'win32')('other people', () => {
  test('cannot read the folder and its files', () => {
    keep('words', 'a', WORDS, folder);
    expect(lstatSync(folder).mode & 0o777).toBe(0o700);
    expect(lstatSync(only()).mode & 0o777).toBe(0o600);
  });

  test('a folder that they may read is closed to them when something is kept', () => {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    keep('words', 'a', WORDS, folder);
    expect(lstatSync(folder).mode & 0o777).toBe(0o700);
  });

  test('a folder or a file that they may write is left alone', () => {
    keep('words', 'a', WORDS, folder);
    chmodSync(only(), 0o666);
    expect(recall('words', 'a', folder)).toBeUndefined();
    chmodSync(only(), 0o600);
    expect(recall('words', 'a', folder)).toEqual(WORDS);
    chmodSync(folder, 0o777);
    expect(recall('words', 'a', folder)).toBeUndefined();
    expect(keep('words', 'b', WORDS, folder)).toBe(false);
    expect(files()).toHaveLength(1);
  });

  test('a link in the place of the folder is left alone', () => {
    const other = path.join(home, 'other');
    mkdirSync(other);
    mkdirSync(path.dirname(folder));
    symlinkSync(other, folder);
    expect(keep('words', 'a', WORDS, folder)).toBe(false);
    expect(recall('words', 'a', folder)).toBeUndefined();
    expect(readdirSync(other)).toEqual([]);
  });
});

test('a file in the place of the folder, or of one above it, is done without', () => {
  writeFileSync(path.join(home, 'deep'), '');
  expect(keep('words', 'a', WORDS, folder)).toBe(false);
  expect(recall('words', 'a', folder)).toBeUndefined();
});

describe('age and size', () => {
  test('what was not used for long goes when something else is kept; use makes young again', () => {
    for (const key of ['a', 'b', 'c']) keep('words', key, Buffer.from(key), folder);
    for (const file of files()) age(file, 40);
    expect(recall('words', 'b', folder)?.toString()).toBe('b');
    keep('words', 'd', WORDS, folder);
    expect(['a', 'b', 'c', 'd'].filter((key) => recall('words', key, folder))).toEqual(['b', 'd']);
  });

  test('temporary files that a killed program left go after a day', () => {
    keep('words', 'a', WORDS, folder);
    const left = path.join(folder, 'words-0123.abc.tmp');
    writeFileSync(left, 'half');
    age(left, 2);
    keep('words', 'a', WORDS, folder);
    expect(files()).toHaveLength(1);
  });

  test('all files together stay small: those used longest ago go first', () => {
    const large = Buffer.alloc(20 * 1024 * 1024);
    for (const [index, key] of ['a', 'b'].entries()) {
      keep('words', key, large, folder);
      for (const file of files().filter((one) => Date.now() - lstatSync(one).mtimeMs < DAY / 2)) age(file, 3 - index);
    }
    keep('words', 'c', large, folder);
    expect(['a', 'b', 'c'].filter((key) => recall('words', key, folder))).toEqual(['b', 'c']);
  });
});
