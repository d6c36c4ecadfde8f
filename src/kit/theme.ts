/** The theme as components see it: every length in points, every colour as #rrggbb, every font by its family's name. */

/** Size and line height in points. */
export interface TypeStyle {
  size: number;
  leading: number;
}

export interface Paper {
  width: number;
  height: number;
  top: number;
  bottom: number;
  /** The margin at the binding edge. */
  inner: number;
  outer: number;
}

export interface Theme {
  name: string;
  /** Family names as registered with the layout engine. `text` has weights 400 and 700, `title` has 600. */
  fonts: { text: string; title: string };
  colors: {
    /** Text. */
    ink: string;
    /** Hints and furniture. */
    muted: string;
    /** The one colour: titles, numerals, links. */
    accent: string;
    /** Behind panels and table heads. */
    tint: string;
    /** Writing lines and inner rules. */
    rule: string;
    /** Edges of tick boxes and fields. */
    edge: string;
    /** Safety notes. */
    signal: string;
    /** The paper, behind what is typed. */
    paper: string;
  };
  type: {
    body: TypeStyle;
    prompt: TypeStyle;
    hint: TypeStyle;
    section: TypeStyle;
    title: TypeStyle;
    stepTitle: TypeStyle;
    coverTitle: TypeStyle;
    numeral: TypeStyle;
    furniture: TypeStyle;
    /** What is typed into a field. */
    field: TypeStyle;
  };
  /** Vertical and horizontal spaces. */
  space: { xs: number; s: number; m: number; l: number; xl: number; xxl: number };
  ruling: {
    /** From one writing line to the next. */
    leading: number;
    /** Line width of writing lines. */
    width: number;
    /** Least height of a table's row. */
    row: number;
    /** Line width of a table's rules. */
    table: number;
  };
  tick: {
    /** Side of a tick box. */
    size: number;
    /** Line width of its edge. */
    edge: number;
    radius: number;
    /** From the box to its label. */
    gap: number;
    /** Least height of a row with a tick box. */
    row: number;
  };
  scale: {
    /** Least distance from one cell to the next. */
    pitch: number;
    /** Side of a cell. */
    cell: number;
  };
  column: {
    /** Width of the margin column, left of the main column. */
    margin: number;
    /** Between the two. */
    gap: number;
    /** The widest that prose is set. */
    measure: number;
  };
  paper: Paper;
}
