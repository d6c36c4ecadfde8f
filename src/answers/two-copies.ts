/** Finds out whether a program has put two copies into one file: nobody can tell then whose answers are whose. */
import { counted } from '../diagnostics/counted.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import { decodeRecord } from '../record/copy-record.ts';
import { decodeAnswers } from '../record/flat-answers.ts';
import type { FilledField } from './fields.ts';
import { NAMED, type OpenedPdf } from './open-filled.ts';
import { readEach } from './read-record.ts';

/**
 * The name that a field had before programs put it beside another one of that name: qpdf writes `today_hope+1`, pdftk `1.today_hope`.
 * Nothing where it is no name of this program even so.
 */
const ownName = (name: string): string | undefined => {
  const own = name.slice(name.lastIndexOf('.') + 1).replace(/\+\d+$/, '');
  return NAMED.test(own) ? own : undefined;
};

/** What fields have in common that stand in one place of two copies, whatever a program calls the second. */
const placeOf = ({ label, rect }: FilledField): string =>
  JSON.stringify([label, ...[rect.left, rect.bottom, rect.right, rect.top].map((edge) => Math.round(edge))]);

/** How many fields are there twice: on two pages, or on one where nearly all are; single ones on one page are an accident of other programs. */
const doubled = (fields: readonly FilledField[]): number => {
  const byPlace = new Map(fields.flatMap((field) => (NAMED.test(field.name) ? [[placeOf(field), field.name] as const] : [])));
  const pagesOf = new Map<string, number[]>();
  for (const field of fields) {
    const name = ownName(field.name) ?? byPlace.get(placeOf(field)) ?? field.name;
    pagesOf.set(name, [...(pagesOf.get(name) ?? []), field.page.index]);
  }
  const twice = [...pagesOf.values()].filter((pages) => pages.length > 1);
  const isApart = twice.some((pages) => new Set(pages).size > 1);
  return isApart || (twice.length > pagesOf.size / 2 && pagesOf.size > 1) ? twice.length : 0;
};

/** How many copies the pages with answers are of: each page has the record of its copy, and of a flat copy all answers. */
const copiesOfPages = ({ objects, pages }: OpenedPdf, fields: readonly FilledField[]): number => {
  const different = (parts: readonly unknown[]): number => new Set(parts.map((part) => JSON.stringify(part))).size;
  // What is on a page without fields, such as one from a copy to print, is nobody's answer.
  const filled = [...new Set(fields.map(({ page }) => page))];
  const toFill = Math.max(filled.length > 0 ? 1 : 0, different(readEach({ objects, pages: filled }, 'Copy', decodeRecord)));
  return toFill + different(readEach({ objects, pages }, 'Answers', decodeAnswers));
};

/**
 * An error where a file has the pages of two copies, or a page twice; nothing where pages of one copy were taken out or put in another order.
 *
 * @param file its name
 */
export const twoCopies = (opened: OpenedPdf, fields: readonly FilledField[], file: string): Diagnostic | undefined => {
  const twice = doubled(fields);
  const copies = copiesOfPages(opened, fields);
  if (twice === 0 && copies < 2) return undefined;
  const found = twice > 0 ? `${counted(twice, 'field')} twice` : `pages of ${copies}`;
  return error(
    'two-copies',
    `expected one copy in a file, found ${found}: ${file}`,
    undefined,
    'two copies were put into one file, or a page is there twice, which mixes answers: give each copy by itself',
  );
};
