/** Names sheets by what their elements are made of, alike in every process: sheets of one name are laid out alike. */
import { createHash } from 'node:crypto';
import { isValidElement, type ReactElement } from 'react';
import type { Location } from '../../diagnostics/diagnostic.ts';
import { SettingContext, type Setting } from '../../kit/context.ts';
import { Box, Decoration, Prose, Words } from '../../kit/elements.tsx';
import type { Template } from '../../kit/template.ts';
import { Credit } from '../closing.tsx';
import { SectionFlow, SectionNotes, Sheet } from '../flow.tsx';
import type { SheetName } from '../sheet-store.ts';

/** Thrown for an element that has something without a name, such as a component of somebody's own. */
class Nameless extends Error {}

/** Components and contexts that the layout itself makes elements of. */
const OWN: Readonly<Record<string, unknown>> = { Box, Credit, Decoration, Prose, SectionFlow, SectionNotes, SettingContext, Sheet, Words };

/** Deeper than any content. */
const DEEPEST = 64;
/** Longer words are told by a digest of them, since they may come again on many sheets. */
const LONG = 512;

/** What a thing is made of, and the places that it tells of. */
interface Said {
  words: string;
  places: readonly Location[];
}

const digestOf = (words: string): string => createHash('sha256').update(words).digest('base64');

/** Keys of what has nothing but texts, numbers and lists of them: content, and the measures and words of a theme. */
const PLAIN = new Set(['block', 'entries', 'notes', 'section', 'strings', 'theme', 'workbook']);

/** A place in a file. In JSON this never stands inside a text: there each quote has a backslash before it. */
const PLACE = /"at":\{"file":("(?:[^"\\]|\\.)*"),"start":(\d+),"end":(\d+)\}/g;

/** What plain values are made of, without the places in it. */
const plainWords = (thing: object): Said => {
  const places: Location[] = [];
  const words = JSON.stringify(thing).replaceAll(PLACE, (_, file: string, start: string, end: string) => {
    places.push({ file: JSON.parse(file) as string, start: Number(start), end: Number(end) });
    return '"at":@';
  });
  return { words, places };
};

const isPlain = (thing: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(thing);
  return prototype === Object.prototype || prototype === null;
};

/** Every component of a template with its place there. */
const componentsOf = ({ blocks, ...others }: Template): [component: unknown, name: string][] => [
  ...Object.entries(others).map(([name, component]): [unknown, string] => [component, `template ${name}`]),
  ...Object.entries(blocks).map(([kind, component]): [unknown, string] => [component, `template blocks.${kind}`]),
];

/** Gives names, as long as none of the objects changes that it has met. */
export class SheetNames {
  readonly #names: ReadonlyMap<unknown, string>;
  readonly #met = new WeakMap<object, Said>();

  /** @param template one that came with the program: only then do the names of its components say what they are */
  constructor(template: Template) {
    this.#names = new Map([...Object.entries(OWN).map(([name, component]): [unknown, string] => [component, name]), ...componentsOf(template)]);
  }

  /** @returns nothing for a sheet that has something without a name */
  nameOf(sheet: ReactElement, setting: Setting): SheetName | undefined {
    const places: Location[] = [];
    try {
      return { name: digestOf(`${this.#say(sheet, places, 0)} ${this.#say(setting, places, 0)}`), places };
    } catch (thrown) {
      if (thrown instanceof Nameless) return undefined;
      throw thrown;
    }
  }

  /** All that a thing is made of, in words. What it says of places in files is added to `places` instead. */
  #say(thing: unknown, places: Location[], depth: number): string {
    if (typeof thing === 'string') return JSON.stringify(thing);
    if (typeof thing === 'function') return this.#named(thing);
    if (typeof thing !== 'object' || thing === null) return String(thing);
    if (depth > DEEPEST) throw new Nameless();
    return this.#once(thing, places, () => {
      const own: Location[] = [];
      return { words: this.#sayObject(thing, own, depth + 1), places: own };
    });
  }

  /** Says an object, or what was said of it before. */
  #once(thing: object, places: Location[], say: () => Said): string {
    let said = this.#met.get(thing);
    if (!said) {
      const { words, places: own } = say();
      said = { words: words.length > LONG ? digestOf(words) : words, places: own };
      this.#met.set(thing, said);
    }
    places.push(...said.places);
    return said.words;
  }

  #sayObject(thing: object, places: Location[], depth: number): string {
    if (Array.isArray(thing)) return `[${thing.map((item) => this.#say(item, places, depth)).join()}]`;
    if (thing instanceof Map || thing instanceof Set) return `${thing instanceof Map ? 'map' : 'set'}${this.#say([...thing], places, depth)}`;
    if (isValidElement(thing)) {
      const { type, key, props } = thing;
      const name = typeof type === 'object' ? this.#named(type) : this.#say(type, places, depth);
      return `<${name} ${JSON.stringify(key)} ${this.#say(props, places, depth)}>`;
    }
    if (!isPlain(thing)) throw new Nameless();
    let words = '';
    for (const [key, value] of Object.entries(thing)) words += `${JSON.stringify(key)}:${this.#sayValue(key, value, places, depth)},`;
    return `{${words}}`;
  }

  #sayValue(key: string, value: unknown, places: Location[], depth: number): string {
    if (!PLAIN.has(key) || typeof value !== 'object' || value === null || isValidElement(value)) return this.#say(value, places, depth);
    return this.#once(value, places, () => plainWords(value));
  }

  #named(component: unknown): string {
    const name = this.#names.get(component);
    if (name === undefined) throw new Nameless();
    return `(${name})`;
  }
}
