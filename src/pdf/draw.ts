/** Draws laid-out pages with their structure elements, and collects where fields and links lie. */
import { plain } from '../kit/index.ts';
import type { Book, BookPage } from '../layout/book.tsx';
import type { Placed } from '../layout/packed.ts';
import type { OnProgress } from '../layout/progress.ts';
import { heldIn } from '../layout/held.ts';
import { boxesIn, type LaidOutNode, marksOf } from '../layout/laid-out-node.ts';
import type { Drawing, FieldMark, Marks } from '../kit/marks.ts';
import type { placeDrawing } from './drawing.ts';
import { endContent, gatherContent, type PdfDocument, type Ref } from './document.ts';
import type { DrawnPages, PageOptions } from './drawn-pages.ts';
import { leafDrawer, type LinkListener } from './draw-node.ts';
import { Forms, type KnownForms } from './forms.ts';
import { geometryReader } from './geometry.ts';
import { drawPlainBox } from './draw-plain-box.ts';
import { plainTextDrawer } from './draw-plain-text.ts';
import { compressed, once } from './kept-parts.ts';
import { outlineLevels } from './outline-levels.ts';
import { drawRules, type Rect, rulesApart } from './rules.ts';
import { type Attributes, type ElementOptions, noElements, type PlacedAnnotation, type StructureElement } from './page-elements.ts';
import type { StructureTree } from './structure.ts';
import type { TreePage } from './write-structure.ts';

export interface Drawn {
  /** In order, with all that they have beside their drawing. */
  pages: readonly TreePage[];
  /** With their levels in the outline; pages are counted from 0. */
  bookmarks: { title: string; level: number; pageIndex: number; top: number }[];
  /** The drawings of the document. */
  forms: KnownForms;
}

export interface DrawOptions {
  /** Print only: blanks are tagged as such instead of becoming fields. */
  flat: boolean;
  /** Draws what fills the box of a node; given where a page has such a node. */
  placeDrawing?: typeof placeDrawing;
  /** Drawings that the document has already. */
  forms?: ReadonlyMap<string, Ref>;
  /** Called with the number of drawn pages. */
  progress?: OnProgress | undefined;
  /** Pages that earlier books have drawn. */
  kept?: DrawnPages | undefined;
  /** Whether nobody reads the pages any more: what stands on one is let go once it is drawn. */
  spent?: boolean | undefined;
}

/** The attributes of a blank that is printed and written on with a pen (ISO 32000-1, table 348). */
const printField = (mark: FieldMark): Attributes => (mark.kind === 'check' ? { O: 'PrintField', Role: 'cb', checked: 'off' } : { O: 'PrintField', Role: 'tv' });

const elementOptions = (marks: Marks): ElementOptions => {
  const attributes: Attributes | undefined =
    marks.role === 'TH'
      ? { O: 'Table', Scope: marks.scope ?? 'Column' }
      : marks.role === 'L'
        ? { O: 'List', ListNumbering: marks.numbered ? 'Decimal' : 'Disc' }
        : undefined;
  return {
    ...(marks.alt === undefined ? {} : { alt: marks.alt }),
    ...(marks.language ? { language: marks.language } : {}),
    ...(attributes ? { attributes } : {}),
  };
};

const hasArt = ({ style, type }: LaidOutNode): boolean =>
  type === 'VIEW' &&
  (style.backgroundColor !== undefined ||
    ['borderTopWidth', 'borderRightWidth', 'borderBottomWidth', 'borderLeftWidth'].some((side) => Number(style[side] ?? 0) > 0));

/** The drawings in a node, each with its place on the page. */
const drawingsIn = (node: LaidOutNode, left: number, top: number): { drawing: Drawing; rect: Rect }[] => {
  const { drawing } = marksOf(node);
  const { width, height } = node.box;
  const inside = boxesIn(node).flatMap((child) => drawingsIn(child, left + child.box.left, top + child.box.top));
  return drawing ? [{ drawing, rect: { left, top, width, height } }, ...inside] : inside;
};

/** Whether any node of these pages is filled with a drawing. */
const hasDrawings = (pages: Book['pages']): boolean =>
  pages.some(({ placed, frame }) => placed.some(({ node }) => heldIn(node).drawing) || (frame !== undefined && heldIn(frame).drawing));

/** What draws vectors, loaded for pages that have some. */
export const drawingOf = async (pages: Book['pages']): Promise<Pick<DrawOptions, 'placeDrawing'>> =>
  hasDrawings(pages) ? { placeDrawing: (await import('./drawing.ts')).placeDrawing } : {};

