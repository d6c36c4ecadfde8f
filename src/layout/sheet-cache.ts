/** Keeps laid-out sheets for later builds in the same process, because most of a book stays the same. */
import type { ReactElement } from 'react';
import type { Setting } from '../kit/context.ts';
import { identifier, Names, Numbers } from './cache-key.ts';
import { KEPT_BOOKS } from './kept-books.ts';
import { copyOf, type LaidOutNode } from './laid-out-node.ts';
import { PackedSheets } from './packed-sheets.ts';
import { hasPictures, picturesAsTheyWere } from './picture-files.ts';

interface Kept {
  node: LaidOutNode;
  /** Whether it has pictures, whose files may have changed. */
  pictures: boolean;
  /** The number of the last book that used it. */
  book: number;
}

/** Remembers laid-out sheets by what their components were given. */
export class SheetCache {
  /** How its sheets were packed. */
  readonly packed = new PackedSheets();
  readonly #numbers = new Numbers();
  #kept = new Map<string, Kept>();
  #book = 0;
  readonly #names = new Names();
  #identify = identifier(this.#numbers, this.#names);

  /** A new book begins. */
  turn(): void {
    this.#book += 1;
    this.#names.turn();
    this.#identify = identifier(this.#numbers, this.#names);
    for (const [key, { book }] of this.#kept) if (this.#book - book > KEPT_BOOKS) this.#kept.delete(key);
  }

  /** Forgets every sheet, so that the faults of components on them are found and reported again. */
  forget(): void {
    this.#kept.clear();
  }

  /** The key of a sheet; sheets that are laid out alike have the same key. */
  nameOf(sheet: ReactElement, setting: Setting): string {
    return `${this.#identify(sheet)} ${this.#identify(setting)}`;
  }

  /**
   * The sheet of a name; nothing where it is not known, or a picture on it has changed.
   * @param shared whether nobody changes it: otherwise it is a copy
   */
  recall(name: string, shared = false): LaidOutNode | undefined {
    const kept = this.#kept.get(name);
    if (!kept || (kept.pictures && !picturesAsTheyWere(kept.node))) return undefined;
    kept.book = this.#book;
    return shared ? kept.node : copyOf(kept.node);
  }

  /** Keeps a sheet that was laid out, and returns it as `recall` does. */
  keep(name: string, node: LaidOutNode, shared = false): LaidOutNode {
    this.#kept.set(name, { node, pictures: hasPictures(node), book: this.#book });
    return shared ? node : copyOf(node);
  }
}
