/** Keeps what was drawn on pages, compressed, for later builds in the same process: most pages of a book stay the same. */
import type { BookPage } from '../layout/book.tsx';
import { KEPT_BOOKS } from '../layout/kept-books.ts';
import { boxesIn, type LaidOutNode } from '../layout/laid-out-node.ts';
import type { PdfDocument, Ref } from './document.ts';
import type { EmbeddedFont } from './font-codes.ts';
import type { Drawable } from './forms.ts';
import type { PageElements } from './page-elements.ts';

/** What a page has of a font. */
interface UsedFont {
  /** The font as the layout engine opened it. */
  face: unknown;
  /** Its name among the resources of the page. */
  id: string;
  glyphs: readonly { code: number; width: number; unicode: readonly number[] }[];
}

/** What a page depends on beside what stands on it. */
export interface PageOptions {
  flat: boolean;
  /** The levels of the headings before it, which those of its own depend on. */
  headings: string;
  /** Whether the book has a destination. */
  hasDestination(name: string): boolean;
}

interface Kept {
  page: BookPage;
  flat: boolean;
  headings: string;
  /** The destinations of its links, and whether the book had them. */
  destinations: ReadonlyMap<string, boolean>;
  /** Compressed. */
  content: Buffer;
  /** The drawings on it. */
  forms: readonly Drawable[];
  fonts: readonly UsedFont[];
  elements: PageElements;
  /** The number of the last book that had it. */
  book: number;
}

type Values = Readonly<Record<string, unknown>>;

/** Whether two objects have the same values, one level deep. */
const sameValues = (one: Values, other: Values): boolean => {
  if (one === other) return true;
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
};

/**
 * Whether two nodes are drawn alike, which is certain where what they are made of is the same object: sheets that were not laid out again share
 * their lines, styles and marks with those of the build before.
 */
const alike = (one: LaidOutNode, other: LaidOutNode): boolean => {
  if (one === other) return true;
  if (one.type !== other.type || one.lines !== other.lines || one.style !== other.style || one.props !== other.props || one.origin !== other.origin)
    return false;
  if (!sameValues(one.box as unknown as Values, other.box as unknown as Values)) return false;
  if (one.type !== 'VIEW' && one.type !== 'PAGE') return one.children === other.children && alignOf(one) === alignOf(other);
  const [inOne, inOther] = [boxesIn(one), boxesIn(other)];
  return inOne.length === inOther.length && inOne.every((child, index) => alike(child, inOther[index] as LaidOutNode));
};

/** How far a text is shifted (engine/tree-nodes.ts). */
const alignOf = (node: LaidOutNode): unknown => (node as { alignOffset?: number }).alignOffset;

const alikePages = (one: BookPage, other: BookPage): boolean =>
  one.width === other.width &&
  one.height === other.height &&
  one.placed.length === other.placed.length &&
  (one.frame === other.frame || (one.frame !== undefined && other.frame !== undefined && alike(one.frame, other.frame))) &&
  one.placed.every(({ node, left, top }, index) => {
    const beside = other.placed[index];
    return beside?.left === left && beside.top === top && alike(node, beside.node);
  });

/** What pages are found by: pages that are alike share it. */
const keyOf = ({ placed, frame }: BookPage): object | undefined => placed[0]?.node.style ?? frame?.style;

/** A choice of font, or the codes of glyphs, among the operators of a page. */
const FONT_OR_CODES = /\/(F\d+) [\d.]+ Tf|<([\da-f]+)>/g;
/** Digits of a code. */
const DIGITS = 4;

/** The codes of each font among operators, by the name of the font. */
const codesIn = (operators: string): Map<string, Set<number>> => {
  const used = new Map<string, Set<number>>();
  let now: Set<number> | undefined;
  for (const [, id, codes] of operators.matchAll(FONT_OR_CODES)) {
    if (id !== undefined) {
      now = used.get(id) ?? new Set();
      used.set(id, now);
    } else if (now && codes !== undefined) for (let at = 0; at < codes.length; at += DIGITS) now.add(Number.parseInt(codes.slice(at, at + DIGITS), 16));
  }
  return used;
};

