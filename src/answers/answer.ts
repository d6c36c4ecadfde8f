/** Reads the answer in a text field: its value, or what a program wrote in place of one. */
import type { PDFDict, PDFRef } from '@cantoo/pdf-lib';
import { appearanceText, hasLettersOf } from './appearance-text.ts';
import { valueOf } from './field-value.ts';
import type { Objects } from './objects.ts';
import { plainText } from './rich-text.ts';
import { withLineFeeds } from './text-string.ts';

export interface Answer {
  /** Line ends are line feeds; empty where nothing was filled in. */
  value: string;
  /** The appearance that a program drew, where its text cannot be read. */
  drawn: PDFRef | undefined;
  /** The file also holds a different answer. */
  unclear: boolean;
}

/**
 * Reads an answer: the nearest value in the lineage, else the rich text, else the text that the appearance shows.
 *
 * @param lineage the field and its ancestors, nearest first
 * @param form the dictionary of the form
 */
export const readAnswer = (objects: Objects, lineage: readonly PDFDict[], form: PDFDict | undefined): Answer => {
  const values = lineage.flatMap((node) => valueOf(objects, node) ?? []).map(withLineFeeds);
  const rich = lineage.flatMap((node) => objects.text(node, 'RV') || []).map((text) => withLineFeeds(plainText(text)));
  const [first, ...others] = [...values, ...rich].filter((text) => text.trim() !== '');
  const [dict] = lineage as [PDFDict];
  const shown = appearanceText(objects, dict, form);
  if (first === undefined)
    return shown
      ? { value: shown.whole ? shown.text : '', drawn: shown.whole ? undefined : shown.stream, unclear: false }
      : { value: values[0] ?? '', drawn: undefined, unclear: false };
  const told = [...others, ...(shown?.whole ? [shown.text] : [])];
  return { value: first, drawn: undefined, unclear: told.some((text) => !hasLettersOf(first, text)) };
};
