/** Puts a comparison of filled copies into the words of its page. */
import { say } from '../content/phrase.ts';
import type { ProgressWords } from '../content/progress-words.ts';
import type { Strings } from '../content/strings.ts';
import type { ComparedAnswer, ComparedProps, ComparedRating, ListedCopy, Written } from '../kit/compared.ts';
import { groupsOf, isInOrder } from '../questions/progress-groups.ts';
import { firstLines } from '../questions/first-lines.ts';
import type { ChangedAnswer, ComparedCopy, Comparison, RatingRow } from '../questions/progress.ts';
import type { WrittenLetters } from './written-letters.ts';

export interface PageWords {
  /** Of the page. */
  language: string;
  words: ProgressWords;
  strings: Pick<Strings, 'copyBrokeTrust' | 'copyWasHurt'>;
  letters: WrittenLetters;
  /** Two letters, for the form of dates; left out, that of the language. */
  country?: string | undefined;
  /** Whether the copies are of two people, who are no earlier and later. */
  together: boolean;
  /** Whether long answers are printed whole. */
  whole: boolean;
}

/** A scale with more steps is not drawn: no workbook of this program has one, and a copy may say anything. */
const LONGEST_SCALE = 20;

/** A language tag as it is written into the page; nothing where a copy says something else. */
const tagOf = (language: string | undefined): string | undefined => {
  try {
    return Intl.getCanonicalLocales(language)[0];
  } catch {
    return undefined;
  }
};

/** A day as it is written in a language and a country. Fonts for reading lack the narrow space of some. */
const dayIn = (day: string, { language, country }: Pick<PageWords, 'language' | 'country'>, dateStyle: 'medium' | 'long'): string => {
  const locale = country === undefined ? language : `${language.split('-')[0] ?? language}-${country.toUpperCase()}`;
  return new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'UTC' }).format(new Date(day)).replaceAll('\u202F', '\u00A0');
};

class Page {
  readonly #comparison: Comparison;
  readonly #look: PageWords;
  /** How many answers are not printed whole. */
  shortened = 0;

  constructor(comparison: Comparison, look: PageWords) {
    this.#comparison = comparison;
    this.#look = look;
  }

