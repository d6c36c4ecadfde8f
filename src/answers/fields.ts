/** Reads the fields of a filled PDF with their values. */
import { type PDFDict, PDFRef } from '@cantoo/pdf-lib';
import { readAnswer } from './answer.ts';
import { inherited, lineageOf, nameOf } from './field-ancestors.ts';
import { AddedField, type Objects, Unreadable } from './objects.ts';
import type { OpenedPdf, PdfPage } from './open-filled.ts';
import { readTick } from './check-box.ts';
import { TooLarge } from './limits.ts';

interface Field {
  /** As in the workbook: section, block, and a number where the block has several fields. */
  name: string;
  /** The accessible name. */
  label: string;
  page: PdfPage;
  /** Points from the page's lower left corner. */
  rect: { left: number; bottom: number; right: number; top: number };
  /** The annotation that shows it. */
  widget: PDFRef;
  dict: PDFDict;
  /** The file holds two different values; this is one of them. */
  unclear: boolean;
}

export interface FilledText extends Field {
  kind: 'text';
  /** Line ends are line feeds; empty where nothing was filled in. */
  value: string;
  multiline: boolean;
  /** The most characters that it takes; nothing where it says none. */
  most: number | undefined;
  /** The appearance that a program drew, where its text cannot be read. */
  drawn: PDFRef | undefined;
  /** Font size in points; nothing where the viewer chooses it. */
  fontSize: number | undefined;
  /** Text colour (RGB, 0 to 1). */
  color: readonly [number, number, number];
  /** The background that hides the ruled lines behind an answer (RGB, 0 to 1); nothing where the field is transparent. */
  background: readonly [number, number, number] | undefined;
}

export interface FilledCheck extends Field {
  kind: 'check';
  on: boolean;
}

export type FilledField = FilledText | FilledCheck;

/** A filled field that no page shows. */
export interface HiddenField {
  name: string;
  /** The accessible name. */
  label: string;
  /** The page that it belongs to, from 0, if known. */
  page: number | undefined;
}

export interface ReadFields {
  /** In the order of the pages and their annotations. Those that a page hides are returned as empty. */
  fields: FilledField[];
  /** The filled fields that no page shows. */
  hidden: HiddenField[];
  /** The widgets that are on no page. */
  orphans: PDFRef[];
}

/** Field flag Multiline (ISO 32000-1, table 228). */
const MULTILINE = 1 << 12;
/** Annotation flags Hidden and NoView (table 165): nobody sees such a field on a screen. */
const HIDDEN = (1 << 1) | (1 << 5);
/** The most fields that are read; a book of 5,000 questions has as many fields. */
const MOST_FIELDS = 100_000;
/** The most characters that are read of a default appearance, which names a font, a size and a colour. */
const LONGEST_LOOK = 300;
/** The most characters in a name, in an answer, and in all of them together. */
const MOST_LETTERS = { name: 2000, answer: 100_000, all: 1_000_000 };

/**
 * Reads every field.
 *
 * @throws Unreadable for a field of a kind that this program never makes
 * @throws TooLarge where there are more fields, or longer answers, than anybody writes
 */
export const readFields = (opened: OpenedPdf): ReadFields => {
  const { objects, pages } = opened;
  const form = objects.dict(opened.catalog, 'AcroForm');
  const fields: FilledField[] = [];
  const hidden: HiddenField[] = [];
  const placed = new Set<PDFDict>();
  let letters = 0;
  const count = (value: string, name: string): void => {
    letters += value.length;
    if (value.length > MOST_LETTERS.answer || letters > MOST_LETTERS.all)
      throw new TooLarge(
        `answers of at most ${MOST_LETTERS.answer.toLocaleString('en')} letters, and ${MOST_LETTERS.all.toLocaleString('en')} in all`,
        `longer ones: ${name.slice(0, 60)}`,
      );
  };
  for (const page of pages) {
    for (const entry of new Set(objects.list(page.dict, 'Annots'))) {
      const dict = objects.asDict(entry);
      if (!dict || !isField(objects, dict)) continue;
      if (!(entry instanceof PDFRef)) throw new Unreadable('a field that is no object of its own');
      if (fields.length >= MOST_FIELDS) throw new TooLarge(`at most ${MOST_FIELDS.toLocaleString('en')} fields`, 'more');
      placed.add(dict);
      const field = readField(objects, page, entry, dict, form);
      if (field.kind === 'text') count(field.value, field.name);
      if (isSeen(objects, field)) fields.push(field);
      else {
        if (isFilled(field)) hidden.push({ name: field.name, label: field.label, page: page.index });
        fields.push(field.kind === 'text' ? { ...field, value: '', drawn: undefined, unclear: false } : { ...field, on: false, unclear: false });
      }
    }
  }
  const { orphans, filled } = orphanFields(opened, placed);
  const byName = new Map(fields.map((field) => [field.name, field]));
  const lost = filled.filter(({ name, value }) => {
    const field = byName.get(name);
    return !field || !shows(field, value);
  });
  return { fields, hidden: [...hidden, ...lost], orphans };
};

const isFilled = (field: FilledField): boolean => (field.kind === 'text' ? field.value.trim() !== '' || field.drawn !== undefined : field.on);

/** Whether a field shows this value. */
const shows = (field: FilledField, value: string): boolean => (field.kind === 'text' ? field.value === value : field.on);

/** Whether a dictionary is a widget, or what a program has left of one. */
const isField = (objects: Objects, dict: PDFDict): boolean =>
  objects.name(dict, 'Subtype') === 'Widget' || inherited(lineageOf(objects, dict), (node) => objects.name(node, 'FT')) !== undefined;

