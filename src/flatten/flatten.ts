/** Flattens a filled PDF: what was filled in becomes content of its pages, read in the place of its field. */
import { createHash } from 'node:crypto';
import { PDFHeader, PDFHexString, PDFName, PDFStreamWriter, type PDFDict, type PDFRef } from '@cantoo/pdf-lib';
import type { FilledField, FilledText } from '../answers/fields.ts';
import type { NamedField } from '../answers/shown-field.ts';
import type { FlatAnswers } from '../record/flat-answers.ts';
import { say } from '../content/phrase.ts';
import { Answers, type FlattenWords, type Overflow, paragraphsOf } from './draw-answers.ts';
import { addBookmark, addPages, restoreMarks, writeParents } from './catalog.ts';
import { cleaned } from './clusters.ts';
import { cutEmoji } from '../answers/damaged-emoji.ts';
import { EndPages } from './end-pages.ts';
import type { Face } from './answer-font.ts';
import { openFaces } from './answer-fonts.ts';
import { removeExtras } from './extras.ts';
import type { Fitted } from './fit-answer.ts';
import { PageNumbers } from './page-labels.ts';
import { PageEdit } from './page-edit.ts';
import type { FilledPdf, PlacedField } from './read-filled.ts';
import { removeUnreachable } from './remove-unreachable.ts';

/** An answer, by its field and the number of its page. */
export interface Told extends NamedField {
  page: string;
}

export interface Flattened {
  bytes: Uint8Array;
  pages: number;
  /** How many text fields were filled in, and how many boxes ticked. */
  answers: number;
  ticks: number;
  /** Answers that are longer than their boxes: those continued on pages at the end, and those set closer or smaller. */
  continued: (Told & { on: string })[];
  smaller: Told[];
  /** Answers with characters that no font has. */
  unseen: (Told & { characters: string[] })[];
  /** Answers with emoji that a program damaged, and what these probably were. */
  cut: (Told & { emoji: string[] })[];
  /** Filled fields that no page shows, which are not in the copy. The page is left out where it is not known. */
  hidden: (NamedField & { page?: string })[];
  /** Fields for which the file holds two different values. */
  unclear: Told[];
  /** What is not in the copy though it was in the file, such as scripts. */
  leftOut: string[];
  /** Answers whose text cannot be read: they are in the copy as a program drew them. */
  asDrawn: Told[];
}

type PlacedText = PlacedField & { field: FilledText };
const isText = (placed: PlacedField): placed is PlacedText => placed.field.kind === 'text';

/**
 * Flattens a filled PDF, in place. The same file gives the same bytes.
 *
 * @param words the printed phrases, in the language of the document
 * @param archive whether it is to conform to PDF/A-2a; what does not is found by `againstArchive` (archive.ts)
 */
export const flatten = async (filled: FilledPdf, words: FlattenWords, archive = false): Promise<Flattened> => {
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
  const leftOut = removeExtras(opened, answersIn(placed.map(({ field }) => field)));
  const gone = new Set([...placed.map(({ field }) => field.dict), ...emptyElements(filled)].flatMap((dict) => objects.number(dict, 'StructParent') ?? []));
  writeParents(objects, tree, gone, [...contents.map(({ page, owners }) => ({ dict: page.dict, owners })), ...(end?.pages ?? [])]);
  restoreMarks(opened, archive);
  removeUnreachable(context);

  const added = end?.pages.length ?? 0;
  const told = ({ field }: PlacedField): Told => ({ name: field.name, label: field.label, page: numbers.of(field.page.index) });
  const emoji = new Map(texts.map((one) => [one, cutEmoji(one.field.value)]));
  return {
    bytes: await write(filled),
    pages: pages.length + added,
    answers: texts.filter((one) => fits.get(one) ?? one.field.drawn).length,
    ticks: placed.filter(({ field }) => field.kind === 'check' && field.on).length,
    continued: overflows.map(({ placed: one }) => ({ ...told(one), on: continuedOn.get(one) ?? '' })),
    smaller: texts.filter((one) => fits.get(one)?.longer && !continuedOn.has(one)).map(told),
    unseen: texts.flatMap((one) => {
      const cut = new Set(['\u200D', '\uFE0F', ...(emoji.get(one) ?? []).map((found) => found.cut.normalize('NFC'))]);
      const missing = paragraphsOf(one.field.value, faces).flatMap((paragraph) =>
        paragraph.flatMap((cluster) => (cluster.missing && [...cluster.text].some((character) => !cut.has(character)) ? [cluster.text] : [])),
      );
      return missing.length > 0 ? [{ ...told(one), characters: [...new Set(missing)] }] : [];
    }),
    cut: texts.flatMap((one) => {
      const found = emoji.get(one) ?? [];
      return found.length > 0 ? [{ ...told(one), emoji: found.map(({ whole }) => whole) }] : [];
    }),
    hidden: filled.hidden.map(({ name, label, page }) => ({ name, label, ...(page === undefined ? {} : { page: numbers.of(page) }) })),
    unclear: placed.filter(({ field }) => field.unclear).map(told),
    leftOut,
    asDrawn: texts.filter(({ field }) => field.drawn).map(told),
  };

  /** Makes end pages of the size of the document's last page, in the font size of the first answer on them. */
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

/** All characters that may be set. */
const charactersOf = (texts: readonly PlacedText[], words: FlattenWords): Set<string> =>
  new Set([...texts.flatMap(({ field }) => [field.value, field.label]), ...Object.values(words), '0123456789… '].flatMap((text) => [...cleaned(text)]));

/** Empties the structure elements of fields that are on no page, so that nothing refers to them; returns their widgets. */
const emptyElements = ({ opened: { objects }, tree, orphans }: FilledPdf): PDFDict[] => {
  const gone = new Set(orphans.map(String));
  for (const leaf of tree.leaves)
    if (leaf.kind === 'object' && gone.has(leaf.object.toString())) {
      const { dict } = leaf.element;
      dict.set(PDFName.of('K'), objects.context.obj([]));
      dict.set(PDFName.of('A'), objects.context.obj({ O: 'PrintField', Role: 'tv', Desc: PDFHexString.fromText(objects.text(dict, 'Alt') ?? '') }));
    }
  return orphans.flatMap((ref) => objects.asDict(ref) ?? []);
};

/** Removes the fields from their pages, and the form from the document. */
const removeFields = ({ opened: { objects, catalog }, contents }: FilledPdf): void => {
  for (const { page, fields } of contents) {
    const widgets = new Set(fields.map(({ field }) => field.widget));
    const kept = objects.list(page.dict, 'Annots').filter((entry) => !widgets.has(entry as PDFRef));
    if (kept.length > 0) page.dict.set(PDFName.of('Annots'), objects.context.obj(kept));
    else page.dict.delete(PDFName.of('Annots'));
  }
  catalog.delete(PDFName.of('AcroForm'));
};

/** Writes the file with a file id (ISO 32000-1, 14.4): its first half is the document’s, its second half identifies this version. */
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

/** What was filled in, by the names of the fields. */
const answersIn = (fields: readonly FilledField[]): FlatAnswers =>
  Object.fromEntries(
    fields.flatMap((field): [string, string | true][] => {
      if (field.kind === 'check') return field.on ? [[field.name, true]] : [];
      return field.value.trim() === '' ? [] : [[field.name, field.value]];
    }),
  );
