/** Prepares what people have written for a page: letters that the fonts of the theme lack get another font, or a box. */
import { drawnAs, type Has, isInvisible, isRightToLeft, ZERO_WIDTH_SPACE } from '../content/glyph-substitutes.ts';
import type { Prose } from '../content/span.ts';

/** Drawn in place of a character that no font has: an empty box. */
const BOX = '☐';

/** Words of more characters may be broken anywhere: an address, or a key that was held down. */
const LONG_WORD = 24;
const BROKEN_AFTER = 10;

/** A paragraph is cut behind a sentence or a word where it has more characters: it has to fit on the smallest page in the largest print. */
const LONGEST = 600;

export interface Letters {
  /** Whether the fonts of the theme have a character. */
  has: Has;
  /** A font for letters that those lack. */
  other: { family: string; has: Has };
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** A word that fits into any column. */
const broken = (word: string): string => {
  const characters = [...word];
  if (characters.length <= LONG_WORD) return word;
  return characters.map((character, index) => (index > 0 && index % BROKEN_AFTER === 0 ? ZERO_WIDTH_SPACE + character : character)).join('');
};

/** Takes people’s words apart by the fonts that have their letters, and collects what no font has. */
export class WrittenLetters {
  /** Characters that a box stands for. */
  readonly unseen = new Set<string>();
  readonly #letters: Letters;

  constructor(letters: Letters) {
    this.#letters = letters;
  }

  /** A text of one paragraph. */
  prose(text: string): Prose {
    const spans: Prose = [];
    for (const { segment } of graphemes.segment(text.normalize('NFC').replaceAll(/\S+/g, broken))) {
      const { family, shown } = this.#drawn(segment);
      const last = spans.at(-1);
      if (last && last.family === family) last.text += shown;
      else spans.push({ text: shown, ...(family === undefined ? {} : { family }) });
    }
    return spans;
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

  #drawn(grapheme: string): { shown: string; family?: string } {
    const { has, other } = this.#letters;
    const visible = [...grapheme].filter((character) => !isInvisible(character) && !isRightToLeft(character) && character.trim() !== '');
    // What only says where a word may be broken is no letter, and a space has no form.
    if (visible.length === 0) return { shown: isRightToLeft(grapheme) ? '' : grapheme };
    if (visible.every((character) => drawnAs(character, has) !== undefined)) return { shown: grapheme };
    if (visible.every((character) => other.has(character.codePointAt(0) ?? 0))) return { shown: grapheme, family: other.family };
    this.unseen.add(grapheme);
    return { shown: BOX, family: other.family };
  }
}

/** A paragraph in pieces that are short enough, cut behind a sentence where there is one, or else behind a word. */
const pieces = (paragraph: string): string[] => {
  if (paragraph.length <= LONGEST) return [paragraph];
  const head = paragraph.slice(0, LONGEST);
  const sentence = Math.max(...['. ', '! ', '? ', '… '].map((end) => head.lastIndexOf(end) + 1));
  const word = head.lastIndexOf(' ');
  const cut = sentence > LONGEST / 2 ? sentence : word > LONGEST / 2 ? word : LONGEST;
  return [paragraph.slice(0, cut).trim(), ...pieces(paragraph.slice(cut).trim())];
};
