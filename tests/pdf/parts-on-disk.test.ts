/** Parts that an earlier run has kept stand in the PDF as they would be made, and are not made again. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { compressed, type PartsOnDisk } from '../../src/pdf/kept-parts.ts';
import { writePdf } from '../../src/pdf/write.ts';
import { loadTheme } from '../../src/theme/load.ts';
import { calmBook, everyKind } from '../layout/calm-book.ts';

/** Remembers what it was asked for. */
class Parts implements PartsOnDisk {
  readonly parts = new Map<string, Uint8Array>();
  made = 0;
  take<Made extends Uint8Array | undefined>(from: string | Uint8Array, make: () => Made): Made | Buffer {
    const name = createHash('sha256').update(from).digest('hex');
    const known = this.parts.get(name);
    if (known) return Buffer.from(known);
    this.made += 1;
    const part = make();
    if (part) this.parts.set(name, part);
    return part;
  }
}

test('a PDF with kept pages, objects, fonts and drawings has the same bytes', async () => {
  const [{ book }, { fonts }] = await Promise.all([calmBook(everyKind(), { paper: 'letter' }), loadTheme('calm', { paper: 'letter', cwd: '/' })]);
  if (!book || !fonts) throw new Error('no book');
  const write = async (onDisk?: PartsOnDisk): Promise<Buffer> => {
    const info = { title: 'Book', language: 'en', date: new Date(0) };
    return (await writePdf(book, { info, fieldFont: fonts.field, flat: false, onDisk })).bytes;
  };
  const plain = await write();
  const parts = new Parts();
  expect((await write(parts)).equals(plain)).toBe(true);
  const { made } = parts;
  expect(made).toBeGreaterThan(book.pages.length);
  expect((await write(parts)).equals(plain)).toBe(true);
  // Drawings with letters or pictures.
  expect(parts.made - made).toBeLessThan(5);
});

test('one content compressed in two ways is two parts', () => {
  const parts = new Parts();
  const content = Buffer.from('one two '.repeat(500));
  expect(compressed(content, parts, 9)).toEqual(compressed(content, undefined, 9));
  expect(compressed(content, parts, 1)).toEqual(compressed(content, undefined, 1));
  expect(compressed(content, parts, 1).equals(compressed(content, parts, 9))).toBe(false);
});