/** Draws all pages of a book. */
export const drawBook = (
  doc: PdfDocument,
  tree: StructureTree,
  book: Book,
  { flat, placeDrawing: fill, progress, kept, spent, forms: written }: DrawOptions,
): Drawn => {
  const bookmarks: Drawn['bookmarks'] = [];
  const forms = new Forms(doc, written);
  const readGeometry = geometryReader();
  const drawLeaf = leafDrawer(doc);
  const drawPlainText = plainTextDrawer(doc);
  /** Draws a node: what is plain at once, all else with react-pdf's renderer. */
  const drawNode = (node: LaidOutNode, links?: LinkListener): void => {
    const { left, top } = node.box;
    if (node.type === 'TEXT' && drawPlainText(node, links)) return;
    const geometry = readGeometry(node);
    if (geometry) return forms.place(geometry, left, top);
    if (node.type !== 'VIEW' || !drawPlainBox(doc, node)) return drawLeaf(node, links);
    for (const child of boxesIn(node)) drawNode(at(child, left + child.box.left, top + child.box.top), links);
  };
  /** Draws a node with the drawings in it. */
  const draw = (node: LaidOutNode, links?: LinkListener): void => {
    drawNode(node, links);
    if (fill) for (const { drawing, rect } of drawingsIn(node, node.box.left, node.box.top)) fill(doc, forms, drawing, rect);
  };
  const headingLevel = outlineLevels();
  const bookmarkLevel = outlineLevels();
  /** In worksheets that stand without their step: how much higher their headings and bookmarks are. */
  let lift = 0;
  /** What the current page has. */
  let elements = noElements();
  /** The destinations of its links. */
  let linked = new Set<string>();
  /** Whether a link leads somewhere. */
  const leadsOn = (to: string): boolean => {
    if (!to.startsWith('#')) return true;
    linked.add(to.slice(1));
    return book.destinations.has(to.slice(1));
  };
  /** The role of a node; that of a heading without a gap to the one before. */
  const roleOf = ({ role }: Marks): Marks['role'] => {
    const given = role && /^H([1-6])$/.exec(role)?.[1];
    if (!given) return role;
    const level = Number(given) - lift;
    elements.headings.push(level);
    return `H${headingLevel(level)}` as Marks['role'];
  };

  const at = (node: LaidOutNode, left: number, top: number): LaidOutNode => ({ ...node, box: { ...node.box, left, top } });

  const annotate = (annotation: PlacedAnnotation): void => {
    elements.annotations.push(annotation);
    annotation.element.annotated = true;
  };

  const field = (mark: FieldMark, marks: Marks, rect: Rect, parent: StructureElement): void => {
    // pdf.js gives a control the alternative text of its element as its name, and no other; the text is that of TU (pdf.md, decision 10).
    const options: ElementOptions = { alt: mark.label, ...(flat ? { attributes: printField(mark) } : {}) };
    const element = tree.open('Form', parent, options);
    const rules = marks.rules;
    if (flat) tree.content(element, () => rules && drawRules(doc, rules, rect));
    else {
      // The last rule is drawn apart: it stays where what is typed hides the others, and where `flatten` takes them out.
      if (rules) for (const part of rulesApart(rules, rect)) tree.artifact('Layout', () => drawRules(doc, rules, rect, part));
      annotate({ kind: 'field', mark, ...(rules ? { rules } : {}), rect, element });
    }
  };

  /** Text, its inline links as Link elements between its stretches of words. */
  const text = (node: LaidOutNode, left: number, top: number, element: StructureElement): void =>
    tree.content(element, () => {
      let open: StructureElement | undefined;
      draw(at(node, left, top), {
        begin: (to, rect) => {
          if (!leadsOn(to)) return;
          doc.addContent('EMC');
          open = tree.open('Link', element);
          annotate({ kind: 'link', to, description: linkWords(node, to), rect, element: open });
          tree.begin(open);
        },
        end: () => {
          if (!open) return;
          open = undefined;
          doc.addContent('EMC');
          tree.begin(element);
        },
      });
    });

  const walk = (node: LaidOutNode, left: number, top: number, parent: StructureElement): void => {
    const marks = marksOf(node);
    const { width, height } = node.box;
    if (marks.artifact) {
      const { artifact } = marks;
      tree.artifact(artifact, () => draw(at(node, left, top)));
      // Inside an artifact, such as a page number, links are drawn but not active.
      return;
    }
    note(marks, top);
    const element = marks.role && node.type !== 'TEXT' ? elementFor(marks, parent) : parent;
    const inside = marks.link ? link(marks.link, element, { left, top, width, height }) : element;
    if (marks.field) return field(marks.field, marks, { left, top, width, height }, inside);
    if (marks.rules) {
      const { rules } = marks;
      tree.artifact('Layout', () => drawRules(doc, rules, { left, top, width, height }));
    }
    if (marks.drawing && marks.role !== 'Figure') return tree.artifact('Layout', () => draw(at(node, left, top)));
    if (node.type === 'TEXT') return text(node, left, top, tree.open(roleOf(marks) ?? 'P', inside, elementOptions(marks)));
    if (marks.role === 'Figure') return tree.content(element, () => draw(at(node, left, top)));
    if (node.type !== 'VIEW' && node.type !== 'PAGE') return tree.artifact('Layout', () => draw(at(node, left, top)));
    if (hasArt(node)) tree.artifact(node.style.backgroundColor === undefined ? 'Layout' : 'Background', () => draw({ ...at(node, left, top), children: [] }));
    for (const child of boxesIn(node)) walk(child, left + child.box.left, top + child.box.top, inside);
  };

  /** A node that may be cut is one element, however many pages it stands on. */
  const elementFor = (marks: Marks, parent: StructureElement): StructureElement => {
    const type = roleOf(marks) ?? 'Div';
    return marks.flow?.split ? tree.shared(marks, type, parent, elementOptions(marks)) : tree.open(type, parent, elementOptions(marks));
  };

  const link = ({ to, description }: { to: string; description: string }, parent: StructureElement, rect: Rect): StructureElement => {
    if (!leadsOn(to)) return parent;
    const element = tree.open('Link', parent);
    annotate({ kind: 'link', to, description, rect, element });
    return element;
  };

  const note = ({ bookmark, destination }: Marks, top: number): void => {
    if (bookmark) elements.bookmarks.push({ ...bookmark, level: bookmark.level - lift, top });
    if (destination) elements.destinations.push({ name: destination, top });
  };

  const liftOf = ({ lifted }: Placed): number => (lifted ? 1 : 0);

  /** The element around a unit. */
  const around = ({ within }: Placed): StructureElement =>
    within.reduce((outer, marks) => tree.around(marks, marks.role ?? 'Div', outer, () => elementOptions(marks)), tree.root);

  /** The content of a page, compressed. A page that is laid out anew often has the same. */
  const packed = (operators: string): Buffer =>
    // Operators begin with a number, as no other key does: a key of its own would be as long again.
    once(doc.kept, operators, () => compressed(Buffer.from(operators, 'latin1'), doc.onDisk));

  /** Draws what stands on the current page of the document. */
  const drawPage = ({ placed, frame }: BookPage): void => {
    elements = tree.beginPage();
    for (const unit of placed) {
      lift = liftOf(unit);
      const parent = around(unit);
      tree.beginUnit(parent);
      walk(unit.node, unit.left, unit.top, parent);
    }
    tree.beginUnit(tree.root);
    for (const node of frame?.children ?? []) walk(node, node.box.left, node.box.top, tree.root);
  };

  /** Gives the current page of the document the elements that it had in an earlier book. */
  const placeElements = ({ placed }: BookPage): void => {
    tree.placePage(elements);
    // One after the other, as they are drawn: what is around the second may stand after what the first adds to the same element.
    for (const [index, additions] of elements.units.entries()) {
      const unit = placed[index];
      tree.placeUnit(additions, unit ? around(unit) : tree.root);
    }
    for (const level of elements.headings) headingLevel(level);
  };

  const page = (each: BookPage, pageIndex: number): void => {
    const { width, height, placed, section } = each;
    doc.addPage({ size: [width, height], margin: 0 });
    const options: PageOptions = {
      flat,
      headings: [placed.map(liftOf).join(''), ...headingLevel.open].join(),
      hasDestination: (name) => book.destinations.has(name),
    };
    const before = kept?.recall(doc, each, options);
    if (before) {
      ({ elements } = before);
      placeElements(each);
      for (const form of before.forms) forms.need(form);
      forms.endPage();
      endContent(doc, before.content);
    } else {
      const gathered = gatherContent(doc);
      linked = new Set();
      drawPage(each);
      const operators = gathered();
      // A first page that is drawn for a finished PDF stays as it is: it is compared, and written later (first-page.ts).
      const content = kept || doc.onDisk ? packed(operators) : undefined;
      if (content) kept?.keep(doc, each, { operators, content, forms: forms.onPage, elements }, linked, options);
      forms.endPage();
      endContent(doc, content);
    }
    for (const { title, level, top } of elements.bookmarks) {
      // Notes on several parts may share a page: only the words of the unlisted one are left out.
      const hidden = section?.unlisted === true && title === plain(section.title);
      if (!hidden) bookmarks.push({ title, level: bookmarkLevel(level), pageIndex, top });
    }
  };

  kept?.turn();
  for (const [index, each] of book.pages.entries()) {
    page(each, index);
    if (spent) {
      each.placed = [];
      delete each.frame;
    }
    progress?.({ stage: 'drawing', done: index + 1, of: book.pages.length });
  }
  return { pages: tree.pages, bookmarks, forms: forms.known };
};

/** What a screen reader says of an inline link: its words, which are its accessible name on the page too. */
const linkWords = (node: LaidOutNode, to: string): string => {
  const words: string[] = [];
  const collect = (inner: LaidOutNode): void => {
    const value = (inner as unknown as { value?: string }).value;
    if (value !== undefined) words.push(value);
    for (const child of inner.children ?? []) collect(child);
  };
  const find = (inner: LaidOutNode): void => {
    if (inner.props?.src === to) collect(inner);
    else for (const child of inner.children ?? []) find(child);
  };
  find(node);
  return words.join('') || to;
};
