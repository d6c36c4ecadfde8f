/** Puts sheets together again that a SheetWriter has taken apart. Runs and words are made when they are drawn: packing asks for none of them. */
import { inflateSync } from 'node:zlib';
import type { Location } from '../../diagnostics/diagnostic.ts';
import { Part, type SetWord } from '../../engine/text/lines.ts';
import type { Attributes } from '../../engine/text/paragraph.ts';
import { wordsOf } from '../../engine/text/words.ts';
import type { Glyph, Line, Position } from '../../engine/tree-nodes.ts';
import type { Marks } from '../../kit/marks.ts';
import type { Group, LaidOutNode } from '../laid-out-node.ts';
import { ByteReader } from './byte-stream.ts';
import { type DrawnGlyph, HEAD, type KeptCut, MARKS, type OpenFace, RUNS, type Tables } from './sheet-parts.ts';

const unmoved = (xAdvance: number): Position => ({ xAdvance, yAdvance: 0, xOffset: 0, yOffset: 0, advanceWidth: undefined });

/** A group with marks of its own: two that say the same are two structure elements, and two sheets. */
const ownGroup = ({ marks, leaves, ...group }: Group): Group => ({
  ...group,
  ...(marks ? { marks: { ...marks } } : {}),
  ...(leaves ? { leaves: { ...leaves } } : {}),
});

/** A word, whose glyphs are made when they are asked for. */
class KeptWord implements SetWord {
  readonly shifted = false;
  readonly #make: () => Pick<SetWord, 'glyphs' | 'positions'>;
  #made: Pick<SetWord, 'glyphs' | 'positions'> | undefined;

  constructor(make: () => Pick<SetWord, 'glyphs' | 'positions'>) {
    this.#make = make;
  }

