/** A cache with a limited number of entries. */

/** A map that removes the oldest entry when it would hold more than `most`. */
export class BoundedMap<K, V> extends Map<K, V> {
  readonly #most: number;

  /** @param most the largest number of entries */
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
