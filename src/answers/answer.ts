/** Reads the answer in a text field: its value, or what a program wrote in place of one. */
import type { PDFDict, PDFRef } from '@cantoo/pdf-lib';
import { appearanceText, hasLettersOf } from './appearance-text.ts';
import type { Objects } from './objects.ts';
import { plainText } from './rich-text.ts';
import { withLineFeeds } from './text-string.ts';

export interface Answer {
  /** Line ends are line feeds; empty where nothing was filled in. */
  value: string;
  /** How a program has drawn it, where its letters can be read nowhere. */
  drawn: PDFRef | undefined;
  /** The file holds another answer, too. */
  unclear: boolean;
}

/**
 * Reads an answer: the value that is nearest, else the rich text, else what the appearance shows.
 *
 * @param line the field and what it inherits from
 * @param form the dictionary of the form
 */
export const readAnswer = (objects: Objects, line: readonly PDFDict[], form: PDFDict | undefined): Answer => {
  const values = line.flatMap((node) => objects.text(node, 'V') || objects.name(node, 'V') || []).map(withLineFeeds);
  const rich = line.flatMap((node) => objects.text(node, 'RV') || []).map((text) => withLineFeeds(plainText(text)));
  const [first, ...others] = [...values, ...rich].filter((text) => text.trim() !== '');
  const [dict] = line as [PDFDict];
  const shown = appearanceText(objects, dict, form);
  if (first === undefined)
    return shown
      ? { value: shown.whole ? shown.text : '', drawn: shown.whole ? undefined : shown.stream, unclear: false }
      : { value: values[0] ?? '', drawn: undefined, unclear: false };
  const told = [...others, ...(shown?.whole ? [shown.text] : [])];
  return { value: first, drawn: undefined, unclear: told.some((text) => !hasLettersOf(first, text)) };
};