/** The fonts of a document by what they were opened from. */
interface Fonts {
  _fontFamilies: Record<string, EmbeddedFont>;
  _font: EmbeddedFont;
}

/** Remembers drawn pages by what stands on them. */
export class DrawnPages {
  readonly #kept = new Map<object, Kept[]>();
  #book = 0;

  /** A new book begins. */
  turn(): void {
    this.#book += 1;
    for (const [key, all] of this.#kept) {
      const used = all.filter(({ book }) => this.#book - book <= KEPT_BOOKS);
      if (used.length === 0) this.#kept.delete(key);
      else if (used.length < all.length) this.#kept.set(key, used);
    }
  }

  /**
   * Gives the current page of a document the fonts of a page like it.
   * @returns the content of that page, compressed, the drawings on it and its elements; nothing where no such page is known, or the document gives its fonts other names
   */
  recall(doc: PdfDocument, page: BookPage, { flat, headings, hasDestination }: PageOptions): Pick<Kept, 'content' | 'forms' | 'elements'> | undefined {
    const key = keyOf(page);
    const found =
      key &&
      this.#kept.get(key)?.find(
        (kept) =>
          // Elements stand in a book once.
          kept.book !== this.#book &&
          kept.flat === flat &&
          kept.headings === headings &&
          alikePages(kept.page, page) &&
          [...kept.destinations].every(([name, had]) => hasDestination(name) === had),
      );
    if (!found) return undefined;
    const fonts = found.fonts.map((used) => {
      doc.font(used.face as PDFKit.Mixins.PDFFontSource);
      return { used, font: (doc as unknown as Fonts)._font };
    });
    if (!fonts.every(({ used, font }) => font.id === used.id)) return undefined;
    // pdfkit gives a page an entry for its fonts as soon as that is asked for: one without words has none.
    const onPage = doc.page as unknown as { fonts: Record<string, Ref> };
    for (const { used, font } of fonts) {
      onPage.fonts[font.id] ??= font.ref();
      for (const { code, width, unicode } of used.glyphs) {
        font.subset.includeGlyph(code);
        font.widths[code] ??= width;
        font.unicode[code] ??= unicode;
      }
    }
    found.book = this.#book;
    found.page = page;
    return found;
  }

  /**
   * Keeps what was drawn on the current page of a document, unless it has more than fonts and drawings: the names of pictures and of shades
   * count through the whole book.
   * @param drawn its operators, the same compressed, the drawings that they place, and its elements
   * @param destinations those of its links
   */
  keep(
    doc: PdfDocument,
    page: BookPage,
    drawn: { operators: string } & Pick<Kept, 'content' | 'forms' | 'elements'>,
    destinations: Iterable<string>,
    options: PageOptions,
  ): void {
    const { flat, headings, hasDestination } = options;
    const { operators, content, forms, elements } = drawn;
    if (elements.mixed) return;
    const key = keyOf(page);
    const { resources } = doc.page as unknown as { resources: Ref };
    const { Font: _, ProcSet: __, ...more } = resources.data;
    if (!key || Object.values(more).some((entries) => Object.keys(entries as object).length > 0)) return;
    const embedded = new Map(Object.values((doc as unknown as Fonts)._fontFamilies).map((font) => [font.id, font]));
    const fonts = [...codesIn(operators)].flatMap(([id, codes]): UsedFont[] => {
      const font = embedded.get(id);
      if (!font) return [];
      return [{ face: font.font, id, glyphs: [...codes].map((code) => ({ code, width: font.widths[code] ?? 0, unicode: font.unicode[code] ?? [] })) }];
    });
    const all = this.#kept.get(key) ?? [];
    this.#kept.set(key, all);
    all.push({
      page,
      flat,
      headings,
      destinations: new Map([...destinations].map((name) => [name, hasDestination(name)])),
      content,
      forms,
      fonts,
      elements,
      book: this.#book,
    });
  }
}
