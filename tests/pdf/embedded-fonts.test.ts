/** Operators that were drawn with fonts of their own, in those of a finished file. */
import { expect, test } from 'vitest';
import type { Ref } from '../../src/pdf/document.ts';
import { type Face, withFonts } from '../../src/pdf/embedded-fonts.ts';

const ofFile = (id: string): Face => ({ id, font: {}, dictionary: 7, glyphs: new Set() });
const own = { id: 9 } as Ref;

test('a font of the file has its own name; glyphs keep their codes', () => {
  const drawn = '/P <</MCID 1>> BDC\nBT 0 0 0 rg /F4 12.5 Tf 1 0 0 -1 54 300 Tm [<00010002> -12 <0001>] TJ ET\nEMC';
  expect(withFonts(drawn, new Map([['F4', ofFile('F1')]]))).toBe(
    '/P <</MCID 1>> BDC\nBT 0 0 0 rg /F1 12.5 Tf 1 0 0 -1 54 300 Tm [<00010002> -12 <0001>] TJ ET\nEMC',
  );
});

test('a font that is embedded anew keeps its name, also between fonts of the file', () => {
  const drawn = '/F4 10 Tf [<0001>] TJ\n/F5 10 Tf [<0001>] TJ\n/F4 10 Tf [<0001>] TJ';
  const settled = new Map<string, Face | Ref>([
    ['F4', ofFile('F2')],
    ['F5', own],
  ]);
  expect(withFonts(drawn, settled)).toBe('/F2 10 Tf [<0001>] TJ\n/F5 10 Tf [<0001>] TJ\n/F2 10 Tf [<0001>] TJ');
});
