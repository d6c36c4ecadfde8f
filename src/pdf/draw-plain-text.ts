/** Draws plain text directly as operators of a page: a text object for each run. */
import type { PdfDocument, Ref } from './document.ts';
import type { LinkListener } from './draw-node.ts';
import type { EmbeddedFont } from './font-codes.ts';
import { fillOf, fine, rgb, short, strokeOf } from './operands.ts';
import type { LaidOutNode } from '../layout/laid-out-node.ts';

interface Glyph {
  id: number;
  codePoints: number[];
  /** In units of the font. */
  advanceWidth: number;
}

interface Position {
  xAdvance: number;
  xOffset: number;
  yOffset: number;
}

/** A word as the program's engine shares it between all places where it stands. */
interface Word {
  glyphs: readonly Glyph[];
  positions: readonly Position[];
  /** Has a glyph that stands beside its place. */
  shifted: boolean;
}

/** A run of words, of either layout engine; lengths in points. */
interface Run {
  /** Given by the program's engine where its glyphs stand as in these words. */
  words?: readonly Word[] | undefined;
  glyphs: readonly Glyph[];
  positions: readonly Position[];
  attributes: {
    font: readonly { type?: string }[];
    fontSize: number;
    color: string;
    opacity?: number | null;
    link?: string | null;
    backgroundColor?: string | null;
    attachment?: unknown;
  };
  height: number;
  descent: number;
  xAdvance: number;
}

interface Underline {
  rect: { x: number; y: number; width: number; height: number };
  color: string;
  opacity?: number | null;
  style: string;
}

interface Line {
  box: { x: number; y: number };
  ascent: number;
  decorationLines: readonly Underline[];
  runs: readonly Run[];
}

type TextNode = Omit<LaidOutNode, 'lines'> & { lines?: Line[]; alignOffset?: number };

/** Advances that differ by less, in thousandths of the size, are those of the font. */
const SAME = 0.005;

const isOpaque = (opacity: unknown): boolean => opacity === undefined || opacity === null || opacity === 1;

const isPlainRun = (run: Run): boolean => {
  const { font, color, opacity, backgroundColor, attachment } = run.attributes;
  return (
    font[0]?.type !== 'STANDARD' &&
    rgb(color) !== undefined &&
    isOpaque(opacity) &&
    !backgroundColor &&
    !attachment &&
    (run.words ? !run.words.some(({ shifted }) => shifted) : run.positions.every(({ xOffset, yOffset }) => !xOffset && !yOffset))
  );
};

const isPlainUnderline = ({ style, color, opacity }: Underline): boolean => style === 'solid' && rgb(color) !== undefined && isOpaque(opacity);

const BORDERS = ['borderTopWidth', 'borderRightWidth', 'borderBottomWidth', 'borderLeftWidth'];

/** Whether there is nothing about a text but letters in a colour, and lines under them. */
const isPlain = ({ style, box, lines = [] }: TextNode): boolean =>
  style['backgroundColor'] === undefined &&
  style['opacity'] === undefined &&
  style['transform'] === undefined &&
  style['overflow'] === undefined &&
  !BORDERS.some((border) => (box as unknown as Record<string, number>)[border]) &&
  lines.every(({ runs, decorationLines }) => runs.every(isPlainRun) && decorationLines.every(isPlainUnderline));

/**
 * Makes a function that draws a text at the place in its box, which counts from the page's upper left corner.
 * @returns false, with nothing drawn, where the text has more than plain letters
 */
