/**
 * Gives each glyph of an embedded font the code that it has in the font itself. pdfkit counts codes in the order in which a document uses glyphs,
 * so that the operators of a page would depend on all pages before it, and could not be kept from one build to the next.
 */
import { createHash } from 'node:crypto';
import { compressed, type KeptParts, once, type PartsOnDisk } from './kept-parts.ts';
import { endPacked, type Ref } from './reference.ts';

/** A document that objects are added to. */
interface WithObjects {
  ref(data?: Record<string, unknown>): Ref;
  /** Parts that earlier builds have made. */
  kept?: KeptParts | undefined;
  /** Parts that earlier runs have kept on disk. */
  onDisk?: PartsOnDisk | undefined;
}

/** What fontkit makes a part of a font with (its TTFSubset). */
interface Subset {
  includeGlyph(glyph: number | { id: number }): number;
  encode(): Uint8Array;
}

/** A font of pdfkit that is embedded as a subset (its EmbeddedFont), as far as it is used here; lengths in thousandths of the size. */
export interface EmbeddedFont {
  /** Its name among the resources of a page. */
  id: string;
  /** The whole font, as the layout engine opened it. */
  font: {
    postscriptName: string | null;
    /** Its file. */
    stream: { buffer: Uint8Array };
    bbox: Record<'minX' | 'minY' | 'maxX' | 'maxY', number>;
    italicAngle: number;
    capHeight?: number;
    ascent: number;
    xHeight?: number;
    post: { isFixedPitch: unknown };
    head: { macStyle: { italic: boolean } };
    'OS/2'?: { sFamilyClass?: number };
  };
  scale: number;
  ascender: number;
  descender: number;
  /** By code. */
  widths: (number | undefined)[];
  /** The code points that each code stands for. */
  unicode: (readonly number[] | undefined)[];
  subset: Subset;
  dictionary: Ref | null;
  ref(): Ref;
  finalize(): void;
  embed(): void;
}

/** The glyphs of a font that a document uses. The code of a glyph is its number in the font. */
export class UsedGlyphs implements Subset {
  readonly #font: Subset;
  readonly #used = new Set<number>([0]);

  /** @param font an empty subset of it */
  constructor(font: Subset) {
    this.#font = font;
  }

  includeGlyph(glyph: number | { id: number }): number {
    const id = typeof glyph === 'object' ? glyph.id : glyph;
    this.#used.add(id);
    return id;
  }

