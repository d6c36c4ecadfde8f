/** Prepares what people have written for a page: a box stands for what no font has, and everything fits. */
import { drawnAs, type Has, isInvisible, isRightToLeft, ZERO_WIDTH_SPACE } from '../content/glyph-substitutes.ts';
import type { Prose } from '../content/span.ts';

/** Drawn in place of a character that no font has: an empty box. */
const BOX = '☐';

/** Words of more characters may be broken anywhere: an address, or a key that was held down. */
const LONG_WORD = 24;
const BROKEN_AFTER = 10;

/** A paragraph is cut behind a sentence or a word where it has more characters: it has to fit on the smallest page in the largest print. */
const LONGEST = 600;

/** Control characters and halves of surrogates: fonts may have a glyph for them, and mean nothing by it. */
const CONTROL = /[\p{Cc}\p{Cs}]/gu;

export interface Letters {
  /** Whether the fonts of the theme have a character. */
  has: Has;
  /** Whether the font has it in which words are set that those lack letters of; an empty box is among them. */
  otherHas: Has;
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** A word that fits into any column. */
const broken = (word: string): string => {
  const characters = [...word];
  if (characters.length <= LONG_WORD) return word;
  return characters.map((character, index) => (index > 0 && index % BROKEN_AFTER === 0 ? ZERO_WIDTH_SPACE + character : character)).join('');
};

/** Whether fonts draw all of a text. */
const draws = (text: string, has: Has): boolean => [...text].every((character) => drawnAs(character, has) !== undefined);

/** Makes people’s words such that fonts can draw them, and collects what no font has. */
export class WrittenLetters {
  /** Characters that a box stands for. */
  readonly unseen = new Set<string>();
  readonly #letters: Letters;

  constructor(letters: Letters) {
    this.#letters = letters;
  }

  /** A text of one paragraph. */
  prose(text: string): Prose {
    const plain = text.normalize('NFC').replaceAll(/\s/g, ' ').replaceAll(CONTROL, '');
    return [{ text: plain.replaceAll(/\S+/g, (word) => broken(this.#drawable(word))) }];
  }

  /** A text of any length: its paragraphs, long ones in pieces. */
  paragraphs(text: string): Prose[] {
    return text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .flatMap(pieces)
      .map((piece) => this.prose(piece));
  }

  /** A word in the letters of one font; in stretches, where no font has all of them. */
  #drawable(word: string): string {
    const { has, otherHas } = this.#letters;
    if (draws(word, has)) return word;
    let [text, last]: [string, boolean | undefined] = ['', undefined];
    for (const { segment } of graphemes.segment(word)) {
      const letter = [...segment].filter((character) => !isInvisible(character) && !isRightToLeft(character)).join('');
      if (letter === '') continue;
      const isSeen = draws(letter, has) || draws(letter, otherHas);
      if (!isSeen) this.unseen.add(segment);
      const shown = isSeen ? letter : BOX;
      // A word is set in one font.
      const isOther = draws(shown, otherHas);
      text += last !== undefined && last !== isOther ? ` ${shown}` : shown;
      last = isOther;
    }
    return text;
  }
}

/** A place near another at which no character is cut in two. */
const between = (text: string, at: number): number => (/[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at - 1 : at);

/** A paragraph in pieces that are short enough, cut behind a sentence where there is one, or else behind a word. */
const pieces = (paragraph: string): string[] => {
  if (paragraph.length <= LONGEST) return [paragraph];
  const head = paragraph.slice(0, LONGEST);
  const sentence = Math.max(...['. ', '! ', '? ', '… '].map((end) => head.lastIndexOf(end) + 1));
  const word = head.lastIndexOf(' ');
  const cut = sentence > LONGEST / 2 ? sentence : word > LONGEST / 2 ? word : between(paragraph, LONGEST);
  return [paragraph.slice(0, cut).trim(), ...pieces(paragraph.slice(cut).trim())];
};
