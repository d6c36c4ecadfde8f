/** Keeps parts of the PDF of a shipped workbook on disk: its streams, compressed, and its drawings as operators of PDF. */
import { createHash } from 'node:crypto';
import { keep, recall } from '../cache/store.ts';
import type { PartsOnDisk } from '../pdf/kept-parts.ts';

const KIND = 'streams';

/** Bytes before the list of parts that say how long that is. */
const LENGTH = 4;

/** Where each part stands behind the list, by a digest of what it was made from. */
type Places = Record<string, [start: number, end: number]>;

/** The parts of one PDF. They are found by what they are made from, so that no part can be taken for another. */
export class KeptStreams implements PartsOnDisk {
  readonly #key: string;
  readonly #bytes: Buffer | undefined;
  readonly #places: ReadonlyMap<string, [start: number, end: number]>;
  /** Nothing where fresh parts may not be kept. */
  readonly #fresh: Map<string, Uint8Array> | undefined;

  /**
   * @param key everything that says which parts a PDF may have
   * @param writes whether fresh parts may be kept: those of a shipped workbook, as it came, without a word of anybody's
   */
  constructor(key: string, writes: boolean) {
    this.#key = key;
    const kept = recall(KIND, key);
    const endOfList = kept ? LENGTH + kept.readUInt32LE(0) : 0;
    this.#places = new Map(Object.entries(kept ? (JSON.parse(kept.toString('utf8', LENGTH, endOfList)) as Places) : {}));
    this.#bytes = kept?.subarray(endOfList);
    this.#fresh = writes && !kept ? new Map() : undefined;
  }

  take<Made extends Uint8Array | undefined>(from: string | Uint8Array, make: () => Made): Made | Buffer {
    const name = createHash('sha256').update(from).digest('base64');
    const place = this.#places.get(name);
    if (place && this.#bytes) return this.#bytes.subarray(...place);
    const made = make();
    if (made) this.#fresh?.set(name, made);
    return made;
  }

  /** Keeps the parts that were made. */
  keep(): void {
    if (!this.#fresh) return;
    let end = 0;
    const places: Places = {};
    for (const [name, { length }] of this.#fresh) places[name] = [end, (end += length)];
    const list = Buffer.from(JSON.stringify(places));
    const head = Buffer.alloc(LENGTH);
    head.writeUInt32LE(list.length, 0);
    keep(KIND, this.#key, Buffer.concat([head, list, ...this.#fresh.values()]));
  }
}
