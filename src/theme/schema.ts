/** The schema of theme.yaml: every token with its unit and range. A theme that extends another gives only what it changes. */
import * as z from 'zod';
import { color, count, font, length } from './value-schemas.ts';

/** A group of tokens. */
const group = <Shape extends z.ZodRawShape>(description: string, shape: Shape) => z.strictObject(shape).optional().meta({ description });

const size = (what: string) => length(`Size of the letters of ${what}.`, 6, 200);
const leading = (what: string) => length(`From one line to the next of ${what}.`, 6, 240);

const type = (what: string) =>
  group(`How ${what} are set.`, {
    size: size(what),
    leading: leading(what),
    font: z
      .enum(['regular', 'bold', 'title', 'note'])
      .optional()
      .meta({ description: 'The cut: the text font in regular or bold, the title font, or the font of notes.' }),
  });

const paper = (what: string) =>
  group(`${what}: its size and margins.`, {
    width: length('Width of the sheet.', 200, 2000),
    height: length('Height of the sheet.', 200, 2000),
    top: length('Margin at the top.', 18, 300),
    bottom: length('Margin at the bottom; the page number stands in it.', 36, 300),
    inner: length('Margin at the binding edge.', 18, 300),
    outer: length('Margin at the other edge.', 18, 300),
  });

/** All tokens. A theme that extends no other needs all of them. */
export const tokens = {
  fonts: group('The fonts.', {
    text: group('The text font.', { regular: font('The regular cut.'), bold: font('The bold cut.') }),
    title: font('The font of titles.'),
    note: font('The font of what is said quietly: hints, captions, minutes, page numbers.'),
    field: font('The font that is typed with in the fields of the PDF.'),
  }),
  colors: group('The colours. Text needs a contrast of 4.5 to 1 on the paper, edges and rules 3 to 1.', {
    ink: color('Text.'),
    muted: color('Hints, and the line at the foot of each page.'),
    accent: color('The one colour: the title on the cover, numerals, links, words in the margin column, the motif.'),
    title: color('Titles of worksheets, pages and steps.'),
    tint: color('Behind the heads of tables.'),
    rule: color('Writing lines, and rules in tables.'),
    edge: color('Edges of tick boxes, framed spaces and cards.'),
    signal: color('Safety notes.'),
    paper: color('The paper, behind what is typed; not printed.'),
  }),
  type: group('The type styles.', {
    body: type('texts'),
    lead: type('the sentences that open a page'),
    prompt: type('prompts'),
    hint: type('hints'),
    label: type('heads of tables and words in the margin column'),
    entry: type('worksheets in the table of contents'),
    section: type('headings'),
    title: type('titles of worksheets and pages'),
    stepTitle: type('titles of steps'),
    coverTitle: type('the words of the title on the cover'),
    numeral: type('the numbers on the openers of steps'),
    furniture: type('the words at the foot of each page'),
    field: group('How typed answers are set.', { size: size('typed answers') }),
  }),
  space: group('Spaces between things, from small to large.', {
    xs: length('Inside a thing: from an icon to its word.', 0, 100),
    s: length('Between paragraphs.', 0, 100),
    m: length('Between asks.', 0, 100),
    l: length('Before headings and callouts.', 0, 100),
    xl: length('Between the parts of a letter.', 0, 200),
    xxl: length('Round drawings.', 0, 200),
  }),
  ruling: group('Space to write on.', {
    leading: length('From one writing line to the next.', 14, 60),
    width: length('Line width of writing lines.', 0.2, 3),
    row: length('Height of a row in a log.', 18, 120),
    tallRow: length('Height of a row in a table or a plan.', 18, 160),
    table: length('Line width of the rules in tables.', 0.2, 3),
    frame: length('Line width of the edge of a framed space.', 0.2, 4),
    radius: length('Corner radius of a framed space.', 0, 20),
    grow: count('At most so many more lines than asked for, where a page has room left.', 0, 40),
  }),
  tick: group('Tick boxes.', {
    size: length('Side of the box.', 8, 30),
    edge: length('Line width of its edge.', 0.2, 4),
    radius: length('Corner radius.', 0, 10),
    gap: length('From the box to its words.', 2, 40),
    row: length('Least height of a row.', 12, 80),
  }),
  scale: group('Ratings.', {
    pitch: length('From the left edge of one cell to that of the next.', 14, 80),
    cell: length('Side of a cell.', 12, 60),
  }),
  head: group('What sets off the head of a worksheet or a page.', {
    bar: length('Line width of the bar over the title; 0 for none.', 0, 20),
    rule: length('Line width of the rule under the head; 0 for none.', 0, 10),
  }),
  column: group('The columns of a page.', {
    margin: length('Width of the margin column; 0 sets its words above the main column.', 0, 200),
    gap: length('Between the two columns, and between two voices: side by side, or below each other where the page is narrow.', 0, 60),
    measure: length('The widest that text is set: 60 to 70 letters read best.', 150, 800),
  }),
  icon: group('Icons.', { size: length('Side.', 8, 40), line: length('Line width.', 0.2, 4) }),
  motif: group('The drawing that grows with the book: in calm, a bowl that is mended.', {
    opener: length('Width on a step’s opener; 0 for no drawing there.', 0, 500),
    cover: length('Width on the cover; 0 for no drawing there.', 0, 560),
    foot: length('Width at the foot of the pages of a step; 0 for no drawing there.', 0, 40),
    line: length('Line width of the outline.', 0.2, 6),
    seam: length('Line width of what is done already: in calm, a joined crack.', 0.2, 8),
  }),
  callout: group('Notes, examples, pauses and safety notes.', {
    bar: length('Line width of the bar beside the words.', 0.2, 10),
    indent: length('From the bar to the words.', 0, 60),
  }),
  card: group('Cards to cut out.', {
    padding: length('From the cutting edge to what is in the card.', 0, 60),
    edge: length('Line width of the cutting edge.', 0.2, 4),
    prompts: length('Width of the column of prompts; 0 sets them above their lines.', 0, 300),
  }),
  list: group('Lists.', { marker: length('Width of the column of bullets or numbers.', 6, 60) }),
  contents: group('Tables of contents.', { page: length('Width of the column of page numbers.', 15, 80) }),
  logo: group('The logo of the practice, which keeps its proportions.', {
    height: length('The tallest that it is drawn.', 12, 300),
    width: length('The widest that it is drawn.', 12, 500),
    quiet: length('The space round it that nothing else stands in.', 0, 100),
  }),
  frame: group('The line at the foot of each page.', { foot: length('From the foot of the paper to the foot of the line.', 9, 200) }),
  papers: group('The papers.', { letter: paper('US Letter'), a4: paper('A4'), a5: paper('A5') }),
  binding: group('What a bound copy adds to the inner margin. The outer margin gives it, as far as it can.', {
    threeHole: length('For three holes.', 0, 100),
    twoHole: length('For two holes.', 0, 100),
    booklet: length('For a booklet that is folded and stapled.', 0, 100),
    outer: length('The outer margin never gives more than to this.', 9, 300),
  }),
};

