/** Writes and reads whole numbers in as few bytes as they need. */

/** Bits of a number in each byte; the one above them says that more follow. */
const BITS = 7;
const MORE = 1 << BITS;
const MASK = MORE - 1;
/** Bytes of the largest number. */
const LONGEST = 5;

/** A row of bytes that grows. */
export class ByteWriter {
  #bytes = new Uint8Array(1 << 16);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  /** Forgets what was written. */
  clear(): void {
    this.#length = 0;
  }

  /** A whole number from 0 to 2^31 - 1, the lowest bits first. */
  whole(value: number): void {
    this.#grow(LONGEST);
    const bytes = this.#bytes;
    let left = value;
    let at = this.#length;
    while (left >= MORE) {
      bytes[at] = (left & MASK) | MORE;
      at += 1;
      left >>>= BITS;
    }
    bytes[at] = left;
    this.#length = at + 1;
  }

  /** A whole number that may be below 0. */
  signed(value: number): void {
    this.whole(value < 0 ? -2 * value - 1 : 2 * value);
  }

  append(bytes: Uint8Array): void {
    this.#grow(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  #grow(by: number): void {
    if (this.#length + by <= this.#bytes.length) return;
    const larger = new Uint8Array(2 * (this.#bytes.length + by));
    larger.set(this.bytes);
    this.#bytes = larger;
  }
}

/** Reads what a ByteWriter has written, from a place on. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  /** How many bytes come before the next number. */
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes;
    this.at = at;
  }

  whole(): number {
    const bytes = this.#bytes;
    let byte = bytes[this.at] as number;
    this.at += 1;
    if (byte < MORE) return byte;
    let value = byte & MASK;
    for (let shift = BITS; byte >= MORE; shift += BITS) {
      byte = bytes[this.at] as number;
      this.at += 1;
      value |= (byte & MASK) << shift;
    }
    return value;
  }

  signed(): number {
    const value = this.whole();
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  }
}
