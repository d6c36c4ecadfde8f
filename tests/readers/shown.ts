/** What of a field's text is seen on paper: the characters that are painted where the field lies. */
import { type Character, PdfiumDocument, type Rectangle } from './pdfium.ts';

export interface Shown {
  /** The letters in reading order, without spaces and hyphens; letters that were cut at the right edge are among them. */
  letters: string;
  /** How many letters are cut by the right edge of the field, or lie behind it. */
  cut: number;
}

/** Ink may reach so far beyond an edge and still be whole to the eye, in points. */
const HAIR = 0.4;

const inside = ({ box }: Character, [left, bottom, right, top]: Rectangle): boolean =>
  box[0] >= left - HAIR && box[2] <= right + HAIR && box[1] >= bottom - HAIR && box[3] <= top + HAIR;

/** Whether a letter is level with a field and hangs out of its right side, no further than the widest letter would. */
const overhangs = ({ box }: Character, [, bottom, right, top]: Rectangle, widest: number): boolean =>
  box[1] >= bottom - HAIR && box[3] <= top + HAIR && box[2] > right + HAIR && box[2] < right + widest;

/**
 * Prints a filled file and reads what the fields show.
 * @param widest Width of the widest letter typed, in points: further right a letter is not the field's
 * @returns The letters of each text field, by its name
 */
export const shownIn = async (bytes: Uint8Array, widest = 12): Promise<Map<string, Shown>> => {
  const document = await PdfiumDocument.open(bytes);
  const found = new Map<string, Shown>();
  for (let page = 0; page < document.pageCount; page += 1) {
    const widgets = document.widgets(page).filter(({ kind }) => kind === 'text');
    const printed = new Set(document.characters(page).map(place));
    document.flatten(page);
    const typed = document.characters(page).filter((character) => !printed.has(place(character)));
    for (const { name, rect } of widgets) {
      const others = widgets.filter((other) => other.name !== name);
      const own = typed.filter(
        (character) => inside(character, rect) || (overhangs(character, rect, widest) && !others.some((other) => inside(character, other.rect))),
      );
      found.set(name, {
        letters: lettersOf(own.map(({ text }) => text).join('')),
        cut: own.filter((character) => !inside(character, rect)).length,
      });
    }
  }
  document.close();
  return found;
};

const place = ({ text, box }: Character): string => `${text} ${box.map((length) => length.toFixed(2)).join(' ')}`;

/** A text as `shownIn` gives it: without spaces, and without hyphens, which PDFium takes for a word that was divided where they end a line. */
export const lettersOf = (text: string): string => text.replaceAll(/[\s\u0002\u00ad-]/g, '');
