/** Sheets that were laid out before, for builds that follow each other in one process: most of a book is as it was. */
import { createHash } from 'node:crypto';
import type { ReactElement } from 'react';
import type { Setting } from '../kit/context.ts';
import { identifier, Numbers } from './cache-key.ts';
import type { LaidOutNode } from './node.ts';
import { picturesAsTheyWere } from './picture-files.ts';

/** What no book has used for so many books is forgotten: an author may look at several editions in turn. */
const PATIENCE = 8;

interface Kept {
  node: LaidOutNode;
  /** The number of the last book that used it. */
  book: number;
}

/** Remembers laid-out sheets by what their components were given. */
export class SheetCache {
  readonly #numbers = new Numbers();
  #kept = new Map<string, Kept>();
  #book = 0;
  #identify = identifier(this.#numbers);

  /** A new book begins. */
  turn(): void {
    this.#book += 1;
    this.#identify = identifier(this.#numbers);
    for (const [key, { book }] of this.#kept) if (this.#book - book > PATIENCE) this.#kept.delete(key);
  }

  /** Forgets every sheet: a component was at fault on one of them, and is to be told again. */
  forget(): void {
    this.#kept.clear();
  }

  /** The name of a sheet: the same for one that is laid out alike. */
  nameOf(sheet: ReactElement, setting: Setting): string {
    return createHash('sha256').update(this.#identify(sheet)).update(this.#identify(setting)).digest('base64');
  }

  /** The sheet of a name, as a copy to pack; nothing where it is not known, or a picture on it has changed. */
  recall(name: string): LaidOutNode | undefined {
    const kept = this.#kept.get(name);
    if (!kept || !picturesAsTheyWere(kept.node)) return undefined;
    kept.book = this.#book;
    return copyOf(kept.node);
  }

  /** Keeps a sheet that was laid out; returns a copy to pack. */
  keep(name: string, node: LaidOutNode): LaidOutNode {
    this.#kept.set(name, { node, book: this.#book });
    return copyOf(node);
  }
}

/** A copy whose nodes may be changed, as packing and numbering do; boxes, styles and lines are replaced there, never changed, and are shared. */
const copyOf = (node: LaidOutNode): LaidOutNode =>
  node.children && (node.type === 'VIEW' || node.type === 'PAGE') ? { ...node, children: node.children.map(copyOf) } : { ...node };
