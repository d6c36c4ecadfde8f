/** Fonts that an author brings along: whole ones of one cut are taken, what would stop a page is told before. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { damageOfFont } from '../../src/theme/font-damage.ts';

let folder: string;
let whole: Buffer;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mendbook-fonts-'));
  whole = await readFile(createRequire(import.meta.url).resolve('@expo-google-fonts/literata/400Regular/Literata_400Regular.ttf'));
});
afterAll(() => rm(folder, { recursive: true }));

/** A copy with something done to it. */
const spoiled = (spoil: (bytes: Buffer) => Buffer | void): Buffer => {
  const bytes = Buffer.from(whole);
  return spoil(bytes) ?? bytes;
};
/** Where the directory of tables names one. */
const entry = (bytes: Buffer, table: string): number => bytes.indexOf(table, 12, 'latin1');

it.each<[title: string, spoil: (bytes: Buffer) => Buffer | void, found: string | undefined]>([
  ['a whole font', () => undefined, undefined],
  ['its first four bytes', (bytes) => bytes.subarray(0, 4), 'one that ends too early'],
  ['the head alone', (bytes) => bytes.subarray(0, 12), 'one that ends too early'],
  ['the first nine tenths', (bytes) => bytes.subarray(0, Math.floor(bytes.length * 0.9)), 'one that ends too early'],
  ['a font without outlines', (bytes) => void bytes.write('xxxx', entry(bytes, 'glyf'), 'latin1'), 'one without its part "glyf"'],
  ['a font with many cuts', (bytes) => void bytes.write('fvar', entry(bytes, 'GDEF'), 'latin1'), 'a variable font, which has many cuts in one file'],
  [
    'a font whose bytes were changed on the way',
    (bytes) => {
      for (let at = 2000; at < bytes.length; at += 97) bytes[at] = (bytes[at] ?? 0) ^ 0x5a;
    },
    'one that is damaged',
  ],
])('finds in %s what it is', async (title, spoil, found) => {
  const file = path.join(folder, `${title}.ttf`);
  await writeFile(file, spoiled(spoil));
  expect(await damageOfFont(file)).toBe(found);
});
