/** Reads and continues the page labels: the numbers that viewers show and that are printed on pages (ISO 32000-1, 12.4.2). */
import { PDFHexString, PDFName, type PDFDict } from '@cantoo/pdf-lib';
import type { OpenedPdf } from '../answers/open-filled.ts';
import { readNumbers } from './structure-tree.ts';

interface Range {
  /** The first page of the range, from 0. */
  from: number;
  prefix: string;
  /** The number of that page; nothing where the label is only a prefix. */
  start: number | undefined;
}

export class PageNumbers {
  readonly #opened: OpenedPdf;
  readonly #ranges: Range[];

  constructor(opened: OpenedPdf) {
    const { objects, catalog } = opened;
    this.#opened = opened;
    this.#ranges = [...readNumbers(objects, objects.dict(catalog, 'PageLabels'))]
      .flatMap(([from, value]): Range[] => {
        const label = objects.asDict(value);
        return label
          ? [{ from, prefix: objects.text(label, 'P') ?? '', start: objects.name(label, 'S') === 'D' ? (objects.number(label, 'St') ?? 1) : undefined }]
          : [];
      })
      .toSorted((one, other) => one.from - other.from);
  }

  /** The label of a page, by its index from 0. */
  of(index: number): string {
    const range = this.#ranges.findLast(({ from }) => from <= index);
    if (!range) return String(index + 1);
    return range.prefix + (range.start === undefined ? '' : String(range.start + index - range.from));
  }

  /** The number of the first page that is added after all others. */
  get next(): number {
    const { length } = this.#opened.pages;
    const last = Array.from({ length }, (_, index) => Number(this.of(length - 1 - index))).find((number) => Number.isInteger(number));
    return (last ?? length) + 1;
  }

  /** Continues the labels for the added pages. */
  continue(): void {
    if (this.#ranges.length === 0) return;
    const { objects, catalog, pages } = this.#opened;
    const entries = this.#ranges.flatMap(({ from, prefix, start }) => [
      from,
      { ...(prefix ? { P: PDFHexString.fromText(prefix) } : {}), ...(start === undefined ? {} : { S: 'D', St: start }) },
    ]);
    const labels = objects.context.obj({ Nums: [...entries, pages.length, { S: 'D', St: this.next }] }) as PDFDict;
    catalog.set(PDFName.of('PageLabels'), labels);
  }
}
