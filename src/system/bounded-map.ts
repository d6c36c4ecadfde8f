/** A map that never grows beyond a number of entries, for what is worked out once and may be worked out again. */

/** Forgets the entry that was added first where there are more than `most`. */
export class BoundedMap<K, V> extends Map<K, V> {
  readonly #most: number;

  /** @param most so many entries are kept */
  constructor(most: number) {
    super();
    this.#most = most;
  }

  override set(key: K, value: V): this {
    super.set(key, value);
    for (const oldest of this.keys())
      if (this.size > this.#most) this.delete(oldest);
      else break;
    return this;
  }
}
