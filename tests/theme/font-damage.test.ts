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

const table = (bytes: Buffer, name: string): number => bytes.readUInt32BE(entry(bytes, name) + 8);
/** Where a glyph's outline begins. */
const glyph = (bytes: Buffer, id: number): number => {
  const loca = table(bytes, 'loca');
  return (
    table(bytes, 'glyf') + (bytes.readUInt16BE(table(bytes, 'head') + 50) === 1 ? bytes.readUInt32BE(loca + id * 4) : 2 * bytes.readUInt16BE(loca + id * 2))
  );
};
/** Makes a glyph one that is composed of others (OpenType 1.9, "Composite Glyph Description"). */
const composeOf = (bytes: Buffer, id: number, ...parts: number[]): void => {
  const at = glyph(bytes, id);
  bytes.writeInt16BE(-1, at);
  parts.forEach((part, index) => {
    // Offsets as bytes; more parts follow but the last one.
    bytes.writeUInt16BE(index < parts.length - 1 ? 0x22 : 0x02, at + 10 + index * 6);
    bytes.writeUInt16BE(part, at + 12 + index * 6);
    bytes.writeUInt16BE(0, at + 14 + index * 6);
  });
};
/** Glyphs that are each made of the one before it, twice: a letter of a billion letters. */
const multiply = (bytes: Buffer): void => {
  const roomy = Array.from({ length: 200 }, (_, id) => id + 10).filter((id) => glyph(bytes, id + 1) - glyph(bytes, id) > 24);
  roomy.slice(0, 32).forEach((id, index) => {
    const before = roomy[index - 1];
    if (before !== undefined) composeOf(bytes, id, before, before);
  });
};

it.each<[title: string, spoil: (bytes: Buffer) => Buffer | void, found: string | undefined]>([
  ['a whole font', () => undefined, undefined],
  ['its first four bytes', (bytes) => bytes.subarray(0, 4), 'one that ends too early'],
  ['the head alone', (bytes) => bytes.subarray(0, 12), 'one that ends too early'],
  ['the first nine tenths', (bytes) => bytes.subarray(0, Math.floor(bytes.length * 0.9)), 'one that ends too early'],
  ['a font without outlines', (bytes) => void bytes.write('xxxx', entry(bytes, 'glyf'), 'latin1'), 'one without its part "glyf"'],
  ['a font with many cuts', (bytes) => void bytes.write('fvar', entry(bytes, 'GDEF'), 'latin1'), 'a variable font, which has many cuts in one file'],
  ['a font without an em', (bytes) => void bytes.writeUInt16BE(0, table(bytes, 'head') + 18), 'one that is damaged'],
  ['a font whose lines have no height', (bytes) => void bytes.fill(0, table(bytes, 'hhea') + 4, table(bytes, 'hhea') + 10), 'one that is damaged'],
  ['a letter that is made of itself', (bytes) => composeOf(bytes, 20, 20), 'one that is damaged'],
  ['letters that are made of each other', (bytes) => (composeOf(bytes, 20, 30), composeOf(bytes, 30, 20)), 'one that is damaged'],
  ['letters that multiply', (bytes) => multiply(bytes), 'one that is damaged'],
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