  /** In order. */
  get codes(): number[] {
    return [...this.#used].toSorted((one, other) => one - other);
  }

  encode(): Uint8Array {
    return this.#font.encode();
  }

  /** For each code, two bytes with the number of its glyph in the part of the font that is embedded (ISO 32000-1, table 117: CIDToGIDMap). */
  map(): Buffer {
    const { codes } = this;
    const map = Buffer.alloc(((codes.at(-1) ?? 0) + 1) * 2);
    for (const code of codes) map.writeUInt16BE(this.#font.includeGlyph(code), code * 2);
    return map;
  }
}

/** Runs of codes that follow each other. */
const runsOf = (codes: readonly number[]): number[][] => {
  const runs: number[][] = [];
  for (const code of codes) {
    const run = runs.at(-1);
    if (run && run.at(-1) === code - 1) run.push(code);
    else runs.push([code]);
  }
  return runs;
};

const hex = (value: number): string => value.toString(16).padStart(4, '0');

const utf16 = (codePoints: readonly number[]): string =>
  [...String.fromCodePoint(...codePoints)].flatMap((letter) => letter.split('').map((unit) => hex(unit.charCodeAt(0)))).join('');

/** A CMap lists at most so many codes at a time (Adobe Technical Note 5411). */
const MOST_CODES = 100;

/** Says which text each code stands for (ISO 32000-1, 9.10.3), for those who copy, search or listen. */
const toUnicode = (codes: readonly number[], unicode: EmbeddedFont['unicode']): string => {
  const lines = codes.map((code) => `<${hex(code)}> <${utf16(unicode[code] ?? [0])}>`);
  const groups: string[] = [];
  for (let start = 0; start < lines.length; start += MOST_CODES) {
    const group = lines.slice(start, start + MOST_CODES);
    groups.push(`${group.length} beginbfchar\n${group.join('\n')}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <<
  /Registry (Adobe)
  /Ordering (UCS)
  /Supplement 0
>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><ffff>
endcodespacerange
${groups.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
};

/** Flags of a font descriptor (ISO 32000-1, table 123), by bit position. */
const FLAGS = { fixedPitch: 1, serif: 2, symbolic: 4, script: 8, italic: 64 };

const flagsOf = ({ post, head, 'OS/2': os2 }: EmbeddedFont['font']): number => {
  const family = (os2?.sFamilyClass ?? 0) >> 8;
  return (
    FLAGS.symbolic +
    (post.isFixedPitch ? FLAGS.fixedPitch : 0) +
    (family >= 1 && family <= 7 ? FLAGS.serif : 0) +
    (family === 10 ? FLAGS.script : 0) +
    (head.macStyle.italic ? FLAGS.italic : 0)
  );
};

/** Six letters before the name of a font of which a part is embedded: of its name among the resources, as pdfkit has them. */
const tagOf = ({ id }: EmbeddedFont): string =>
  Array.from({ length: 6 }, (_, index) => String.fromCharCode((id.charCodeAt(index + 1) || 'I'.charCodeAt(0)) + 17)).join('');

/** The part of a font that the document uses, and the map of its codes, compressed; or as an earlier run has made them. */
const partOf = ({ onDisk }: WithObjects, { font: face }: EmbeddedFont, subset: UsedGlyphs): { map: Buffer; file: Buffer } => {
  let made: { map: Buffer; file: Buffer } | undefined;
  // In this order: the map gives the glyphs their numbers.
  const make = () => (made ??= { map: compressed(subset.map(), undefined), file: compressed(subset.encode(), undefined) });
  if (!onDisk) return make();
  const from = `${createHash('sha256').update(face.stream.buffer).digest('base64')} ${subset.codes.join(' ')}`;
  return { map: onDisk.take(`font map ${from}`, () => make().map), file: onDisk.take(`font file ${from}`, () => make().file) };
};

/** Writes the part of a font that the document uses, in place of pdfkit's own `embed`. */
const embed = (doc: WithObjects, font: EmbeddedFont, subset: UsedGlyphs): void => {
  const { font: face, scale, widths } = font;
  const { codes } = subset;
  const part = once(doc.kept, `font ${doc.kept?.numberOf(face)} ${codes.join(' ')}`, () => partOf(doc, font, subset));
  const map = doc.ref({ Filter: 'FlateDecode' });
  map.end(part.map);
  const file = doc.ref();
  endPacked(file, part.file);
  const name = `${tagOf(font)}+${face.postscriptName?.replaceAll(' ', '_')}`;
  const { minX, minY, maxX, maxY } = face.bbox;
  const descriptor = doc.ref({
    Type: 'FontDescriptor',
    FontName: name,
    Flags: flagsOf(face),
    FontBBox: [minX * scale, minY * scale, maxX * scale, maxY * scale],
    ItalicAngle: face.italicAngle,
    Ascent: font.ascender,
    Descent: font.descender,
    CapHeight: (face.capHeight || face.ascent) * scale,
    XHeight: (face.xHeight ?? 0) * scale,
    StemV: 0,
    FontFile2: file,
  });
  descriptor.end();
  const descendant = doc.ref({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: name,
    // eslint-disable-next-line unicorn/new-for-builtins -- pdfkit tells strings from names by the wrapper object
    CIDSystemInfo: { Registry: new String('Adobe'), Ordering: new String('Identity'), Supplement: 0 },
    FontDescriptor: descriptor,
    W: runsOf(codes).flatMap((run) => [run[0], run.map((code) => widths[code] ?? 0)]),
    CIDToGIDMap: map,
  });
  descendant.end();
  const unicode = doc.ref();
  unicode.end(toUnicode(codes, font.unicode));
  const dictionary = font.dictionary as Ref;
  dictionary.data = { Type: 'Font', Subtype: 'Type0', BaseFont: name, Encoding: 'Identity-H', DescendantFonts: [descendant], ToUnicode: unicode };
  dictionary.end();
};

/** Has a font, just opened and not yet used, keep its own codes. */
export const keepCodes = (doc: WithObjects, font: EmbeddedFont): void => {
  if (font.subset instanceof UsedGlyphs) return;
  const subset = new UsedGlyphs(font.subset);
  font.subset = subset;
  const { advanceWidth } = (font.font as unknown as { getGlyph(id: number): { advanceWidth: number } }).getGlyph(0);
  font.widths = [advanceWidth * font.scale];
  font.embed = () => embed(doc, font, subset);
};
