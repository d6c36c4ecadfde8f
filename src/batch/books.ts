/** Builds the books of a batch: one for all copies that differ in no more than the name. */
import { createHash } from 'node:crypto';
import { runBuild } from '../api/run-build.ts';
import type { Builder } from '../builder/builder.ts';
import { protectedPdf } from '../builder/protected-pdf.ts';
import { noteOfPaper } from '../builder/unasked-paper.ts';
import type { CanShow } from '../builder/load.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { FlattenWords } from '../flatten/draw-answers.ts';
import type { FieldReport } from '../pdf/fields.ts';
import type { SourceFile } from '../diagnostics/source-file.ts';
import type { AskedCopy } from '../list/asked-copies.ts';
import type { AskedOptions } from '../options/option-values.ts';
import { PersonalCopies } from '../personal/copies.ts';
import { BoundedMap } from '../system/bounded-map.ts';

/** A book that can be copied. */
export interface BuiltBook {
  copies: PersonalCopies;
  pages: number;
  fields: readonly FieldReport[];
  /** What is printed beside answers, in its language. */
  words: FlattenWords;
  /** What a build calls it. */
  fileName: string;
  /** The folders that it is made from. */
  folders: readonly string[];
  canShow: CanShow;
  /** That it is on another paper than the one of its country. */
  paper: string | undefined;
  /** For whom it is. */
  reader: AskedOptions['for'];
  /** Encrypts a copy of it. */
  protect: (bytes: Buffer, password: string) => Buffer;
  /** A digest of its bytes, and so of all that it was made from. */
  digest: string;
}

/** A book, or why there is none. */
export interface BookRun {
  book?: BuiltBook;
  diagnostics: Diagnostic[];
  sources: SourceFile[];
  /** Whether the options were wrong, rather than the files. */
  wrongUsage: boolean;
}

/** How many finished books are kept in memory; each takes a few megabytes. A list with more is built twice: to check it, and to write it. */
const KEPT_BOOKS = 16;

/** Of a copy: what its book is known by. Two copies with the same key differ only in what is written on the cover and in the record. */
export const bookKey = ({ options, variables }: Pick<AskedCopy, 'options' | 'variables'>): string => {
  const { name, ...shared } = options;
  return JSON.stringify([Object.entries(shared).toSorted(byName), Object.entries(variables).toSorted(byName), name === undefined]);
};

const byName = ([one]: [string, unknown], [other]: [string, unknown]): number => (one < other ? -1 : 1);

/** Builds books, and keeps the last ones. */
export class Books {
  readonly #builder: Builder;
  readonly #about: { cwd: string; workbook: string };
  readonly #kept = new BoundedMap<string, BookRun>(KEPT_BOOKS);

  constructor(builder: Builder, about: { cwd: string; workbook: string }) {
    this.#builder = builder;
    this.#about = about;
  }

  /**
   * The book of a copy.
   *
   * @throws the reason of the signal, when it was aborted
   */
  async of({ options, variables }: Pick<AskedCopy, 'options' | 'variables'>, signal?: AbortSignal): Promise<BookRun> {
    const key = bookKey({ options, variables });
    const known = this.#kept.get(key);
    if (known) return known;
    const run = await this.#build(options, variables, signal);
    this.#kept.set(key, run);
    return run;
  }

  async #build({ name, ...options }: AskedOptions, variables: Record<string, string>, signal: AbortSignal | undefined): Promise<BookRun> {
    const again = name === undefined ? 'unnamed' : 'named';
    const { made, diagnostics, sources, wrongUsage } = await runBuild(this.#builder, { ...this.#about, ...options, variables }, { signal, again });
    if (!made) return { diagnostics, sources, wrongUsage };
    const { pdf, fileName, folders, canShow } = made;
    const book: BuiltBook = {
      copies: await PersonalCopies.of(made, signal),
      pages: pdf.pages,
      fields: pdf.fields,
      words: made.ready.strings,
      fileName,
      folders,
      canShow,
      paper: noteOfPaper(options, made.resolved),
      reader: made.resolved.for,
      protect: (bytes, password) => protectedPdf(bytes, made.ready, password),
      digest: createHash('sha256').update(pdf.bytes).digest('hex'),
    };
    return { book, diagnostics, sources, wrongUsage };
  }
}
