/** The trees that the engine takes and returns: the tree that react-pdf's reconciler makes, and the same with a box for each node. */

/** Styles by their names: as components write them, or with lengths in points and shorthands opened. */
export type Style = Record<string, unknown>;

/** A node as the reconciler makes it. */
export interface TreeNode {
  type: string;
  props?: Record<string, unknown>;
  /** As it is written: a map, or lists of maps. */
  style?: unknown;
  children?: TreeNode[];
  /** Of a TEXT_INSTANCE: its words. */
  value?: unknown;
}

/** A box in points, relative to the parent's; paddings and borders where there are some. */
export interface Box extends Record<string, number | undefined> {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** A node that is laid out, with what drawing and packing read. */
export interface SheetNode {
  type: string;
  box: Box;
  style: Style;
  props: Record<string, unknown>;
  children?: (SheetNode | TextChild)[];
  /** Of a TEXT. */
  lines?: Line[];
  /** The shift in points of a text that is not set from the left of the width that it had when it was measured. */
  alignOffset?: number;
}

/** What stands inside a TEXT: words, or a TEXT with a style of its own. */
export interface TextChild {
  type: string;
  value?: unknown;
  style?: Style;
  props?: Record<string, unknown>;
  children?: TextChild[];
}

/** A glyph of fontkit, as far as it is read. */
export interface Glyph {
  id: number;
  codePoints: number[];
}

/** How far a glyph moves the pen, and where it stands beside it; in points. */
export interface Position {
  xAdvance: number;
  yAdvance: number;
  xOffset: number;
  yOffset: number;
  advanceWidth: unknown;
}

/** A font of fontkit, as far as it is read. */
export interface Face {
  type: string;
  unitsPerEm: number;
  ascent: number;
  descent: number;
  lineGap: number;
  hasGlyphForCodePoint(codePoint: number): boolean;
  layout(text: string, features: unknown, script: unknown, language: unknown, direction: string): { glyphs: Glyph[]; positions: Position[] };
}

/** A stretch of a line in one face, size and colour, as react-pdf's renderer reads it (its renderRun). */
export interface LineRun {
  attributes: object;
  glyphs: Glyph[];
  positions: Position[];
  height: number;
  descent: number;
  xAdvance: number;
}

/** A line of text, as react-pdf's renderer reads it (its renderLine); the box counts from the text's. */
export interface Line {
  box: { x: number; y: number; width: number; height: number };
  ascent: number;
  overflowLeft: number;
  overflowRight: number;
  decorationLines: object[];
  runs: LineRun[];
  /** The advance of all runs, spaces at its ends included. */
  xAdvance: number;
}

/** The fonts that react-pdf knows. */
export interface FontStore {
  getFont(descriptor: { fontFamily: string; fontWeight: unknown; fontStyle: unknown }): { data?: Face } | undefined;
}

/** Thrown where a sheet has something that this engine does not know: react-pdf lays it out. The message says what. */
export class NotKnown extends Error {}

export const notKnown = (what: string): never => {
  throw new NotKnown(what);
};
