/** A filled PDF to one without fields: what was filled in is content of its pages, and is read in its place. */
import { createHash } from 'node:crypto';
import { PDFHeader, PDFHexString, PDFName, PDFStreamWriter, type PDFRef } from '@cantoo/pdf-lib';
import type { FilledText } from '../answers/fields.ts';
import { say } from '../content/phrase.ts';
import { Answers, type FlattenWords, type Overflow, paragraphsOf } from './draw-answers.ts';
import { addBookmark, addPages, restoreMarks, writeParents } from './catalog.ts';
import { cleaned } from './clusters.ts';
import { EndPages } from './end-pages.ts';
import type { Face } from './answer-font.ts';
import { openFaces } from './answer-fonts.ts';
import type { Fitted } from './fit.ts';
import { PageNumbers } from './numbers.ts';
import { PageEdit } from './page-edit.ts';
import type { FilledPdf, PlacedField } from './read.ts';
import { sweep } from './sweep.ts';

export interface Flattened {
  bytes: Uint8Array;
  pages: number;
  /** How many fields were written in, and how many boxes ticked. */
  answers: number;
  ticks: number;
  /** Answers that are longer than their boxes. */
  continued: { name: string; page: string; on: string }[];
  /** Answers with characters that no font has. */
  unseen: { name: string; page: string; characters: string[] }[];
}

type PlacedText = PlacedField & { field: FilledText };
const isText = (placed: PlacedField): placed is PlacedText => placed.field.kind === 'text';

/**
 * Flattens a filled PDF, which is changed by it. The same file gives the same bytes.
 *
 * @param words what is printed, in the language of the document
 */
export const flatten = async (filled: FilledPdf, words: FlattenWords): Promise<Flattened> => {
  const { opened, tree, contents } = filled;
  const { objects, pages } = opened;
  const { context } = objects;
  const placed = contents.flatMap(({ fields }) => fields);
  const texts = placed.filter(isText);
  const faces = await openFaces(filled.fieldFont, charactersOf(texts, words));
  const answers = new Answers(objects, faces, words, placed);
  const numbers = new PageNumbers(opened);

  // Everything is measured before anything is drawn: answers name the pages that they are continued on.
  const digits = String(numbers.next + texts.length).replaceAll(/\d/g, '0');
  const fits = new Map<PlacedField, Fitted | undefined>(texts.map((one) => [one, answers.fit(one.field, digits)]));
  const overflows = texts.flatMap((one): Overflow[] => {
    const fitted = fits.get(one);
    return fitted && fitted.rest.length > 0 ? [{ placed: one, fitted }] : [];
  });
  const [first] = overflows;
  const end = first && endPages(first);
  const continuedOn = new Map(
    overflows.map((overflow) => {
      const { field } = overflow.placed;
      return [
        overflow.placed as PlacedField,
        (end as EndPages).add({ label: field.label, from: say(words.continuedFrom, { page: numbers.of(field.page.index) }), paragraphs: overflow.fitted.rest })
          .number,
      ];
    }),
  );

  const edits = contents.map((content) => {
    const edit = new PageEdit(objects, content, tree);
    for (const one of content.fields) {
      if (isText(one)) answers.text(one, edit, fits.get(one), continuedOn.get(one));
      else if (one.field.kind === 'check') answers.check({ ...one, field: one.field }, edit);
    }
    return edit;
  });

  const fonts = new Map<Face, PDFRef>();
  // The numbers of the pages at the end are set when those are written: their characters have to be known before.
  const finishEnd = end?.draw();
  for (const face of faces.faces) if (face.used) fonts.set(face, face.embed(context));
  for (const edit of edits) edit.finish(fonts);
  if (end && finishEnd) {
    const resources = context.register(context.obj({ Font: Object.fromEntries([...fonts].map(([{ name }, ref]) => [name, ref])) }));
    finishEnd(resources, objects.ref(opened.catalog, 'Pages') as PDFRef);
    numbers.continue();
    addPages(opened, tree, end.pages, end.section);
    addBookmark(opened, words.continuedAnswers, end.pages[0] as (typeof end.pages)[number]);
  }
  removeFields(filled);
  const gone = new Set(placed.flatMap(({ field }) => objects.number(field.dict, 'StructParent') ?? []));
  writeParents(objects, tree, gone, [...contents.map(({ page, owners }) => ({ dict: page.dict, owners })), ...(end?.pages ?? [])]);
  restoreMarks(opened);
  sweep(context);

  const added = end?.pages.length ?? 0;
  return {
    bytes: await write(filled),
    pages: pages.length + added,
    answers: texts.filter((one) => fits.get(one)).length,
    ticks: placed.filter(({ field }) => field.kind === 'check' && field.on).length,
    continued: overflows.map(({ placed: one }) => ({ name: one.field.name, page: numbers.of(one.field.page.index), on: continuedOn.get(one) ?? '' })),
    unseen: texts.flatMap(({ field }) => {
      const missing = paragraphsOf(field.value, faces).flatMap((paragraph) => paragraph.flatMap((cluster) => (cluster.missing ? [cluster.text] : [])));
      return missing.length > 0 ? [{ name: field.name, page: numbers.of(field.page.index), characters: [...new Set(missing)] }] : [];
    }),
  };

  /** Pages that look like the last one of the document, and like the first answer on them. */
  function endPages({ placed: { field } }: Overflow): EndPages {
    const { width, height } = pages.at(-1) as (typeof pages)[number];
    const start = numbers.next;
    const made = new EndPages(context, faces, tree.document, { width, height, size: answers.sizeOf(field), color: field.color }, (index) =>
      String(start + index),
    );
    made.title(words.continuedAnswers);
    return made;
  }
};

/** Every character that may be set. */
const charactersOf = (texts: readonly PlacedText[], words: FlattenWords): Set<string> =>
  new Set([...texts.flatMap(({ field }) => [field.value, field.label]), ...Object.values(words), '0123456789… '].flatMap((text) => [...cleaned(text)]));

/** Takes the fields out of their pages, and the form out of the document. */
const removeFields = ({ opened: { objects, catalog }, contents }: FilledPdf): void => {
  for (const { page, fields } of contents) {
    const widgets = new Set(fields.map(({ field }) => field.widget));
    const kept = objects.list(page.dict, 'Annots').filter((entry) => !widgets.has(entry as PDFRef));
    if (kept.length > 0) page.dict.set(PDFName.of('Annots'), objects.context.obj(kept));
    else page.dict.delete(PDFName.of('Annots'));
  }
  catalog.delete(PDFName.of('AcroForm'));
};

/** The file id (ISO 32000-1, 14.4): the first half is the document’s, the second one says which state of it this is. */
const write = async ({ opened: { objects } }: FilledPdf): Promise<Uint8Array> => {
  const { context } = objects;
  context.header = PDFHeader.forVersion(1, 7);
  const [own] = objects.asList(context.trailerInfo.ID) ?? [];
  const hash = createHash('sha256');
  for (const [ref, value] of context.enumerateIndirectObjects()) hash.update(`${ref.toString()} ${value.toString()}\n`);
  const state = PDFHexString.of(hash.digest('hex').slice(0, 32));
  context.trailerInfo.ID = context.obj([own ?? state, state]);
  return PDFStreamWriter.forContext(context, Number.POSITIVE_INFINITY).serializeToBuffer();
};
