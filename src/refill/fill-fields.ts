/** Fills the fields of a finished copy: each gets its value, and an appearance in the typing font with every letter that a packaged font has. */
import { type PDFDict, PDFHexString, PDFName, PDFNumber, type PDFRef } from '@cantoo/pdf-lib';
import { NOT_ANSWER } from '../answers/appearance-text.ts';
import { onState } from '../answers/check-box.ts';
import { type FilledText, readFields } from '../answers/fields.ts';
import type { Objects } from '../answers/objects.ts';
import type { OpenedPdf } from '../answers/open-filled.ts';
import { shownField } from '../answers/shown-field.ts';
import { say } from '../content/phrase.ts';
import type { Face } from '../flatten/answer-font.ts';
import { openFaces } from '../flatten/answer-fonts.ts';
import { addBookmark, addPages, writeParents } from '../flatten/catalog.ts';
import { cleaned } from '../flatten/clusters.ts';
import { Answers, type FlattenWords, paragraphsOf } from '../flatten/draw-answers.ts';
import { EndPages } from '../flatten/end-pages.ts';
import { markEarlierPages } from '../flatten/earlier-pages.ts';
import type { Fitted } from '../flatten/fit-answer.ts';
import { background } from '../flatten/operators.ts';
import { PageNumbers } from '../flatten/page-labels.ts';
import { fieldFontOf } from '../flatten/read-filled.ts';
import { readTree } from '../flatten/structure-tree.ts';

/** Field flag DoNotScroll (ISO 32000-1, table 228). */
const DO_NOT_SCROLL = 1 << 23;

/** A text that goes into a field. */
interface Text {
  field: FilledText;
  value: string;
  fitted: Fitted | undefined;
}

/** What happened to the answers. */
export interface FilledIn {
  texts: number;
  ticks: number;
  pages: number;
  /** The fields whose answer goes on at the end, by their words and names. */
  continued: string[];
  /** Characters that no font has. */
  unshown: string[];
}

/**
 * Fills in a copy, in place.
 *
 * @param values by the names of fields
 * @param words what is printed where an answer goes on, in the language of the copy
 */
export const fillFields = async (opened: OpenedPdf, values: ReadonlyMap<string, string | true>, words: FlattenWords): Promise<FilledIn> => {
  const { objects, catalog, pages } = opened;
  const { context } = objects;
  const { fields } = readFields(opened);
  const given = fields.flatMap((field) => {
    const value = values.get(field.name);
    return field.kind === 'text' && typeof value === 'string' ? [{ field, value }] : [];
  });
  const characters = new Set(
    [...given.flatMap(({ field, value }) => [value, field.label]), ...Object.values(words), '0123456789… '].flatMap((text) => [...cleaned(text)]),
  );
  const faces = await openFaces(fieldFontOf(opened), characters);
  const answers = new Answers(
    objects,
    faces,
    words,
    fields.map((field) => ({ field })),
  );
  const numbers = new PageNumbers(opened);
  const digits = String(numbers.next + given.length).replaceAll(/\d/g, '0');
  const texts = given.map(({ field, value }): Text => ({ field, value, fitted: answers.fit({ ...field, value }, digits) }));

  const long = texts.filter(({ fitted }) => fitted && fitted.rest.length > 0);
  const tree = long.length > 0 ? readTree(opened) : undefined;
  const [first] = long;
  const start = numbers.next;
  const { width, height } = pages.at(-1) as (typeof pages)[number];
  const end =
    first &&
    tree &&
    new EndPages(context, faces, tree.document, { width, height, size: answers.sizeOf(first.field), color: first.field.color }, (index) =>
      String(start + index),
    );
  end?.title(words.continuedAnswers);
  const continuedOn = new Map(
    long.map(({ field, fitted }) => {
      const from = say(words.continuedFrom, { page: numbers.of(field.page.index) });
      return [field.name, end?.add({ label: field.label, from, paragraphs: fitted?.rest ?? [] }).number];
    }),
  );

  const contents = texts.map((text) => [text, contentOf(text, answers, continuedOn.get(text.field.name))] as const);
  const finishEnd = end?.draw();
  const fonts = new Map<Face, PDFRef>(faces.faces.filter((face) => face.used).map((face) => [face, face.embed(context)]));
  const resources = context.register(context.obj({ Font: Object.fromEntries([...fonts].map(([{ name }, ref]) => [name, ref])) }));
  for (const [text, content] of contents) write(objects, text, content, resources);
  if (end && finishEnd && tree) {
    finishEnd(resources, objects.ref(catalog, 'Pages') as PDFRef);
    markEarlierPages(opened, end.pages);
    numbers.continue();
    addPages(opened, tree, end.pages, end.section);
    addBookmark(opened, words.continuedAnswers, end.pages[0] as (typeof end.pages)[number]);
    writeParents(objects, tree, new Set(), end.pages);
  }
  const unshown = [
    ...new Set(
      texts.flatMap(({ value }) => paragraphsOf(value, faces).flatMap((clusters) => clusters.flatMap(({ text, missing }) => (missing ? [text] : [])))),
    ),
  ];
  const ticked = fields.filter((field) => field.kind === 'check' && values.get(field.name) === true);
  for (const { dict } of ticked) tick(objects, dict);
  return {
    texts: texts.length,
    ticks: ticked.length,
    pages: pages.length + (end?.pages.length ?? 0),
    continued: long.map(({ field }) => shownField(field)),
    unshown,
  };
};

/** The operators of an appearance: the ground that hides the ruled lines, then the words. */
const contentOf = ({ field, fitted }: Text, answers: Answers, page: string | undefined): string => {
  const { rect, multiline, color } = field;
  const own = { left: 0, bottom: 0, right: rect.right - rect.left, top: rect.top - rect.bottom };
  const ground = field.background ? `q\n${background(field.background, 0, 0, own.right, own.top)}\nQ\n` : '';
  if (!fitted) return '/Tx BMC\nEMC';
  const words = answers.lines({ rect: own, multiline, color }, fitted, page, (operators) => `/${NOT_ANSWER} BMC\n${operators}\nEMC`);
  return `${ground}/Tx BMC\nq\n0 0 ${own.right} ${own.top} re W n\n${words}\nQ\nEMC`;
};

const write = ({ context }: Objects, { field: { dict, rect, most }, value, fitted }: Text, content: string, resources: PDFRef): void => {
  dict.set(PDFName.of('V'), PDFHexString.fromText(value));
  const letters = [...value].length;
  // A program that reads the field must not cut what is longer: then it takes as much, and can be scrolled.
  if (most !== undefined && value.length > most) dict.set(PDFName.of('MaxLen'), PDFNumber.of(Math.max(letters, value.length)));
  if (fitted && fitted.rest.length > 0) {
    const flags = dict.lookupMaybe(PDFName.of('Ff'), PDFNumber)?.asNumber() ?? 0;
    dict.set(PDFName.of('Ff'), PDFNumber.of(flags & ~DO_NOT_SCROLL));
  }
  const appearance = context.flateStream(content, {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, rect.right - rect.left, rect.top - rect.bottom],
    Resources: resources,
  });
  dict.set(PDFName.of('AP'), context.obj({ N: context.register(appearance) }));
};

/** Ticks a box by the name of its state. */
const tick = (objects: Objects, dict: PDFDict): void => {
  const state = PDFName.of(onState(objects, dict));
  dict.set(PDFName.of('V'), state);
  dict.set(PDFName.of('AS'), state);
};
