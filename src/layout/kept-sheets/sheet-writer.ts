/** Takes laid-out sheets apart into tables and a stream of numbers, from which a SheetReader puts them together again. */
import { deflateSync } from 'node:zlib';
import type { Location } from '../../diagnostics/diagnostic.ts';
import { Part } from '../../engine/text/lines.ts';
import type { Attributes } from '../../engine/text/paragraph.ts';
import type { Glyph, Line, Position } from '../../engine/tree-nodes.ts';
import type { Group, LaidOutNode } from '../laid-out-node.ts';
import { ByteWriter } from './byte-stream.ts';
import { JsonTable } from './plain-json.ts';
import { type DrawnGlyph, HEAD, type KeptCut, MARKS, NotKept, notKept, type OpenFace, PLACE, RUNS, type Tables } from './sheet-parts.ts';

/** Looking longer for what comes again would save little. */
const QUICKLY = 1;

type Word = Part['set'][number];
type TextNode = LaidOutNode & { lines?: Line[]; alignOffset?: number };

/** What a node may have. */
const KEYS = new Set(['type', 'box', 'style', 'props', 'children', 'lines', 'alignOffset', 'origin']);

/** The glyphs of a face that words are made of. */
interface GlyphTable {
  known: Map<Glyph, number>;
  table: number[][];
}

const isUnmoved = ({ yAdvance, xOffset, yOffset, advanceWidth }: Position): boolean => !yAdvance && !xOffset && !yOffset && advanceWidth === undefined;

