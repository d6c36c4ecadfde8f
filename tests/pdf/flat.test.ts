import { PDFDict } from '@cantoo/pdf-lib';
import { beforeAll, expect, test } from 'vitest';
import { plainPdf } from '../fixtures/plain/build.ts';
import { RawPdf } from '../readers/raw.ts';
import { elementsOf, readStructure, type StructureNode } from '../readers/structure.ts';

let flat: RawPdf;
let fillable: RawPdf;
let reported: number;
beforeAll(async () => {
  const written = await plainPdf(undefined, { flat: true });
  reported = written.fields.length;
  flat = await RawPdf.open(written.bytes);
  fillable = await RawPdf.open((await plainPdf()).bytes);
});

const blanks = (pdf: RawPdf): StructureNode[] => elementsOf(readStructure(pdf)).filter(({ type }) => type === 'Form');

test('the print-only edition has no form, no field and no font to type with', () => {
  expect(flat.get(flat.catalog, 'AcroForm')).toBeUndefined();
  expect(flat.pages.flatMap(({ annotations }) => annotations).map(({ dict }) => flat.name(dict, 'Subtype'))).not.toContain('Widget');
  expect(reported).toBe(0);
  const simpleFonts = (pdf: RawPdf) => pdf.objects().filter(([, value]) => value instanceof PDFDict && pdf.name(value, 'Subtype') === 'TrueType').length;
  expect([simpleFonts(flat), simpleFonts(fillable)]).toEqual([0, 1]);
});

test('its links still lead on', () => {
  const count = (pdf: RawPdf) => pdf.pages.flatMap(({ annotations }) => annotations).filter(({ dict }) => pdf.name(dict, 'Subtype') === 'Link').length;
  expect(count(flat)).toBe(count(fillable));
});

test('each blank that is drawn says what it is for, and is one of lines or a box to tick', () => {
  const described = blanks(flat).map(({ dict }) => {
    const attributes = flat.dict(dict, 'A');
    if (!attributes) throw new Error('no attributes');
    return [flat.text(dict, 'Alt'), flat.name(attributes, 'O'), flat.name(attributes, 'Role'), flat.name(attributes, 'checked')];
  });
  expect(described.slice(0, 4)).toEqual([
    ['What was said?', 'PrintField', 'tv', undefined],
    ['Your name', 'PrintField', 'tv', undefined],
    ['I have time', 'PrintField', 'cb', 'off'],
    ['I have tea', 'PrintField', 'cb', 'off'],
  ]);
  expect(described).toHaveLength(blanks(fillable).length);
});

test('it has the same pages', () => {
  expect(flat.pages.length).toBe(fillable.pages.length);
});
