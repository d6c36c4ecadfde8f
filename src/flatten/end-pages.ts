/** Makes the pages at the end for answers that are longer than their boxes: a heading, then each answer under its label. */
import { deflateSync } from 'node:zlib';
import { type PDFContext, type PDFDict, PDFName, type PDFRef } from '@cantoo/pdf-lib';
import { cleaned, type Cluster, clustersOf, type Faces } from './clusters.ts';
import { artifact, marked, text } from './operators.ts';
import type { Element } from './structure-tree.ts';
import { type Line, wrap } from './wrap-lines.ts';

export interface EndPage {
  /** The printed page number. */
  number: string;
  ref: PDFRef;
  dict: PDFDict;
  /** The elements of its marked content, by their ids. */
  owners: PDFRef[];
}

export interface EndPageLook {
  /** Size of the page, in points. */
  width: number;
  height: number;
  /** Font size of answers, in points. */
  size: number;
  color: readonly [number, number, number];
}

/** The continuation of an answer. */
export interface Continuation {
  label: string;
  /** The reference to the page that it begins on. */
  from: string;
  paragraphs: readonly (readonly Cluster[])[];
}

/** Margins in points: room to punch holes on either side. */
const MARGIN = { side: 72, top: 72, bottom: 66, foot: 36 };
/** The smallest size of such pages, and the largest that a PDF allows (ISO 32000-1, annex C.2), in points. */
const SMALLEST = 300;
const LARGEST = 14_400;
/** The longest line, in ems: about 70 letters. */
const MEASURE = 34;
/** Sizes and distances, relative to the font size of answers. */
const LOOK = {
  title: { size: 1.8, leading: 1.25, after: 1 },
  label: { size: 1.15, leading: 1.3, after: 0.1 },
  from: { size: 0.85, leading: 1.3, after: 0.4 },
  answer: { size: 1, leading: 1.45, after: 0.5 },
  number: 0.85,
};
const BETWEEN = 1.6;
/** A label is kept with at least so many lines of its answer. */
const KEPT = 2;

interface OpenPage extends EndPage {
  operators: string[];
  y: number;
}

export class EndPages {
  readonly pages: OpenPage[] = [];
  /** The structure element that contains all of it. */
  readonly section: Element;
  readonly #context: PDFContext;
  readonly #faces: Faces;
  readonly #look: EndPageLook;
  readonly #space: Cluster;
  readonly #numberOf: (index: number) => string;

  /**
   * @param document the element that the section goes into
   * @param numberOf the number of each page, from 0
   */
  constructor(context: PDFContext, faces: Faces, document: Element, look: EndPageLook, numberOf: (index: number) => string) {
    this.#context = context;
    this.#faces = faces;
    const sheet = (length: number): number => Math.min(LARGEST, Math.max(SMALLEST, length));
    this.#look = { ...look, width: sheet(look.width), height: sheet(look.height) };
    this.#numberOf = numberOf;
    this.#space = clustersOf(' ', faces)[0] as Cluster;
    this.section = this.#element('Sect', document.ref);
  }

  /** Sets the heading. */
  title(words: string): void {
    this.#block('H2', [this.#line(words)], LOOK.title, 0);
    this.#page.y -= LOOK.title.after * this.#look.size;
  }