/** Whether any part of a field is visible on its page. */
const isSeen = (objects: Objects, { dict, rect }: FilledField): boolean =>
  ((objects.number(dict, 'F') ?? 0) & HIDDEN) === 0 && rect.right > rect.left && rect.top > rect.bottom;

/** The part of a field that its page shows: words beside the page would be lost. The part has no area where the field is beside the page. */
const onPage = (rect: Field['rect'], { shown }: PdfPage): Field['rect'] => ({
  left: Math.max(rect.left, shown.left),
  bottom: Math.max(rect.bottom, shown.bottom),
  right: Math.min(rect.right, shown.right),
  top: Math.min(rect.top, shown.top),
});

/** The fields of the form that are on no page, and their values. */
const orphanFields = (
  { objects, catalog, pages }: OpenedPdf,
  placed: ReadonlySet<PDFDict>,
): { orphans: PDFRef[]; filled: (HiddenField & { value: string })[] } => {
  const form = objects.dict(catalog, 'AcroForm');
  const pageOf = new Map(pages.map((page) => [page.dict, page.index]));
  const seen = new Set<PDFDict>();
  const orphans: PDFRef[] = [];
  const filled: (HiddenField & { value: string })[] = [];
  const open = form ? objects.list(form, 'Fields').toReversed() : [];
  for (let entry = open.pop(); entry; entry = open.pop()) {
    const dict = objects.asDict(entry);
    if (!dict || seen.has(dict) || placed.has(dict)) continue;
    seen.add(dict);
    const kids = objects.list(dict, 'Kids').filter((kid) => objects.asDict(kid));
    if (kids.length > 0) {
      for (const kid of kids.toReversed()) open.push(kid);
      continue;
    }
    if (entry instanceof PDFRef) orphans.push(entry);
    const lineage = lineageOf(objects, dict);
    const kind = inherited(lineage, (node) => objects.name(node, 'FT'));
    const name = shortened(nameOf(objects, lineage));
    const label = labelOf(objects, lineage, name);
    const page = objects.dict(dict, 'P');
    const { value, drawn } = readAnswer(objects, lineage, form);
    const isOn = kind === 'Btn' && readTick(objects, lineage).on;
    if (kind === 'Btn' ? isOn : value.trim() !== '' || drawn) filled.push({ name, label, page: page && pageOf.get(page), value });
  }
  return { orphans, filled };
};

/** Shortens a name for diagnostics: a damaged one may be of any length. */
const shortened = (name: string): string => (name.length > MOST_LETTERS.name ? `${name.slice(0, 60)}…` : name);

/** The accessible name of a field; its name where it has none. */
const labelOf = (objects: Objects, lineage: readonly PDFDict[], name: string): string =>
  shortened(inherited(lineage, (node) => objects.text(node, 'TU')) ?? name);

const readField = (objects: Objects, page: PdfPage, widget: PDFRef, dict: PDFDict, form: PDFDict | undefined): FilledField => {
  const lineage = lineageOf(objects, dict);
  const name = shortened(nameOf(objects, lineage));
  const [x1, y1, x2, y2] = objects.numbers(dict, 'Rect') ?? [];
  if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) throw new Unreadable(`a field without a place: ${name}`);
  const rect = onPage({ left: Math.min(x1, x2), bottom: Math.min(y1, y2), right: Math.max(x1, x2), top: Math.max(y1, y2) }, page);
  const label = labelOf(objects, lineage, name);
  const field = { name, label, page, rect, widget, dict };

  const kind = inherited(lineage, (node) => objects.name(node, 'FT'));
  if (kind === 'Btn') return { ...field, kind: 'check', ...readTick(objects, lineage) };
  if (kind !== 'Tx') throw new AddedField(`${kind === 'Sig' ? 'a signature' : kind === 'Ch' ? 'a list to choose from' : 'a field of no kind'} (${name})`);
  const appearance = (inherited(form ? [...lineage, form] : lineage, (node) => objects.text(node, 'DA')) ?? '').slice(0, LONGEST_LOOK);
  const looks = objects.dict(dict, 'MK');
  return {
    ...field,
    kind: 'text',
    ...readAnswer(objects, lineage, form),
    most: inherited(lineage, (node) => objects.number(node, 'MaxLen')),
    multiline: ((inherited(lineage, (node) => objects.number(node, 'Ff')) ?? 0) & MULTILINE) !== 0,
    fontSize: sizeIn(appearance),
    color: colorIn(appearance),
    background: looks && colorOf(objects.numbers(looks, 'BG') ?? []),
  };
};

/** The size that a default appearance names (ISO 32000-1, 12.7.3.3); 0 leaves it to the viewer. */
const sizeIn = (appearance: string): number | undefined => {
  const size = Number(/\/\S+\s+(\d*\.?\d+)\s+Tf/.exec(appearance)?.[1] ?? 0);
  return size > 0 && size < 200 ? size : undefined;
};

const colorIn = (appearance: string): readonly [number, number, number] => {
  const operands = /((?:\d*\.?\d+\s+){1,4})(?:rg|g|k)\b/.exec(appearance)?.[1]?.trim().split(/\s+/).map(Number) ?? [];
  return colorOf(operands) ?? [0, 0, 0];
};

/** One number is a grey, three are red, green and blue, four are cyan, magenta, yellow and black. */
const colorOf = (components: readonly number[]): readonly [number, number, number] | undefined => {
  const [one, two, three, four] = components.map((component) => Math.min(1, Math.max(0, component)));
  if (one === undefined) return undefined;
  if (two === undefined || three === undefined) return [one, one, one];
  if (four === undefined) return [one, two, three];
  return [1 - Math.min(1, one + four), 1 - Math.min(1, two + four), 1 - Math.min(1, three + four)];
};