export const plainTextDrawer = (doc: PdfDocument): ((node: LaidOutNode, links?: LinkListener) => boolean) => {
  const fonts = new Map<unknown, EmbeddedFont & { codes: string[] }>();
  const embedded = (source: unknown): EmbeddedFont & { codes: string[] } => {
    const known = fonts.get(source);
    if (known) return known;
    doc.font(source as PDFKit.Mixins.PDFFontSource);
    const font = Object.assign((doc as unknown as { _font: EmbeddedFont })._font, { codes: [] });
    fonts.set(source, font);
    return font;
  };

  /** The code of a glyph, in four digits, as pdfkit writes it (its encode). */
  const codeOf = (font: EmbeddedFont & { codes: string[] }, { id, advanceWidth, codePoints }: Glyph): string => {
    const known = font.codes[id];
    if (known !== undefined) return known;
    const code = font.subset.includeGlyph(id);
    font.widths[code] ??= advanceWidth * font.scale;
    font.unicode[code] ??= codePoints;
    return (font.codes[id] = code.toString(16).padStart(4, '0'));
  };

  /** The codes of glyphs, and how much less than its width one moves the pen. */
  const codesOf = (font: EmbeddedFont & { codes: string[] }, { glyphs, positions }: Pick<Run, 'glyphs' | 'positions'>, fontSize: number): string => {
    const scale = 1000 / fontSize;
    let codes = '';
    for (let index = 0; index < glyphs.length; index += 1) {
      const glyph = glyphs[index] as Glyph;
      codes += codeOf(font, glyph);
      const more = (positions[index] as Position).xAdvance * scale - glyph.advanceWidth * font.scale;
      if (more > SAME || more < -SAME) codes += `>${fine(-more)}<`;
    }
    return codes;
  };

  /** Those of words that were drawn. A word belongs to one face at one size. */
  const drawn = new Map<Word, string>();
  const codesOfWord = (font: EmbeddedFont & { codes: string[] }, word: Word, fontSize: number): string => {
    const known = drawn.get(word);
    if (known !== undefined) return known;
    const codes = codesOf(font, word, fontSize);
    drawn.set(word, codes);
    return codes;
  };

  /** What TJ shows (ISO 32000-1, 9.4.3). */
  const shown = (font: EmbeddedFont & { codes: string[] }, run: Run): string => {
    const { fontSize } = run.attributes;
    let codes = '';
    if (run.words) for (const word of run.words) codes += codesOfWord(font, word, fontSize);
    else codes = codesOf(font, run, fontSize);
    return `[${`<${codes}>`.replaceAll('<>', '')}]`;
  };

  const drawRun = (run: Run, x: number, y: number, links?: LinkListener): void => {
    const { font: fontsOfRun, fontSize, color, link } = run.attributes;
    const font = embedded(fontsOfRun[0]);
    const page = doc.page as unknown as { fonts: Record<string, Ref> };
    page.fonts[font.id] ??= font.ref();
    if (link) links?.begin(link, { left: x, top: y - run.height - run.descent, width: run.xAdvance, height: run.height });
    doc.addContent(`BT ${fillOf(rgb(color) ?? '0 0 0')} /${font.id} ${short(fontSize)} Tf 1 0 0 -1 ${fine(x)} ${fine(y)} Tm ${shown(font, run)} TJ ET`);
    if (link) links?.end();
  };

  const drawUnderline = ({ rect, color }: Underline, x: number, y: number): void => {
    const [from, to, at] = [x + rect.x, x + rect.x + rect.width, y + rect.y].map(fine);
    doc.addContent(`q ${short(rect.height)} w ${strokeOf(rgb(color) ?? '0 0 0')} ${from} ${at} m ${to} ${at} l S Q`);
  };

  return (node, links) => {
    const text = node as unknown as TextNode;
    if (!isPlain(text)) return false;
    const box = text.box as unknown as Record<string, number | undefined>;
    const left = text.box.left + (box['paddingLeft'] ?? 0) - (text.alignOffset ?? 0);
    const top = text.box.top + (box['paddingTop'] ?? 0) - (text.lines?.[0]?.box.y ?? 0);
    for (const line of text.lines ?? []) {
      let x = left + line.box.x;
      for (const run of line.runs) {
        if ((run.words ?? run.glyphs).length > 0) drawRun(run, x, top + line.box.y + line.ascent, links);
        x += run.xAdvance;
      }
      for (const underline of line.decorationLines) drawUnderline(underline, left + line.box.x, top + line.box.y);
    }
    return true;
  };
};