/** The groups of overrides: tokens that replace those of the theme for certain formats, in the order in which they are applied. */
export const OVERRIDES = ['a5', 'large-print', 'ink-saver'] as const;
export type OverrideName = (typeof OVERRIDES)[number];

/** All groups of overrides share one definition. */
const overrides = z.strictObject(tokens).meta({ id: 'tokens' });
const override = (description: string) => overrides.optional().meta({ description: `${description} Any tokens of a theme may stand here.` });

/** A whole theme.yaml, as its author writes it. */
export const themeFile = z
  .strictObject({
    extends: z
      .string()
      .trim()
      .min(1)
      .optional()
      .meta({ description: 'The template whose tokens and components this one starts from: a shipped one such as calm, or a folder such as ../mine.' }),
    about: z.string().trim().min(1).max(200).optional().meta({ description: 'One sentence: what the template is for.' }),
    ...tokens,
    a5: override('What is different on A5, where everything is smaller.'),
    'large-print': override('What is different in large print: 18 points and one column.'),
    'ink-saver': override('What is different where ink is saved: no colour, no fills, thinner lines.'),
  } satisfies Record<OverrideName | keyof typeof tokens | 'extends' | 'about', z.ZodType>)
  .meta({ description: 'A theme: the tokens that components are set with. With "extends", only those that change.' });

export type ThemeFile = z.output<typeof themeFile>;