export class SheetWriter {
  readonly #faces: ReadonlyMap<unknown, number>;
  readonly #sheets: Record<string, number> = {};
  readonly #stream = new ByteWriter();
  /** The runs of one line. */
  readonly #runs = new ByteWriter();
  readonly #wordStream = new ByteWriter();
  readonly #numbers = new Map<number, number>();
  readonly #words = new Map<Word, number>();
  readonly #wordStarts: number[] = [];
  readonly #glyphs: GlyphTable[];
  readonly #lookOf = new Map<object, number>();
  readonly #cutOf = new Map<object, number>();
  readonly #tables = {
    types: new JsonTable(),
    edges: new JsonTable(),
    styles: new JsonTable(),
    props: new JsonTable(),
    marks: new JsonTable(),
    groups: new JsonTable(),
    insides: new JsonTable(),
    looks: new JsonTable(),
    underlines: new JsonTable(),
    cuts: new JsonTable(),
  };
  #places: readonly Location[] = [];
  /** The marks of the current sheet, in order. */
  #marked = new Map<object, number>();

  /** @param faces those that sheets may be set in; a sheet with any other is not kept */
  constructor(faces: readonly OpenFace[]) {
    this.#faces = new Map(faces.map(({ font }, index): [unknown, number] => [font, index]).toReversed());
    this.#glyphs = faces.map(() => ({ known: new Map<Glyph, number>(), table: [] }));
  }

  /**
   * Adds a sheet, before it is packed.
   *
   * @param places those that its elements tell of
   * @returns false where it has something that is not kept
   */
  add(name: string, sheet: LaidOutNode, places: readonly Location[]): boolean {
    const start = this.#stream.length;
    this.#places = places;
    this.#marked = new Map();
    try {
      this.#node(sheet);
    } catch (thrown) {
      if (thrown instanceof NotKept) return false;
      throw thrown;
    }
    this.#sheets[name] = start;
    return true;
  }

  /** All sheets that were added, compressed. */
  get bytes(): Buffer {
    const { looks, ...tables } = this.#tables;
    const listed = Object.entries({ ...tables, looks }).map(([name, table]) => `"${name}":${table.json}`);
    const rest: Pick<Tables, 'sheets' | 'glyphs' | 'words'> = {
      sheets: this.#sheets,
      glyphs: this.#glyphs.map(({ table }) => table),
      words: this.#wordStarts.map((start) => start + this.#stream.length),
    };
    const text = Buffer.from(`{${listed.join()},${JSON.stringify(rest).slice(1)}`);
    const head = Buffer.alloc(HEAD);
    head.writeUInt32LE(text.length, 0);
    head.writeUInt32LE(this.#numbers.size, HEAD / 2);
    const numbers = Buffer.from(Float64Array.from(this.#numbers.keys()).buffer);
    return deflateSync(Buffer.concat([head, text, numbers, this.#stream.bytes, this.#wordStream.bytes]), { level: QUICKLY });
  }

  #number(value: number | undefined, to = this.#stream): void {
    if (typeof value !== 'number') return notKept('a length that is none');
    // 0 with a sign would be found as 0 without.
    if (Object.is(value, -0)) notKept('a length of less than nothing');
    const known = this.#numbers.get(value) ?? this.#numbers.size;
    this.#numbers.set(value, known);
    to.whole(known);
  }

  #node(node: LaidOutNode): void {
    const { type, box, style, props } = node;
    const stream = this.#stream;
    stream.whole(this.#tables.types.of(type));
    this.#box(box);
    stream.whole(this.#tables.styles.of(style));
    this.#props(props);
    if (type === 'SVG') return this.#drawing(node);
    for (const key in node) if (!KEYS.has(key)) notKept(`nodes with ${key}`);
    if (type === 'TEXT') this.#text(node as TextNode);
    else if (type === 'VIEW' || type === 'PAGE') {
      if (node.origin || node.lines) notKept('a box with more than boxes');
      const { children = [] } = node;
      stream.whole(children.length);
      for (const child of children) this.#node(child);
    } else notKept(`a node of the kind ${type}`);
  }

  #box(box: LaidOutNode['box']): void {
    const measures = box as LaidOutNode['box'] & Record<string, number>;
    for (const side of PLACE) this.#number(measures[side]);
    const edges = Object.keys(measures).slice(PLACE.length);
    this.#stream.whole(this.#tables.edges.of(edges));
    for (const edge of edges) this.#number(measures[edge]);
  }

  #props({ marks, group, ...props }: LaidOutNode['props']): void {
    const stream = this.#stream;
    stream.whole(this.#tables.props.of(props));
    // The files of pictures may change.
    if (marks?.drawing) notKept('a picture');
    const before = marks && this.#marked.get(marks);
    if (!marks) stream.whole(MARKS.none);
    else if (before !== undefined) {
      stream.whole(MARKS.again);
      stream.whole(before);
    } else {
      stream.whole(MARKS.first + this.#tables.marks.of(marks));
      this.#marked.set(marks, this.#marked.size);
    }
    this.#group(group);
  }

  #group(group: Group | undefined): void {
    if (!group) return this.#stream.whole(0);
    const { at, ...rest } = group;
    this.#stream.whole(1 + this.#tables.groups.of(rest));
    const place = at ? this.#places.findIndex(({ file, start, end }) => file === at.file && start === at.start && end === at.end) : -1;
    if (at && place < 0) notKept('a place that its elements do not tell of');
    this.#stream.whole(place + 1);
  }

  #drawing({ type: _, box, style: __, props: ___, origin, ...inside }: LaidOutNode): void {
    if (origin?.left !== box.left + box.width / 2 || origin.top !== box.top + box.height / 2) notKept('a drawing that is turned about another place');
    this.#stream.whole(this.#tables.insides.of(inside));
  }

  #text({ lines = [], alignOffset, children = [], origin }: TextNode): void {
    if (origin) notKept('a text that is turned');
    const stream = this.#stream;
    stream.whole(alignOffset === undefined ? 0 : 1);
    if (alignOffset !== undefined) this.#number(alignOffset + 0);
    stream.whole(lines.length);
    let linked = false;
    for (const line of lines) {
      this.#line(line);
      linked ||= line.runs.some(({ attributes }) => (attributes as Attributes).link);
    }
    // The words of links are asked for once more, when they are drawn.
    stream.whole(this.#tables.insides.of(linked ? children : []));
  }

  #line({ box, ascent, overflowLeft, overflowRight, xAdvance, decorationLines, runs }: Line): void {
    for (const value of [box.x, box.y, box.width, box.height, ascent, overflowLeft, overflowRight, xAdvance]) this.#number(value + 0);
    const stream = this.#stream;
    stream.whole(decorationLines.length);
    for (const { rect, ...look } of decorationLines as { rect: Record<'x' | 'y' | 'width' | 'height', number> }[]) {
      for (const value of [rect.x, rect.y, rect.width, rect.height]) this.#number(value + 0);
      stream.whole(this.#tables.underlines.of(look));
    }
    this.#runs.clear();
    for (const run of runs) this.#run(run instanceof Part ? run : notKept('a line that the engine did not set'));
    stream.whole(runs.length);
    stream.whole(this.#runs.length);
    stream.append(this.#runs.bytes);
  }

  #run(part: Part): void {
    const runs = this.#runs;
    const attributes = part.attributes;
    runs.whole(this.#look(attributes));
    this.#number(part.xAdvance, runs);
    if (part.words) {
      runs.whole(RUNS.words);
      runs.whole(part.set.length);
      for (const word of part.set) runs.whole(this.#words.get(word) ?? this.#word(word, attributes));
      return;
    }
    const { glyphs, positions } = part;
    runs.whole(RUNS.glyphs);
    runs.whole(glyphs.length);
    for (const [index, glyph] of glyphs.entries()) {
      const position = positions[index] as Position;
      if (!isUnmoved(position)) notKept('a letter beside its place');
      runs.whole(this.#glyph(glyph, attributes));
      this.#number(position.xAdvance, runs);
    }
  }

  #faceOf({ face }: Pick<Attributes, 'face'>): number {
    return this.#faces.get(face) ?? notKept('letters of another font');
  }

  #look(attributes: Attributes): number {
    const before = this.#lookOf.get(attributes);
    if (before !== undefined) return before;
    const { font, face: _, words: __, attachment: ___, ...look } = attributes;
    if (font.length !== 1) notKept('a run in two fonts');
    const index = this.#tables.looks.of({ ...look, face: this.#faceOf(attributes) });
    this.#lookOf.set(attributes, index);
    return index;
  }

  #glyph(glyph: Glyph, attributes: Attributes): number {
    const { known, table } = this.#glyphs[this.#faceOf(attributes)] as GlyphTable;
    const before = known.get(glyph);
    if (before !== undefined) return before;
    const { advanceWidth } = glyph as DrawnGlyph;
    if (!Number.isInteger(advanceWidth)) notKept('a font with parts of units');
    known.set(glyph, table.length);
    return table.push([glyph.id, advanceWidth, ...glyph.codePoints]) - 1;
  }

  #cut(attributes: Attributes, cut: KeptCut): number {
    const index = this.#cutOf.get(attributes) ?? this.#tables.cuts.of(cut);
    this.#cutOf.set(attributes, index);
    return index;
  }

  /** Adds a word: its glyphs, and by how many units of the font each moves the pen further than it is wide. */
  #word(word: Word, attributes: Attributes): number {
    const { glyphs, positions, shifted } = word;
    const { scale, spacing } = attributes;
    if (shifted) notKept('a letter beside its place');
    const face = this.#faceOf(attributes);
    const { table } = this.#glyphs[face] as GlyphTable;
    const to = this.#wordStream;
    const start = to.length;
    to.whole(this.#cut(attributes, { face, scale, spacing }));
    to.whole(glyphs.length);
    for (let at = 0; at < glyphs.length; at += 1) {
      const position = positions[at] as Position;
      const units = Math.round((position.xAdvance - spacing) / scale);
      if (!isUnmoved(position) || units * scale + spacing !== position.xAdvance) notKept('a letter that is no whole number of units wide');
      const number = this.#glyph(glyphs[at] as Glyph, attributes);
      to.whole(number);
      to.signed(units - (table[number]?.[1] ?? 0));
    }
    const index = this.#wordStarts.push(start) - 1;
    this.#words.set(word, index);
    return index;
  }
}
