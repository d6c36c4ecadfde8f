/** Fills in a share of a book as people do, with the keys and clicks of PDFium: dates in dates, names in names, two sentences where there is room for them. */
import { PdfiumDocument, type Widget } from '../readers/pdfium.ts';
import { RawPdf } from '../readers/raw.ts';

/** How much of a book is filled in: of its spaces, of its lists and of its ratings. */
export const SHARES = { third: 1 / 3, half: 1 / 2, whole: 1 } as const;
export type Share = keyof typeof SHARES;

const SENTENCES = [
  'I kept the second account from you for two years.',
  'On Sunday we walked along the river and talked for an hour without shouting.',
  'My sister knows, and she has promised to listen when it gets too much.',
  'When the phone rings late, my stomach turns.',
  'I told you only when you had found the letters.',
  'It would help me to see the statements every month.',
  'The hardest thing was to hear that you had felt alone since spring.',
];
const WORDS = ['at the kitchen table', 'tired, but calmer', 'one hour, no more', 'lonely', 'a walk by the river'];
const NAMES = ['Katarzyna Mwangi', 'José Núñez', 'Amy Chen'];
/** The longest date that is written in digits. */
const DATE = '12/24/2026';

/** A rating in digits. */
const NUMBER = '7';

const DATED = /^(?:[^–]*, )?(?:an? |the |una? |el |la )?(?:by when|when|date|day|fecha|para cuándo|cuándo|día)(?: and time| y hora)?(?: –|$)/i;
const RATED = /\(0–10\)/;
const NAMED = /^(?:[^–]*, )?(?:(?:my |your )?name|who|dear|from|nombre|quién)\b/i;
/** A space that takes fewer characters is for a few words, and one that takes more for two sentences. */
const SHORT = 40;
const LONG = 60;

const from = (list: readonly string[], index: number): string => list[index % list.length] as string;

/** Whole words alone, as many as a field takes. */
const within = (text: string, most: number): string => (text.length <= most ? text : text.slice(0, text.slice(0, most + 1).lastIndexOf(' ')).trim());

/**
 * What somebody writes into a space.
 *
 * @param label its accessible name, which begins with the words beside it
 * @param most characters that it takes
 * @param index tells one space from the next
 */
export const answerTo = (label: string, most: number, index: number): string => {
  if (DATED.test(label)) return DATE;
  if (RATED.test(label)) return NUMBER;
  if (NAMED.test(label)) return within(from(NAMES, index), most);
  if (most < SHORT) return within(from(WORDS, index), most);
  const one = from(SENTENCES, index);
  return within(most < LONG ? one : `${one} ${from(SENTENCES, index + 3)}`, most);
};

/** Takes so many of a list, evenly. */
const some = <T>(list: readonly T[], share: number): T[] => list.filter((_, index) => Math.floor((index + 1) * share) > Math.floor(index * share));

/** Boxes of a list or of a rating have the same name up to their number. */
const listOf = ({ name }: Widget): string => name.replace(/_(?:\d+|other)$/, '');

/**
 * Fills in a PDF, and saves it.
 *
 * @returns the bytes of the filled copy
 */
export const fillIn = async (bytes: Uint8Array, share: Share): Promise<Uint8Array> => {
  const raw = await RawPdf.open(bytes);
  const limits = new Map(raw.pages.flatMap(({ annotations }) => annotations.map(({ dict }) => [raw.text(dict, 'T'), raw.number(dict, 'MaxLen')] as const)));
  const document = await PdfiumDocument.open(bytes);
  const widgets = Array.from({ length: document.pageCount }, (_, page) => document.widgets(page)).flat();
  const spaces = some(
    widgets.filter(({ kind }) => kind === 'text'),
    SHARES[share],
  );
  for (const [index, widget] of spaces.entries()) document.type(widget, answerTo(widget.label, limits.get(widget.name) ?? 0, index));
  const boxes = widgets.filter(({ kind }) => kind === 'check');
  const lists = some([...new Set(boxes.map(listOf))], SHARES[share]);
  for (const [index, list] of lists.entries()) {
    const own = boxes.filter((box) => listOf(box) === list);
    document.click(own[index % own.length] as Widget);
  }
  const saved = document.save();
  document.close();
  return saved;
};
