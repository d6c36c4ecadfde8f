/** What sheets are taken apart into before they are kept: tables that they share, and a stream of numbers for each of them. */
import type { Attributes } from '../../engine/text/paragraph.ts';
import type { Glyph } from '../../engine/tree-nodes.ts';

/** Thrown for a sheet with something that is not kept. */
export class NotKept extends Error {}

export const notKept = (what: string): never => {
  throw new NotKept(what);
};

/** A face of the book as it was registered, opened. */
export interface OpenFace {
  family: string;
  weight: number;
  font: Attributes['face'];
}

/** What is read of a glyph when it is drawn. */
export interface DrawnGlyph extends Glyph {
  /** In units of the font. */
  advanceWidth: number;
}

/** How a run of words looks: its attributes, but for its face, which is told by its number. */
export type Look = Omit<Attributes, 'font' | 'face' | 'words' | 'attachment'> & { face: number };

/** A face at a size. Words are kept in units of the font. */
export interface KeptCut {
  face: number;
  /** Points for a unit of the font. */
  scale: number;
  spacing: number;
}

/** Bytes that say how many bytes of tables, and how many numbers, come first. */
export const HEAD = 8;

/** The tables; what a stream has of them is told by its place in them. */
export interface Tables {
  /** By the name of a sheet: where its stream begins. */
  sheets: Record<string, number>;
  types: string[];
  /** Names of measures of a box beside its place and size. */
  edges: string[][];
  styles: Record<string, unknown>[];
  /** Props of nodes without marks and groups. */
  props: Record<string, unknown>[];
  marks: Record<string, unknown>[];
  groups: Record<string, unknown>[];
  /** Drawings but for their place, style and props; and what is in texts that have a link. */
  insides: unknown[];
  looks: Look[];
  underlines: Record<string, unknown>[];
  cuts: KeptCut[];
  /** For each face its glyphs: the number of one in the font, its width, and the characters that it stands for. */
  glyphs: number[][][];
  /** Where each word begins. */
  words: number[];
}

/** How marks are told: none, those of a node before, or new ones. */
export const MARKS = { none: 0, again: 1, first: 2 };

/** How the words of a run are told. */
export const RUNS = { words: 0, glyphs: 1 };

/** What is read of a box in this order; anything else of it has a name. */
export const PLACE = ['left', 'top', 'width', 'height'] as const;
