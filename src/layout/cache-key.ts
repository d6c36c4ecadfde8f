/** Names elements by what they are made of: elements with equal names are laid out alike. */
import { isValidElement } from 'react';
import { KEPT_BOOKS } from './kept-books.ts';

/** Numbers for what has no words: functions (components) and objects that are not plain. */
export class Numbers {
  readonly #known = new WeakMap<object, number>();
  #last = 0;

  of(thing: object): number {
    const known = this.#known.get(thing);
    if (known !== undefined) return known;
    this.#last += 1;
    this.#known.set(thing, this.#last);
    return this.#last;
  }
}

/** Deeper than any content; what goes on for ever is told by its number. */
const DEEPEST = 64;

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

/**
 * Short names for words: equal words have the same name. What an element holds is named before the element, so that words are as long as what stands in it alone,
 * and those of a page are not those of all that is on it.
 */
export class Names {
  readonly #known = new Map<string, { name: string; book: number }>();
  #last = 0;
  #book = 0;

  /** A new book begins. */
  turn(): void {
    this.#book += 1;
    for (const [words, { book }] of this.#known) if (this.#book - book > KEPT_BOOKS) this.#known.delete(words);
  }

  of(words: string): string {
    let known = this.#known.get(words);
    if (!known) {
      this.#last += 1;
      known = { name: `#${this.#last}`, book: this.#book };
      this.#known.set(words, known);
    }
    known.book = this.#book;
    return known.name;
  }
}

/** A way to name things that remembers the objects it has met; for as long as none of them changes. */
export const identifier = (numbers: Numbers, names: Names): ((thing: unknown) => string) => {
  const met = new WeakMap<object, string>();
  const say = (thing: unknown, depth: number): string => {
    // With its length, so that no text can end in what looks like more than one thing.
    if (typeof thing === 'string') return `${thing.length}"${thing}`;
    if (typeof thing === 'function') return `f${numbers.of(thing)}`;
    if (typeof thing !== 'object' || thing === null) return String(thing);
    if (depth > DEEPEST) return `o${numbers.of(thing)}`;
    const known = met.get(thing);
    if (known !== undefined) return known;
    const name = names.of(sayObject(thing, depth + 1));
    met.set(thing, name);
    return name;
  };
  const sayObject = (thing: object, depth: number): string => {
    if (Array.isArray(thing)) return thing.reduce<string>((words, item) => `${words}${say(item, depth)},`, '[');
    if (thing instanceof Map || thing instanceof Set) return `${thing.constructor.name}${say([...thing], depth)}`;
    if (isValidElement(thing)) {
      const { type, key, props } = thing;
      // A context, or what `memo` makes, is an object that is not told by what is in it.
      const name = typeof type === 'object' ? `o${numbers.of(type)}` : say(type, depth);
      return `<${name} ${say(key, depth)} ${say(props, depth)}>`;
    }
    if (!isPlain(thing)) return `o${numbers.of(thing)}`;
    let words = '{';
    for (const key of Object.keys(thing)) words += `${say(key, depth)}:${say((thing as Record<string, unknown>)[key], depth)},`;
    return words;
  };
  return (thing) => say(thing, 0);
};
