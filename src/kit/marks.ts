/**
 * What a component says about a node beside how it looks: what it means, what is filled in there, how it may break.
 * Everything travels in one prop, `marks`, which @react-pdf/layout carries along untouched.
 */
import type { Expects } from '../content/expects.ts';

/** Standard structure types (ISO 32000-1, 14.8.4) that a workbook needs. */
export const ROLES = [
  'Sect',
  'Div',
  'BlockQuote',
  'Caption',
  'TOC',
  'TOCI',
  'Reference',
  'Index',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'P',
  'Span',
  'Note',
  'L',
  'LI',
  'Lbl',
  'LBody',
  'Table',
  'THead',
  'TBody',
  'TR',
  'TH',
  'TD',
  'Figure',
  'Link',
] as const;
export type Role = (typeof ROLES)[number];

/** Content that is not read aloud (ISO 32000-1, 14.8.2.2). */
export type Artifact = 'Layout' | 'Background' | 'Header' | 'Footer';

export interface TextFieldMark {
  kind: 'text';
  /** Unique in the document: `section_block` or `section_block_n`. */
  name: string;
  /** The accessible name; starts with the visible label. */
  label: string;
  multiline: boolean;
  /** Size of what is typed, in points. */
  fontSize: number;
  /** The colour behind what is typed, which hides the ruled lines there; left out, the field is transparent. */
  background?: string;
  /** Whether words stand beside its first line: what is typed begins level with them. */
  beside?: boolean;
  /** Names, dates and codes are not spell-checked. */
  spellcheck?: boolean;
  /** What is written there: the space has to hold it. */
  expects: Expects;
}

export interface CheckFieldMark {
  kind: 'check';
  name: string;
  label: string;
  /** What is drawn when it is on: a tick, or a ring that leaves the number inside it to be read. */
  sign: 'tick' | 'ring';
}

export type FieldMark = TextFieldMark | CheckFieldMark;

/** Lines to write on, drawn over the whole box of the node. Lengths in points. */
export interface Ruling {
  kind: 'lines' | 'dots' | 'box' | 'line';
  /** From one line to the next, and from one dot of a grid to the next. */
  leading: number;
  width: number;
  color: string;
  /** Corner radius of a box. */
  radius?: number;
}

/** How a node behaves at the foot of a page. Only children of the page, and of a node with `split`, are asked. */
export interface Flow {
  /** Begins a page. */
  breakBefore?: boolean;
  /** Nothing follows on its page. */
  breakAfter?: boolean;
  /** Never the last on a page. */
  keepWithNext?: boolean;
  /** One of a pair with what follows: both stand on one page, wherever a page has room for both, and their spaces for words have as many lines. */
  pairWithNext?: boolean;
  /** May stand before the block that it follows, where that spares a page with little on it. */
  mayMoveUp?: boolean;
  /** May be broken between its children. */
  split?: boolean;
  /** Child of a split node: drawn again at the head of each further part (as an artifact). */
  repeat?: boolean;
  /**
   * The first child of a node: stands over it at the head of a page that has room for that; of a split node, over each further part alone, and always
   * where that is read and not written in. An artifact, which takes no room elsewhere.
   */
  continued?: boolean;
  /** Has the page to itself: no page frame is drawn. */
  bare?: boolean;
  /** Leaves the book: it is cut out or given away. Each of its pages has a sheet of its own, with nothing on its back. */
  leaves?: boolean;
}

/** Writing space that gives and takes whole lines, so that a page is neither ragged nor runs over by a little. */
export interface Grow {
  /** The height of one line in points. */
  step: number;
  /** At most so many more lines; `Infinity` fills the page. */
  most: number;
  /** At most so many fewer lines, where that spares a page. */
  fewer: number;
  /** Fields of a unit, or of a pair of units, with the same word grow and shrink alike, or not at all. */
  together?: string;
}

/** What fills the box of a node, whose proportions it has: SVG that was checked when it was read, or the absolute path of a PNG or JPEG. */
export type Drawing = { svg: string; grey: boolean } | { picture: string };

export interface Marks {
  role?: Role;
  artifact?: Artifact;
  /** Alternative text of a figure. */
  alt?: string;
  /** Language, where it differs from the document's. */
  language?: string;
  /** Of a header cell. */
  scope?: 'Column' | 'Row';
  /** Of a list: its labels count. */
  numbered?: boolean;
  /** A place that links lead to: unique in the document. */
  destination?: string;
  /** An entry of the outline; level 1 is the outermost. */
  bookmark?: { title: string; level: number };
  /** The whole node is a link: `#destination` or an address; the description is what a screen reader says. */
  link?: { to: string; description: string };
  /** The words of this text are the number of the page that has the destination. */
  pageOf?: string;
  field?: FieldMark;
  rules?: Ruling;
  drawing?: Drawing;
  flow?: Flow;
  grow?: Grow;
}