  /**
   * Sets an answer.
   *
   * @returns the page that it begins on
   */
  add({ label, from, paragraphs }: Continuation): EndPage {
    const { size } = this.#look;
    const heading = this.#wrapped([this.#line(label)], LOOK.label);
    const needed = heading.length * LOOK.label.size * LOOK.label.leading + LOOK.from.size * LOOK.from.leading + KEPT * LOOK.answer.leading;
    if (this.#page.y - needed * size < MARGIN.bottom) this.#open();
    const page = this.#page;
    this.#block('H3', [this.#line(label)], LOOK.label, LOOK.label.after);
    this.#block('P', [this.#line(from)], LOOK.from, LOOK.from.after);
    paragraphs.forEach((paragraph, index) => {
      this.#block('P', [paragraph], LOOK.answer, index === paragraphs.length - 1 ? BETWEEN : LOOK.answer.after);
    });
    return page;
  }

  /**
   * Draws the pages.
   *
   * @returns a function that writes them once their fonts are embedded; it takes their resources and their parent in the page
   *   tree
   */
  draw(): (resources: PDFRef, parent: PDFRef) => void {
    const { size, color, width, height } = this.#look;
    const contents = this.pages.map(({ number, operators }) => {
      const place = { x: width - MARGIN.side, y: MARGIN.foot, size: size * LOOK.number, leading: 0, color };
      return [...operators, artifact('Footer', text([{ clusters: this.#line(number), width: 0, ends: false }], place, this.#space))].join('\n');
    });
    return (resources, parent) => {
      this.pages.forEach(({ dict }, index) => {
        const content = deflateSync(Buffer.from(contents[index] ?? '', 'latin1'));
        const entries = {
          Type: 'Page',
          Parent: parent,
          MediaBox: [0, 0, width, height],
          Resources: resources,
          Contents: this.#context.register(this.#context.stream(content, { Filter: 'FlateDecode' })),
          Tabs: 'S',
        };
        for (const [key, value] of (this.#context.obj(entries) as PDFDict).entries()) dict.set(key, value);
      });
    };
  }

  /** Sets a block of text as one element, over as many pages as it takes. */
  #block(type: string, paragraphs: readonly (readonly Cluster[])[], { size: share, leading }: { size: number; leading: number }, after: number): void {
    const size = share * this.#look.size;
    const step = size * leading;
    const lines = this.#wrapped(paragraphs, { size: share });
    if (lines.every(({ clusters }) => clusters.length === 0)) {
      this.#page.y -= step;
      return;
    }
    const element = this.#element(type, this.section.ref);
    const kids: PDFDict[] = [];
    for (let from = 0; from < lines.length;) {
      if (this.#page.y - step < MARGIN.bottom) this.#open();
      const page = this.#page;
      // At least one line is set, even on a page that is too short for it.
      const room = Math.max(1, Math.floor((page.y - MARGIN.bottom) / step));
      // The last line of a page is not the end of the block: a space separates its words from those that follow.
      const part = lines
        .slice(from, from + room)
        .map((line, index, all) => (index === all.length - 1 && from + room < lines.length ? { ...line, clusters: [...line.clusters, this.#space] } : line));
      const mcid = page.owners.length;
      page.owners.push(element.ref);
      kids.push(this.#context.obj({ Type: 'MCR', Pg: page.ref, MCID: mcid }) as PDFDict);
      page.operators.push(marked(type, mcid, text(part, { x: MARGIN.side, y: page.y - size, size, leading: step, color: this.#look.color }, this.#space)));
      page.y -= part.length * step;
      from += room;
    }
    element.dict.set(PDFName.of('K'), this.#context.obj(kids));
    this.#page.y -= after * this.#look.size;
  }

  #wrapped(paragraphs: readonly (readonly Cluster[])[], { size }: { size: number }): Line[] {
    const width = this.#look.width - 2 * MARGIN.side;
    return wrap(paragraphs, Math.min(MEASURE, width / this.#look.size) / size);
  }

  /** Words of one line. */
  #line(words: string): Cluster[] {
    return clustersOf(cleaned(words).replaceAll('\n', ' '), this.#faces);
  }

  #element(type: string, parent: PDFRef): Element {
    const dict = this.#context.obj({ Type: 'StructElem', S: type, P: parent, K: [] }) as PDFDict;
    const ref = this.#context.register(dict);
    if (type !== 'Sect') (this.section.dict.get(PDFName.of('K')) as unknown as { push(value: PDFRef): void }).push(ref);
    return { ref, dict };
  }

  get #page(): OpenPage {
    return this.pages.at(-1) ?? this.#open();
  }

  #open(): OpenPage {
    const dict = this.#context.obj({}) as PDFDict;
    const page: OpenPage = {
      number: this.#numberOf(this.pages.length),
      ref: this.#context.register(dict),
      dict,
      owners: [],
      operators: [],
      y: this.#look.height - MARGIN.top,
    };
    this.pages.push(page);
    return page;
  }
}
