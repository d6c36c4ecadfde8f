/** Makes copies of one book that differ in the name on the cover: only covers are laid out and written, the rest comes from a finished PDF. */
import { unshownName } from '../builder/make-edition.ts';
import { recordOf } from '../builder/record-of.ts';
import type { CanShow } from '../builder/load.ts';
import { makeCoverPage, type MadePdf, makePdf, type PdfOptions } from '../builder/make-pdf.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { DEFAULTS } from '../options/option-values.ts';
import { type FirstPage, type Redrawn, redrawFirst } from '../pdf/first-page.ts';
import { named } from './placeholder-name.ts';

/** A copy, or why there is none. */
interface Made {
  pdf?: MadePdf;
  diagnostics: Diagnostic[];
  /** Whether the name has characters that the fonts lack. */
  wrongUsage?: boolean;
}

/** What a copy says that others of its book do not. */
export interface Personal {
  /** The name on its cover; left out where the book has none. */
  name?: string | undefined;
  /** What its record says of it. */
  copy?: PdfOptions['copy'];
}

/** A finished book. */
export interface FinishedBook {
  /** Its inputs, with the placeholder name where its copies have names. */
  ready: PdfOptions;
  pdf: MadePdf;
  /** The diagnostics of its layout. */
  laidOut: readonly Diagnostic[];
  canShow: CanShow;
}

/** Makes copies of a finished book. */
export class PersonalCopies {
  readonly #book: FinishedBook;
  /** Nothing where each copy is built whole. */
  readonly #first: FirstPage | undefined;
  /** The last requested copy. */
  #last: Promise<unknown> = Promise.resolve();

  private constructor(book: FinishedBook, first: FirstPage | undefined) {
    this.#book = book;
    this.#first = first;
  }

  /**
   * Checks whether copies can be made from a finished book: its own cover, laid out and written again, has to stay the same.
   *
   * @throws the reason of the signal, when it was aborted
   */
  static async of(book: FinishedBook, signal?: AbortSignal): Promise<PersonalCopies> {
    const { ready, pdf } = book;
    const redrawn = pdf.first && (await redraw(ready, pdf.first, signal));
    const same = redrawn?.operators === pdf.first?.operators && redrawn?.shape === pdf.first?.shape;
    return new PersonalCopies(book, same && (!ready.notes?.hasCode || (await isOnCoverAlone(book, signal))) ? pdf.first : undefined);
  }

  /**
   * Makes the copy with a name on its cover. In a viewer it is what a build with that name gives; where a template shows the name
   * in a way that changes more than what is drawn on the cover, it is built whole.
   *
   * @returns the PDF, or what is wrong with the name
   * @throws the reason of the signal, when it was aborted
   */
  copy(personal: Personal, signal?: AbortSignal): Promise<Made> {
    // One after the other, because faults of components are noted for the copy being made.
    const made = this.#last.then(() => this.#make(personal, signal));
    this.#last = made.catch(() => undefined);
    return made;
  }

  async #make({ name, copy }: Personal, signal: AbortSignal | undefined): Promise<Made> {
    signal?.throwIfAborted();
    const { ready, pdf, laidOut, canShow } = this.#book;
    const unshown = unshownName(name ?? '', canShow);
    if (unshown.length > 0) return { diagnostics: unshown, wrongUsage: true };
    const asked = { ...(name === undefined ? ready : named(ready, name)), ...(copy ? { copy } : {}) };
    const redrawn = this.#first && (await redraw(asked, this.#first, signal));
    if (redrawn?.shape !== this.#first?.shape || !redrawn) return makePdf(asked, { signal });
    const record = copy && recordOf(ready.edition, ready.options, { ...ready, copy });
    return {
      pdf: { bytes: await redrawn.write(record), fields: pdf.fields, pages: pdf.pages, places: pdf.places, unknown: pdf.unknown },
      diagnostics: [...laidOut],
    };
  }
}

/** Draws the cover again for a finished PDF; nothing where a problem has to be reported. */
const redraw = async (ready: PdfOptions, first: FirstPage, signal?: AbortSignal): Promise<Redrawn | undefined> => {
  const page = await makeCoverPage(ready, signal);
  return page && redrawFirst(first, [page], ready.options.flat ?? DEFAULTS.flat);
};

/**
 * Whether nothing but the cover depends on the name. Only the cover is told it, but a template's own code may keep it for other pages: the book
 * is built once more, under a name that needs the same letters.
 */
const isOnCoverAlone = async ({ ready, pdf }: FinishedBook, signal: AbortSignal | undefined): Promise<boolean> => {
  const other = await makePdf(named(ready, (ready.options.name ?? '').repeat(2)), { signal, again: true });
  const [one, two] = [pdf.first?.body.bytes, other.pdf?.first?.body.bytes];
  return one !== undefined && two !== undefined && one.equals(two);
};