  get glyphs(): Glyph[] {
    return (this.#made ??= this.#make()).glyphs;
  }

  get positions(): Position[] {
    return (this.#made ??= this.#make()).positions;
  }
}

/** A line, whose runs are made when they are asked for: once, since each page is drawn once. */
class KeptLine implements Line {
  /** All fonts of kept sheets are those of the theme. */
  readonly embedded = true;
  readonly box: Line['box'];
  readonly ascent: number;
  readonly overflowLeft: number;
  readonly overflowRight: number;
  readonly xAdvance: number;
  readonly decorationLines: object[];
  #make: (() => Part[]) | undefined;
  #runs: Part[] = [];

  constructor([x, y, width, height, ascent, overflowLeft, overflowRight, xAdvance]: Measures, decorationLines: object[], make: () => Part[]) {
    this.box = { x, y, width, height };
    this.ascent = ascent;
    this.overflowLeft = overflowLeft;
    this.overflowRight = overflowRight;
    this.xAdvance = xAdvance;
    this.decorationLines = decorationLines;
    this.#make = make;
  }

  get runs(): Part[] {
    if (this.#make) this.#runs = this.#make();
    this.#make = undefined;
    return this.#runs;
  }
}

type Measures = [x: number, y: number, width: number, height: number, ascent: number, overflowLeft: number, overflowRight: number, xAdvance: number];

const NO_RUNS = (): Part[] => [];

/** Reads the bytes of a SheetWriter. */
export class SheetReader {
  readonly #faces: readonly OpenFace[];
  readonly #bytes: Uint8Array;
  readonly #tables: Tables;
  readonly #numbers: Float64Array;
  /** Where the streams begin. */
  readonly #start: number;
  readonly #attributes: (Attributes | undefined)[] = [];
  readonly #words: (KeptWord | undefined)[] = [];
  readonly #glyphs: (DrawnGlyph | undefined)[][];

  /**
   * @param compressed the bytes of a SheetWriter
   * @param faces the same as it had
   */
  constructor(compressed: Buffer, faces: readonly OpenFace[]) {
    const bytes = inflateSync(compressed);
    this.#faces = faces;
    this.#glyphs = faces.map(() => []);
    this.#bytes = bytes;
    const text = HEAD + bytes.readUInt32LE(0);
    this.#tables = JSON.parse(bytes.toString('utf8', HEAD, text)) as Tables;
    this.#start = text + bytes.readUInt32LE(HEAD / 2) * Float64Array.BYTES_PER_ELEMENT;
    // Copied: numbers have to begin at a multiple of their size.
    this.#numbers = new Float64Array(Uint8Array.from(bytes.subarray(text, this.#start)).buffer);
  }

  /**
   * A sheet, made anew each time.
   *
   * @param places those that its elements tell of
   * @returns nothing where no sheet of this name was kept
   */
  sheet(name: string, places: readonly Location[]): LaidOutNode | undefined {
    const at = Object.hasOwn(this.#tables.sheets, name) ? this.#tables.sheets[name] : undefined;
    return at === undefined ? undefined : this.#node(this.#from(at), places, []);
  }

  #from(at: number): ByteReader {
    return new ByteReader(this.#bytes, this.#start + at);
  }

  #number(from: ByteReader): number {
    return this.#numbers[from.whole()] as number;
  }

  #node(from: ByteReader, places: readonly Location[], marked: Marks[]): LaidOutNode {
    const { types, styles } = this.#tables;
    const type = types[from.whole()] as string;
    const box = this.#box(from);
    const style = styles[from.whole()] as Record<string, unknown>;
    const props = this.#props(from, places, marked);
    if (type === 'SVG') {
      const inside = this.#tables.insides[from.whole()] as Pick<LaidOutNode, 'children'>;
      return { ...inside, type, box, style, props, origin: { left: box.left + box.width / 2, top: box.top + box.height / 2 } };
    }
    if (type === 'TEXT') return this.#text(from, { type, box, style, props });
    const children: LaidOutNode[] = [];
    for (let left = from.whole(); left > 0; left -= 1) children.push(this.#node(from, places, marked));
    return { type, box, style, props, children };
  }

  #box(from: ByteReader): LaidOutNode['box'] {
    const box: LaidOutNode['box'] & Record<string, number> = {
      left: this.#number(from),
      top: this.#number(from),
      width: this.#number(from),
      height: this.#number(from),
    };
    for (const edge of this.#tables.edges[from.whole()] as string[]) box[edge] = this.#number(from);
    return box;
  }

  #props(from: ByteReader, places: readonly Location[], marked: Marks[]): LaidOutNode['props'] {
    const { props: all } = this.#tables;
    const props: LaidOutNode['props'] = { ...all[from.whole()] };
    const told = from.whole();
    if (told === MARKS.again) props.marks = marked[from.whole()] as Marks;
    else if (told >= MARKS.first) {
      // A new object each time: those of two nodes are two structure elements.
      props.marks = { ...this.#tables.marks[told - MARKS.first] };
      marked.push(props.marks);
    }
    const group = from.whole();
    if (group > 0) {
      const place = from.whole();
      props.group = ownGroup(this.#tables.groups[group - 1] as Group);
      if (place > 0) props.group.at = places[place - 1] as Location;
    }
    return props;
  }

  #text(from: ByteReader, node: LaidOutNode): LaidOutNode {
    const text = node as LaidOutNode & { alignOffset?: number };
    if (from.whole() > 0) text.alignOffset = this.#number(from);
    const lines: Line[] = [];
    for (let left = from.whole(); left > 0; left -= 1) lines.push(this.#line(from));
    text.lines = lines;
    text.children = this.#tables.insides[from.whole()] as LaidOutNode[];
    return text;
  }

  #line(from: ByteReader): Line {
    const measures: Measures = [
      this.#number(from),
      this.#number(from),
      this.#number(from),
      this.#number(from),
      this.#number(from),
      this.#number(from),
      this.#number(from),
      this.#number(from),
    ];
    const underlines: object[] = [];
    for (let left = from.whole(); left > 0; left -= 1) {
      const rect = { x: this.#number(from), y: this.#number(from), width: this.#number(from), height: this.#number(from) };
      underlines.push({ rect, ...this.#tables.underlines[from.whole()] });
    }
    const count = from.whole();
    const length = from.whole();
    const { at } = from;
    from.at += length;
    return new KeptLine(measures, underlines, count === 0 ? NO_RUNS : () => this.#runs(new ByteReader(this.#bytes, at), count));
  }

  #runs(from: ByteReader, count: number): Part[] {
    const runs: Part[] = [];
    for (let left = count; left > 0; left -= 1) {
      const look = this.#look(from.whole());
      const xAdvance = this.#number(from);
      if (from.whole() === RUNS.words) {
        const words: KeptWord[] = [];
        for (let more = from.whole(); more > 0; more -= 1) words.push(this.#word(from.whole()));
        runs.push(new Part(words, look, xAdvance));
      } else runs.push(this.#squeezed(from, look, xAdvance));
    }
    return runs;
  }

  /** A run whose letters stand nearer to each other than in words. */
  #squeezed(from: ByteReader, look: Attributes, xAdvance: number): Part {
    const face = this.#faces.findIndex(({ font }) => font === look.face);
    const glyphs: Glyph[] = [];
    const positions: Position[] = [];
    for (let left = from.whole(); left > 0; left -= 1) {
      glyphs.push(this.#glyph(face, from.whole()));
      positions.push(unmoved(this.#number(from)));
    }
    const part = new Part([{ glyphs, positions, shifted: false }], look, xAdvance);
    part.positions = positions;
    return part;
  }

  #look(index: number): Attributes {
    const known = this.#attributes[index];
    if (known) return known;
    const { face: number, ...look } = this.#tables.looks[index] as Tables['looks'][number];
    const { font } = this.#faces[number] as OpenFace;
    const words = wordsOf(font, look.fontSize, look.spacing);
    const attributes: Attributes = { ...look, font: [font], face: font, words, attachment: null };
    this.#attributes[index] = attributes;
    return attributes;
  }

  #word(index: number): KeptWord {
    return (this.#words[index] ??= new KeptWord(() => this.#glyphsOf(this.#tables.words[index] as number)));
  }

  #glyphsOf(at: number): Pick<SetWord, 'glyphs' | 'positions'> {
    const from = this.#from(at);
    const { face, scale, spacing } = this.#tables.cuts[from.whole()] as KeptCut;
    const glyphs: Glyph[] = [];
    const positions: Position[] = [];
    for (let left = from.whole(); left > 0; left -= 1) {
      const glyph = this.#glyph(face, from.whole());
      glyphs.push(glyph);
      positions.push(unmoved((glyph.advanceWidth + from.signed()) * scale + spacing));
    }
    return { glyphs, positions };
  }

  #glyph(face: number, index: number): DrawnGlyph {
    const known = this.#glyphs[face] as (DrawnGlyph | undefined)[];
    const before = known[index];
    if (before) return before;
    const [id = 0, advanceWidth = 0, ...codePoints] = this.#tables.glyphs[face]?.[index] ?? [];
    return (known[index] = { id, advanceWidth, codePoints });
  }
}
