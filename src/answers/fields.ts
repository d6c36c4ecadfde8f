/** The fields of a filled PDF with the values that they hold. */
import { PDFDict, PDFName, PDFRef } from '@cantoo/pdf-lib';
import { type Objects, Unreadable } from './objects.ts';
import type { OpenedPdf, PdfPage } from './open.ts';
import { withLineFeeds } from './text-string.ts';

interface Field {
  /** As in the workbook: section, block, and a number where the block has several. */
  name: string;
  /** The accessible name. */
  label: string;
  page: PdfPage;
  /** Points from the page's lower left corner. */
  rect: { left: number; bottom: number; right: number; top: number };
  /** The annotation that shows it. */
  widget: PDFRef;
  dict: PDFDict;
}

export interface FilledText extends Field {
  kind: 'text';
  /** Line ends are line feeds; empty where nothing was filled in. */
  value: string;
  multiline: boolean;
  /** Size of what is typed in points; nothing where the viewer is to choose. */
  fontSize: number | undefined;
  /** What is typed, as operands of `rg`: from 0 to 1. */
  color: readonly [number, number, number];
  /** What hides the rules once there are words, likewise; nothing where the field is see-through. */
  ground: readonly [number, number, number] | undefined;
}

export interface FilledCheck extends Field {
  kind: 'check';
  on: boolean;
}

export type FilledField = FilledText | FilledCheck;

/** Field flag Multiline (ISO 32000-1, table 228). */
const MULTILINE = 1 << 12;
/** Fields of ours have no parents; programs that rewrite files give them one at most. */
const MOST_PARENTS = 8;

/**
 * Reads every field.
 *
 * @returns the fields in the order of the pages and their annotations
 * @throws Unreadable for a field of a kind that this program never makes
 */
export const readFields = ({ objects, pages }: OpenedPdf): FilledField[] => pages.flatMap((page) => fieldsOn(objects, page));

const fieldsOn = (objects: Objects, page: PdfPage): FilledField[] =>
  objects.list(page.dict, 'Annots').flatMap((entry) => {
    const dict = objects.asDict(entry);
    if (!dict || objects.name(dict, 'Subtype') !== 'Widget') return [];
    if (!(entry instanceof PDFRef)) throw new Unreadable('a field that is no object of its own');
    return [readField(objects, page, entry, dict)];
  });

const readField = (objects: Objects, page: PdfPage, widget: PDFRef, dict: PDFDict): FilledField => {
  const line = [dict];
  for (let parent = objects.dict(dict, 'Parent'); parent && line.length <= MOST_PARENTS; parent = objects.dict(parent, 'Parent')) line.push(parent);
  const inherited = <T>(read: (node: PDFDict) => T | undefined): T | undefined => line.map((node) => read(node)).find((found) => found !== undefined);

  const name = line
    .flatMap((node) => objects.text(node, 'T') ?? [])
    .toReversed()
    .join('.');
  const [x1, y1, x2, y2] = objects.numbers(dict, 'Rect') ?? [];
  if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) throw new Unreadable(`a field without a place: ${name}`);
  const rect = { left: Math.min(x1, x2), bottom: Math.min(y1, y2), right: Math.max(x1, x2), top: Math.max(y1, y2) };
  const field: Field = { name, label: inherited((node) => objects.text(node, 'TU')) ?? name, page, rect, widget, dict };

  const kind = inherited((node) => objects.name(node, 'FT'));
  if (kind === 'Btn') return { ...field, kind: 'check', on: isOn(objects, dict, inherited) };
  if (kind !== 'Tx') throw new Unreadable(`a field that is no part of a workbook (${kind === 'Sig' ? 'a signature' : (kind ?? 'of no kind')}): ${name}`);
  const appearance = inherited((node) => objects.text(node, 'DA')) ?? '';
  const looks = objects.dict(dict, 'MK');
  return {
    ...field,
    kind: 'text',
    value: withLineFeeds(inherited((node) => objects.text(node, 'V') ?? objects.name(node, 'V')) ?? ''),
    multiline: ((inherited((node) => objects.number(node, 'Ff')) ?? 0) & MULTILINE) !== 0,
    fontSize: sizeIn(appearance),
    color: colorIn(appearance),
    ground: looks && colorOf(objects.numbers(looks, 'BG') ?? []),
  };
};

/** A box is ticked when its value says so; the state shown counts where no value was written. Some programs write the value as a string. */
const isOn = (objects: Objects, dict: PDFDict, inherited: <T>(read: (node: PDFDict) => T | undefined) => T | undefined): boolean => {
  const value = inherited((node) => objects.name(node, 'V') ?? objects.text(node, 'V'));
  const state = value === undefined || value === '' ? objects.name(dict, 'AS') : value;
  return state !== undefined && state !== 'Off';
};

/** The appearance of a box that is on; nothing where there is none. */
export const onAppearance = (objects: Objects, { dict }: FilledCheck): PDFRef | undefined => {
  const looks = objects.dict(dict, 'AP');
  const normal = looks && objects.dict(looks, 'N');
  const state = normal?.keys().find((key) => key !== PDFName.of('Off'));
  const found = state && normal?.get(state);
  return found instanceof PDFRef ? found : undefined;
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
