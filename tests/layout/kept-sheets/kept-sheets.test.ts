/** A book of kept sheets is the book that was laid out; what was spoiled, or kept for something else, is not taken. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { cacheFolder } from '../../../src/cache/cache-folder.ts';
import type { Workbook } from '../../../src/content/workbook.ts';
import { KeptSheets } from '../../../src/layout/kept-sheets/kept-sheets.ts';
import type { Face } from '../../../src/layout/lay-out.ts';
import calm from '../../../templates/calm/template.tsx';
import { bookOptions, facesOf } from '../../../src/builder/make-pdf.ts';
import { makeBook } from '../../../src/layout/book.tsx';
import { registerFaces } from '../../../src/layout/lay-out.ts';
import { SheetCache } from '../../../src/layout/sheet-cache.ts';
import { writePdf } from '../../../src/pdf/write.ts';
import { loadStrings } from '../../../src/content/load-strings.ts';
import { loadTheme } from '../../../src/theme/load.ts';
import { everyKind } from '../calm-book.ts';

const folder = cacheFolder() as string;
afterEach(() => rmSync(folder, { recursive: true, force: true }));

let workbook: Workbook;
let faces: Face[];
let given: Parameters<typeof bookOptions>[0];
let fieldFont: string;
beforeAll(async () => {
  workbook = everyKind();
  const [{ theme, fonts }, { strings }] = await Promise.all([loadTheme('calm', { paper: 'letter', cwd: '/' }), loadStrings('en', '/')]);
  if (!theme || !fonts || !strings) throw new Error('calm does not load');
  given = { edition: workbook, template: calm, theme, fonts, strings, options: {} };
  faces = facesOf(theme, fonts);
  fieldFont = fonts.field;
  await registerFaces(faces);
});

const open = (writes: boolean, key = 'key'): KeptSheets => new KeptSheets({ template: calm, faces }, writes, key);

/** A PDF, and how many sheets had to be laid out for it. */
const made = async (kept: KeptSheets | undefined, { name, edition = workbook, memory }: { name?: string; edition?: Workbook; memory?: SheetCache } = {}) => {
  let fresh = 0;
  const counting =
    kept &&
    new Proxy(kept, {
      get: (target, key) =>
        key === 'recall'
          ? (asked: Parameters<KeptSheets['recall']>[0]) => {
              const found = target.recall(asked);
              if (!found) fresh += 1;
              return found;
            }
          : (Reflect.get(target, key) as (...all: unknown[]) => unknown).bind(target),
    });
  const { book, diagnostics } = await makeBook({ ...bookOptions({ ...given, edition, options: name ? { name } : {} }), kept: counting, memory });
  if (!book) throw new Error(JSON.stringify(diagnostics));
  const info = { title: 'Book', language: 'en', date: new Date(0) };
  return { bytes: (await writePdf(book, { info, fieldFont, flat: false })).bytes, fresh };
};

test('a book of kept sheets has the same bytes, and hardly a sheet is laid out for it', async () => {
  const plain = await made(undefined);
  const first = open(true);
  const cold = await made(first);
  first.keep();
  const warm = await made(open(true));
  expect([cold.bytes.equals(plain.bytes), warm.bytes.equals(plain.bytes)]).toEqual([true, true]);
  // The sheets with a picture.
  expect([cold.fresh > 20, warm.fresh < 5]).toEqual([true, true]);
});

test('a process that keeps sheets in its memory takes those that it lacks from the disk', async () => {
  const plain = await made(undefined);
  const first = open(true);
  await made(first);
  first.keep();
  const memory = new SheetCache();
  const begun = await made(open(false), { memory });
  expect([begun.bytes.equals(plain.bytes), begun.fresh < 5]).toEqual([true, true]);
  const again = await made(undefined, { memory });
  expect(again.bytes.equals(plain.bytes)).toBe(true);
  // Pages are packed as in any book: what was taken is not changed by that.
  const named = await made(undefined, { memory, name: 'Ana' });
  expect(named.bytes.equals((await made(undefined, { name: 'Ana' })).bytes)).toBe(true);
});

test('a copy with a changed word, or with a name, takes the other sheets, and is the book without any', async () => {
  const first = open(true);
  await made(first);
  first.keep();
  const [before] = readdirSync(folder);
  const [step, ...others] = workbook.sections;
  if (!step) throw new Error('no step');
  const edition = { ...workbook, sections: [{ ...step, purpose: [{ text: 'To see what is new.' }] }, ...others] };
  const edited = await made(open(false), { edition });
  expect(edited.bytes.equals((await made(undefined, { edition })).bytes)).toBe(true);
  const kept = open(false);
  const named = await made(kept, { name: 'Quetzalli' });
  kept.keep();
  expect(named.bytes.equals((await made(undefined, { name: 'Quetzalli' })).bytes)).toBe(true);
  // The cover, pages that are counted on it, and the sheets with a picture.
  expect(Math.max(edited.fresh, named.fresh)).toBeLessThan(12);
  expect(readdirSync(folder)).toEqual([before]);
});

test('sheets of another key, spoiled or cut off ones are not taken', async () => {
  const first = open(true);
  const all = (await made(first)).fresh;
  first.keep();
  expect((await made(open(true, 'another version'))).fresh).toBe(all);
  const [name = ''] = readdirSync(folder);
  const file = path.join(folder, name);
  const bytes = readFileSync(file);
  for (const spoiled of [bytes.subarray(0, -5), Buffer.from(bytes.map((byte, at) => (at === 500 ? byte ^ 4 : byte)))]) {
    writeFileSync(file, spoiled);
    expect((await made(open(true))).fresh).toBe(all);
  }
});

test('only a book whose sheets may be kept writes any', async () => {
  const kept = open(false);
  await made(kept);
  kept.keep();
  expect(() => readdirSync(folder)).toThrow(/ENOENT/);
});
