/** Keeps on disk how fonts shape words, of the words of shipped workbooks alone: those of anybody's own never leave the process. */
import { createHash } from 'node:crypto';
import type { Font as FontkitFont } from 'fontkit';
import { isCompiled, programDigest } from '../cache/shipped.ts';
import { keep, recall } from '../cache/store.ts';
import { packageRoot } from '../system/package-root.ts';
import { freshWordsOf, type KeptWords, numbersOf, type ShapedWord, wordOf } from './shaping.ts';

const KIND = 'words';
/** So many words have to be new before what is kept is written anew. */
const ENOUGH = 50;

/** The key for a font; nothing where the program is not compiled. */
const keyOf = (font: Uint8Array): string | undefined => {
  const program = isCompiled() ? programDigest(packageRoot()) : undefined;
  return program === undefined ? undefined : `${program} ${createHash('sha256').update(font).digest('hex')}`;
};

/** Bytes before the words that say how many bytes these are, and bytes of each number of theirs. */
const LENGTH = 4;
const WIDTH = 2;
/** The largest that fits. A word with any other number is shaped each time. */
const MOST = 0xffff;

/**
 * The words that were kept of a font: the words, a line each, and behind them the numbers of each, after how many there are; the lowest byte of a
 * number comes first. Each word is unpacked when it is asked for: most builds set a part of them.
 */
class Kept implements KeptWords {
  readonly #starts = new Map<string, number>();
  readonly #bytes: Buffer;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    let start = LENGTH + bytes.readUInt32LE(0);
    for (const word of bytes.toString('utf8', LENGTH, start).split('\n')) {
      this.#starts.set(word, start);
      start += (bytes.readUInt16LE(start) + 1) * WIDTH;
    }
  }

  get size(): number {
    return this.#starts.size;
  }

  get words(): Iterable<string> {
    return this.#starts.keys();
  }

  get(word: string): ShapedWord | undefined {
    const start = this.#starts.get(word);
    if (start === undefined) return undefined;
    return Array.from({ length: this.#bytes.readUInt16LE(start) }, (_, index) => this.#bytes.readUInt16LE(start + (index + 1) * WIDTH));
  }
}

const written = (all: ReadonlyMap<string, ShapedWord>): Buffer => {
  const words = Buffer.from([...all.keys()].join('\n'));
  const numbers = [...all.values()].flatMap((each) => [each.length, ...each]);
  const bytes = Buffer.alloc(LENGTH + words.length + numbers.length * WIDTH);
  bytes.writeUInt32LE(words.length, 0);
  words.copy(bytes, LENGTH);
  for (const [index, number] of numbers.entries()) bytes.writeUInt16LE(number, LENGTH + words.length + index * WIDTH);
  return bytes;
};

/**
 * The words that earlier runs kept of a font.
 *
 * @param font the bytes of its file
 * @param key left out, that of the font and the program
 */
export const recallWords = (font: Uint8Array, key = keyOf(font)): Kept | undefined => {
  const kept = key === undefined ? undefined : recall(KIND, key);
  return kept && new Kept(kept);
};

/**
 * Keeps the words of a font that a process has shaped and that stand in shipped texts.
 *
 * @param face the loaded font, whose words are remembered
 * @param font gives the bytes of its file
 * @param texts gives all words of the shipped texts that were read
 */
export const keepWords = (face: FontkitFont, font: () => Uint8Array, texts: () => ReadonlySet<string>, asked?: string): void => {
  const fresh = freshWordsOf(face);
  if (fresh.size < ENOUGH) return;
  const bytes = font();
  const key = asked ?? keyOf(bytes);
  if (key === undefined) return;
  const before = recallWords(bytes, key);
  const all = new Map([...(before?.words ?? [])].map((word) => [word, before?.get(word) ?? []]));
  for (const word of fresh) {
    const shaped = all.has(word) || !texts().has(word) ? undefined : wordOf(face, word);
    const numbers = shaped && numbersOf(word, shaped);
    if (numbers?.every((number) => Number.isInteger(number) && number >= 0 && number <= MOST)) all.set(word, numbers);
  }
  if (all.size >= (before?.size ?? 0) + ENOUGH) keep(KIND, key, written(all));
};

/** What templates set beside texts. */
const SIGNS = [' ', '•'];
/** What phrases put behind words of other phrases. */
const STOPS = ['.', ',', '?', ':'];

/** Behind the figures and signs that a word begins with: the letters of a text are shaped apart (engine/text/paragraph.ts). */
const FROM_FIRST_LETTER = /^([^\p{L}]+)(\p{L}.*)$/u;

/**
 * The words of texts, as they are shaped.
 *
 * @param texts objects and lists with texts in them
 */
export const wordsIn = (texts: unknown): Set<string> => {
  const words = new Set(SIGNS);
  const met = new Set<string>();
  const addWord = (word: string): void => {
    if (met.has(word)) return;
    met.add(word);
    for (const form of formsOf(word)) words.add(form);
  };
  const add = (inner: unknown): void => {
    if (typeof inner === 'string') inner.split(/[\s\u00a0]+/).forEach(addWord);
    else if (typeof inner === 'object' && inner !== null) for (const each of Object.values(inner)) add(each);
  };
  add(texts);
  return words;
};

/** A word of a text as it may come to be shaped. */
const formsOf = (word: string): string[] => [word, ...(FROM_FIRST_LETTER.exec(word)?.slice(1) ?? []), ...STOPS.map((stop) => word + stop)];
