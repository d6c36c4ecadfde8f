/** Writes plain values as JSON, and refuses what JSON would leave out or change. */
import { notKept } from './sheet-parts.ts';

/** More than any number: it is read as `Infinity`. */
const ENDLESS = '1e999';

const numeral = (value: number): string => {
  if (Number.isFinite(value)) return String(value);
  return value === Infinity ? ENDLESS : notKept('no number');
};

/**
 * A value that `JSON.parse` gives back as it is; keys without a value are left out.
 *
 * @throws NotKept for functions, symbols, objects of a class, and `NaN`
 */
export const plainJson = (value: unknown): string => {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return JSON.stringify(value);
  if (typeof value === 'number') return numeral(value);
  if (typeof value !== 'object') return notKept(`a value of the kind ${typeof value}`);
  if (Array.isArray(value)) return `[${value.map(plainJson).join()}]`;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return notKept('an object of a class');
  const entries: string[] = [];
  for (const [key, inner] of Object.entries(value)) if (inner !== undefined) entries.push(`${JSON.stringify(key)}:${plainJson(inner)}`);
  return `{${entries.join()}}`;
};

/** Whether a value has nothing that `JSON.stringify` would leave out or change. */
const isSame = (value: unknown): boolean => {
  if (typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object') return value === undefined;
  if (value === null) return true;
  if (Array.isArray(value)) return value.every((inner) => inner !== undefined && isSame(inner));
  if (Object.getPrototypeOf(value) !== Object.prototype) return false;
  for (const key in value) if (!isSame((value as Record<string, unknown>)[key])) return false;
  return true;
};

/** A table of different values as JSON. */
export class JsonTable {
  readonly #indexes = new Map<string, number>();

  /**
   * The place of a value in the table.
   *
   * @throws NotKept as plainJson
   */
  of(value: unknown): number {
    // The short way is some three times as fast, and most values go it.
    const text = isSame(value) ? JSON.stringify(value) : plainJson(value);
    const known = this.#indexes.get(text);
    if (known !== undefined) return known;
    const index = this.#indexes.size;
    this.#indexes.set(text, index);
    return index;
  }

  get json(): string {
    return `[${[...this.#indexes.keys()].join()}]`;
  }
}