  /** Everything that the page says. */
  props(): ComparedProps {
    const { words, together } = this.#look;
    const { copies, ratings, changes, same, differ } = this.#comparison;
    const isEmpty = ratings.length + changes.length + same === 0;
    const groups = this.#groups();
    return {
      title: together ? words.titleOfTwo : words.title,
      purpose: words.purpose,
      notes: [
        ...(together ? [words.bothAgreed] : []),
        ...(differ.versions ? [words.versions] : []),
        ...(differ.languages ? [words.languages] : []),
        ...(!together && !isInOrder(copies) ? [words.order] : []),
        ...(copies.length > 2 && changes.length > 0 ? [words.firstAndLast] : []),
        ...(this.shortened > 0 ? [say(words.firstLines, { number: this.shortened })] : []),
      ],
      copies: {
        title: words.copies,
        list: copies.map((copy, index) => this.#listed(copy, index)),
        ...(copies.some(({ saved }) => saved !== undefined) ? { note: words.dates } : {}),
      },
      ...(ratings.length > 0
        ? { ratings: { title: words.ratings, copy: words.copy, rating: words.rating, rows: ratings.map((row) => this.#rating(row)) } }
        : {}),
      changes: groups,
      ...(isEmpty ? { end: words.nothing } : same > 0 ? { end: say(words.same, { number: same }) } : {}),
    };
  }

  #listed({ file, saved, workbook, for: reader }: ComparedCopy, index: number): ListedCopy {
    const { language, words, strings, letters } = this.#look;
    const { differ } = this.#comparison;
    const own = tagOf(this.#comparison.copies[index]?.language);
    const readers: Readonly<Record<string, string>> = { 'broke-trust': strings.copyBrokeTrust, 'was-hurt': strings.copyWasHurt };
    const forWhom = readers[reader ?? ''];
    return {
      number: index + 1,
      name: letters.prose(file),
      about: [
        ...(saved === undefined ? [] : [dayIn(saved, this.#look, 'long')]),
        ...(forWhom === undefined ? [] : [forWhom]),
        ...(differ.versions && workbook ? [say(words.madeOn, { date: dayIn(workbook.date, this.#look, 'long') })] : []),
        ...(differ.languages && own !== undefined ? [nameOfLanguage(own, language)] : []),
      ],
    };
  }

  /** The number of a copy with its day. */
  #label(copy: number): string {
    const saved = this.#comparison.copies[copy]?.saved;
    return saved === undefined ? say(this.#look.words.copyNumber, { number: copy + 1 }) : `${copy + 1} · ${dayIn(saved, this.#look, 'medium')}`;
  }

  /** The words of a copy, in its language. */
  #written(text: string, copy: number): Written {
    const { language, letters } = this.#look;
    const own = tagOf(this.#comparison.copies[copy]?.language);
    return { words: letters.prose(text), ...(own && own !== language ? { language: own } : {}) };
  }

  /** The copy whose words a question has: the last one that asks it. */
  #asking({ notAsked = [] }: { notAsked?: readonly number[] }): number {
    return this.#comparison.copies.findLastIndex((_, index) => !notAsked.includes(index));
  }

  #asked(row: RatingRow | ChangedAnswer): Pick<ComparedRating, 'part' | 'question'> {
    const copy = this.#asking(row);
    const part = row.sheet === undefined ? row.part : `${row.part} – ${row.sheet}`;
    return { part: this.#written(part, copy), question: this.#written(row.question, copy) };
  }

  #rating(row: RatingRow): ComparedRating {
    const { scale, ratings } = row;
    const [low, high] = scale.ends;
    const copy = this.#asking(row);
    return {
      ...this.#asked(row),
      from: scale.from,
      to: scale.to,
      ends: [this.#written(low, copy), this.#written(high, copy)],
      marks: ratings.map((rating, index) => ({ label: this.#label(index), ...this.#mark(row, rating, index) })),
    };
  }

  #mark({ scale, notAsked, otherScales, unclear }: RatingRow, rating: number | null, copy: number): Pick<ComparedRating['marks'][number], 'rating' | 'words'> {
    const { words, letters } = this.#look;
    const several = unclear?.find((one) => one.copy === copy);
    if (several) return { words: letters.prose(say(words.unclear, { answer: several.answer })) };
    if (rating === null) return { words: letters.prose(notAsked?.includes(copy) ? words.notAsked : words.notAnswered) };
    const other = otherScales?.find((one) => one.copy === copy)?.scale ?? (scale.to - scale.from > LONGEST_SCALE ? scale : undefined);
    return other ? { words: letters.prose(say(words.otherScale, { number: rating, from: other.from, to: other.to })) } : { rating };
  }

  /** Answers by what has happened to them; those of two people by whether both have answered. */
  #groups(): ComparedProps['changes'] {
    const { words, together } = this.#look;
    return groupsOf(this.#comparison.changes, together).map(({ kind, changes }) => ({
      title: words[kind],
      answers: changes.map((change) => this.#answer(change)),
    }));
  }

  /** How a question was asked before, or which of the two copies does not ask it. */
  #noteOn({ askedAs, notAsked }: ChangedAnswer, last: number): Pick<ComparedAnswer, 'note'> {
    const { words, letters } = this.#look;
    if (askedAs !== undefined) return { note: letters.prose(say(words.askedAs, { question: askedAs })) };
    const missing = [0, last].find((copy) => notAsked?.includes(copy));
    return missing === undefined ? {} : { note: letters.prose(`${this.#label(missing)}: ${words.notAsked}`) };
  }

  /** As much of an answer as is printed: ticks are, whole. */
  #printed({ ticked }: ChangedAnswer, answer: string, other: string): string {
    if (this.#look.whole || ticked) return answer;
    const { text, shortened } = firstLines(answer, other);
    if (shortened) this.shortened += 1;
    return text;
  }

  #answer(row: ChangedAnswer): ComparedAnswer {
    const { letters, language } = this.#look;
    const last = this.#comparison.copies.length - 1;
    const of = (answer: string, other: string, copy: number): ComparedAnswer['answers'] => {
      if (answer === '') return [];
      const text = this.#printed(row, answer, other);
      const own = tagOf(this.#comparison.copies[copy]?.language);
      return [{ label: this.#label(copy), ...(own && own !== language ? { language: own } : {}), paragraphs: letters.paragraphs(text) }];
    };
    return {
      ...this.#asked(row),
      ...this.#noteOn(row, last),
      answers: [...of(row.before, row.now, 0), ...of(row.now, row.before, last)],
    };
  }
}

/** The name of a language in a language; its tag where it has none. */
const nameOfLanguage = (tag: string, language: string): string => {
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
};

/** The words of the page of a comparison, and how many answers it does not have whole. */
export const pageOf = (comparison: Comparison, look: PageWords): { compared: ComparedProps; shortened: number } => {
  const page = new Page(comparison, look);
  return { compared: page.props(), shortened: page.shortened };
};
