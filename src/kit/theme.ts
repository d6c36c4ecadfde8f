/** The theme as components see it: every length in points, every colour as #rrggbb, every font by its family's name. */

/** Size and line height in points. */
export interface TypeSize {
  size: number;
  leading: number;
}

/** A size together with the cut of the font it is set in. */
export interface TypeStyle extends TypeSize {
  font: 'regular' | 'bold' | 'title' | 'note';
}

/** Measures of a font, as shares of the size that it is set in. */
export interface FontMetrics {
  /** From the top of a line's box to its baseline. */
  ascent: number;
  /** The height of a capital. */
  capitals: number;
  /** The mean width of a letter in a text. */
  letter: number;
  /** The width of the widest digit. */
  digit: number;
  /** The mean width of a letter in what is typed, spaces among them. */
  prose: number;
}

export interface Paper {
  width: number;
  height: number;
  top: number;
  bottom: number;
  /** The margin at the binding edge. */
  inner: number;
  outer: number;
  /** The margins at the left and right of this page: inner and outer, and on a left-hand page of a bound copy outer and inner. */
  left: number;
  right: number;
}

export interface Theme {
  name: string;
  /** Ink is saved: no fills, and no art that only decorates. */
  inkSaver: boolean;
  /** Family names as registered with the layout engine. `text` and `note` have weights 400 and 700, `title` has 600. And the measures of each cut, and of the font that is typed with. */
  fonts: { text: string; title: string; note: string; metrics: Record<TypeStyle['font'] | 'field', FontMetrics> };
  colors: {
    /** Text. */
    ink: string;
    /** Hints and furniture. */
    muted: string;
    /** The one colour: numerals, links, words in the margin column, the title on the cover. */
    accent: string;
    /** The same where it is no text (bars, drawings): a practice's own colour, which may be lighter than words can be. */
    mark: string;
    /** Titles of worksheets, pages and steps. */
    title: string;
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
    /** What is read. */
    body: TypeStyle;
    /** The sentence that opens a section. */
    lead: TypeStyle;
    /** What is asked. */
    prompt: TypeStyle;
    hint: TypeStyle;
    /** Heads of tables, words in the margin column. */
    label: TypeStyle;
    /** A worksheet in the table of contents. */
    entry: TypeStyle;
    section: TypeStyle;
    title: TypeStyle;
    stepTitle: TypeStyle;
    coverTitle: TypeStyle;
    /** The number of a step on its opener. */
    numeral: TypeStyle;
    /** Step name and page number at the foot of each page. */
    furniture: TypeStyle;
    /** What is typed into a field; the distance of its lines is the viewer's. */
    field: { size: number };
  };
  /** Vertical and horizontal spaces. */
  space: { xs: number; s: number; m: number; l: number; xl: number; xxl: number };
  ruling: {
    /** From one writing line to the next. */
    leading: number;
    /** Line width of writing lines. */
    width: number;
    /** Height of a row in a log: one line by hand. */
    row: number;
    /** Height of a row in a short table or a plan: two lines by hand. */
    tallRow: number;
    /** Line width of a table's rules, and of the rule under a head. */
    table: number;
    /** Line width of the edge of a framed space. */
    frame: number;
    /** Corner radius of a framed space. */
    radius: number;
    /** At most so many more lines than asked for, where a page has room left. */
    grow: number;
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
    /** From the left edge of one cell to that of the next. */
    pitch: number;
    /** Side of a cell. */
    cell: number;
  };
  head: {
    /** Line width of the bar over the title of a worksheet or a page; 0 for none. */
    bar: number;
    /** Line width of the rule under what stands at its head; 0 for none. */
    rule: number;
  };
  column: {
    /** Width of the margin column, left of the main column. */
    margin: number;
    /** Between the two, and between two voices. */
    gap: number;
    /** The widest that prose is set. */
    measure: number;
  };
  icon: {
    /** Side. */
    size: number;
    /** Line width. */
    line: number;
  };
  motif: {
    /** Width on a step's opener; 0 for none. */
    opener: number;
    /** Width on the cover; 0 for none. */
    cover: number;
    /** Width at the foot of the pages of a step; 0 for none. */
    foot: number;
    /** Line width of the outline. */
    line: number;
    /** Line width of a joined crack. */
    seam: number;
  };
  callout: {
    /** Line width of the bar beside the words. */
    bar: number;
    /** From the bar to the words. */
    indent: number;
  };
  card: {
    /** From the cutting edge to what is in the card. */
    padding: number;
    /** Line width of the cutting edge. */
    edge: number;
    /** Width of the column of prompts; 0 where they stand above their lines. */
    prompts: number;
  };
  list: {
    /** Width of the column of bullets or numbers. */
    marker: number;
  };
  contents: {
    /** Width of the column of page numbers. */
    page: number;
  };
  logo: {
    /** The tallest that it is drawn. */
    height: number;
    /** The widest. */
    width: number;
    /** The space round it that nothing else stands in. */
    quiet: number;
  };
  frame: {
    /** From the foot of the paper to the foot of the line with the page number. */
    foot: number;
  };
  paper: Paper;
}
