/** Writes what an element is made of as text: elements with equal texts are laid out alike. */
import { isValidElement } from 'react';

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

/** A way to put things into words that remembers the objects it has met; for as long as none of them changes. */
export const identifier = (numbers: Numbers): ((thing: unknown) => string) => {
  const met = new WeakMap<object, string>();
  const say = (thing: unknown, depth: number): string => {
    if (typeof thing === 'function') return `f${numbers.of(thing)}`;
    if (typeof thing !== 'object' || thing === null) return typeof thing === 'string' ? JSON.stringify(thing) : String(thing);
    if (depth > DEEPEST) return `o${numbers.of(thing)}`;
    const known = met.get(thing);
    if (known !== undefined) return known;
    const words = sayObject(thing, depth + 1);
    met.set(thing, words);
    return words;
  };
  const sayObject = (thing: object, depth: number): string => {
    if (Array.isArray(thing)) return `[${thing.map((item) => say(item, depth)).join()}]`;
    if (thing instanceof Map || thing instanceof Set) return `${thing.constructor.name}${say([...thing], depth)}`;
    if (isValidElement(thing)) {
      const { type, key, props } = thing;
      // A context, or what `memo` makes, is an object that is not told by what is in it.
      const name = typeof type === 'object' ? `o${numbers.of(type)}` : say(type, depth);
      return `<${name} ${key} ${say(props, depth)}>`;
    }
    if (!isPlain(thing)) return `o${numbers.of(thing)}`;
    return `{${Object.entries(thing)
      .map(([key, value]) => `${key}:${say(value, depth)}`)
      .join()}}`;
  };
  return (thing) => say(thing, 0);
};
