/** Reads the words that the appearance of a field shows: some programs save an answer nowhere else. */
import { type PDFDict, PDFHexString, PDFName, PDFRef, PDFString } from '@cantoo/pdf-lib';
import { type CodeMap, codeMapOf } from './code-map.ts';
import type { Objects } from './objects.ts';

export interface AppearanceText {
  /** The stream that draws it. */
  stream: PDFRef;
  /** The text that could be read, in lines. */
  text: string;
  /** Whether all that is shown could be read. */
  whole: boolean;
}

/** Strings with brackets nested once, hexadecimal strings, brackets of dictionaries and arrays, names, comments, all other tokens. */
// An unclosed string reaches to the end, also where that is a backslash: looking for its end from each bracket would take quadratic time.
const TOKEN = /\((?:[^\\()]|\\[^]|\((?:[^\\()]|\\[^])*\))*(?:\)|\\?$)|<<|>>|<[0-9A-Fa-f\s]*>|[[\]]|\/[^\s()<>[\]{}/%]*|%[^\r\n]*|[^\s()<>[\]{}/%]+/g;
/** Longer appearances are not read, but drawn as they are. */
const MOST_BYTES = 200_000;
/** How deep form XObjects may nest: some programs wrap what another one drew. */
const DEEPEST = 4;
/** The tag of marked content in an appearance that is no part of the answer: the reference to where it goes on. */
export const NOT_ANSWER = 'Note';
/** Letters of right-to-left scripts: appearances hold them in visual order. */
const LEFTWARDS = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u;

/**
 * Reads what the appearance of a text field shows.
 *
 * @param form the dictionary of the form, whose fonts appearances may use
 * @returns nothing where it shows neither text nor a picture
 */
export const appearanceText = (objects: Objects, dict: PDFDict, form: PDFDict | undefined): AppearanceText | undefined => {
  const looks = objects.dict(dict, 'AP');
  const stream = looks && objects.ref(looks, 'N');
  if (!stream || !objects.asStream(stream)) return undefined;
  const shown: Shown = { text: '', whole: true, picture: false };
  try {
    read(objects, stream, form && objects.dict(form, 'DR'), shown, 0);
  } catch {
    shown.whole = false;
  }
  const text = shown.text.trim();
  if (text === '' && shown.whole && !shown.picture) return undefined;
  return { stream, text, whole: shown.whole && !shown.picture && !LEFTWARDS.test(text) };
};

interface Shown {
  text: string;
  whole: boolean;
  picture: boolean;
}

const read = (objects: Objects, ref: PDFRef, above: PDFDict | undefined, shown: Shown, depth: number): void => {
  const stream = objects.asStream(ref);
  if (!stream) return;
  const bytes = objects.bytes(stream);
  if (bytes.length > MOST_BYTES || depth > DEEPEST) {
    shown.whole = false;
    return;
  }
  const own = objects.dict(stream.dict, 'Resources');
  const lookUp = (kind: string, name: string) => {
    for (const resources of [own, above]) {
      const found = (resources && objects.dict(resources, kind))?.get(PDFName.of(name));
      if (found) return found;
    }
    return undefined;
  };
  let font: CodeMap | undefined;
  let baseline: string | undefined;
  let operands: string[] = [];
  /** The tags of the marked content that is open. */
  const tags: string[] = [];
  const newLine = (): void => {
    if (shown.text !== '' && !shown.text.endsWith('\n')) shown.text += '\n';
  };
  for (const [token] of Buffer.from(bytes).toString('latin1').matchAll(TOKEN)) {
    if (token.startsWith('%')) continue;
    if (!/^[A-Za-z'"]/.test(token)) {
      operands.push(token);
      continue;
    }
    if (token === 'Tf') {
      const dict = objects.asDict(lookUp('Font', operands[0]?.slice(1) ?? ''));
      font = dict && codeMapOf(objects, dict);
    } else if (token === 'T*' || token === "'" || token === '"') newLine();
    else if ((token === 'Td' || token === 'TD') && Number(operands[1]) !== 0) newLine();
    else if (token === 'Tm') {
      if (baseline !== undefined && baseline !== operands[5]) newLine();
      baseline = operands[5];
    } else if (token === 'Do') {
      const inner = lookUp('XObject', operands[0]?.slice(1) ?? '');
      const found = objects.asStream(inner);
      if (inner instanceof PDFRef && found && objects.name(found.dict, 'Subtype') === 'Form') read(objects, inner, own ?? above, shown, depth + 1);
      else if (found) shown.picture = true;
    } else if (token === 'BI' || token === 'sh') shown.picture = true;
    if (token === 'BMC' || token === 'BDC') tags.push(operands[0]?.slice(1) ?? '');
    else if (token === 'EMC') tags.pop();
    if (tags.includes(NOT_ANSWER)) {
      operands = [];
      continue;
    }
    if (token === 'Tj' || token === 'TJ' || token === "'" || token === '"')
      for (const operand of operands) if (/^[(<]/.test(operand) && !operand.startsWith('<<')) append(operand, font, shown);
    operands = [];
  }
};

const append = (written: string, font: CodeMap | undefined, shown: Shown): void => {
  const inner = written.slice(1, -1);
  const bytes = written.startsWith('(') ? PDFString.of(inner).asBytes() : PDFHexString.of(inner).asBytes();
  const width = font?.width ?? 1;
  for (let at = 0; at + width <= bytes.length; at += width) {
    const code = width === 1 ? (bytes[at] ?? 0) : ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
    const text = font?.text(code);
    if (text === undefined) shown.whole = false;
    else shown.text += text;
  }
};

/**
 * Whether all letters of one text are in another, in any order: an appearance may be cut off, wrapped, or in visual order. Of letters that the
 * value has in parts, some programs draw the first part alone.
 */
export const hasLettersOf = (value: string, shown: string): boolean => {
  const form = value.normalize('NFC') === value ? 'NFKC' : 'NFKD';
  const counts = new Map<string, number>();
  for (const letter of lettersOf(value, form)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return lettersOf(shown, form).every((letter) => {
    const left = counts.get(letter) ?? 0;
    counts.set(letter, left - 1);
    return left > 0;
  });
};

const lettersOf = (text: string, form: 'NFKC' | 'NFKD'): string[] => text.normalize(form).match(/[\p{L}\p{N}]/gu) ?? [];
