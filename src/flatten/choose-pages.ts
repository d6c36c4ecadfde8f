/** Finds the pages of a filled copy that are wanted: those of parts, by the questions that the copy says it asks, or those with certain numbers. */
import type { PDFDict } from '@cantoo/pdf-lib';
import type { FilledField } from '../answers/fields.ts';
import type { Objects } from '../answers/objects.ts';
import type { OpenedPdf } from '../answers/open-filled.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error, warning } from '../diagnostics/make.ts';
import { partHint } from '../diagnostics/part-hint.ts';
import { askedParts, isInPart } from '../record/asked-parts.ts';
import type { RecordedQuestion } from '../record/question-map.ts';
import { PageNumbers } from './page-labels.ts';
import type { Leaf, ReadTree } from './structure-tree.ts';

/** Which pages are wanted. */
export interface PageChoice {
  /** Parts by their ids, such as `apologize/my-apology`. */
  only?: readonly string[] | undefined;
  /** Numbers as they are printed on the pages, such as `36-38,40`. */
  pages?: string | undefined;
}

/** What is known of a copy before any of it is cut. */
export interface WholeCopy {
  opened: OpenedPdf;
  tree: ReadTree;
  fields: readonly FilledField[];
  /** What it says that it asks; nothing in copies of earlier versions. */
  questions: readonly RecordedQuestion[] | undefined;
}

/** The pages that are wanted, by their indexes from 0, or why there are none. */
export interface ChosenPages {
  indexes?: ReadonlySet<number>;
  diagnostics: Diagnostic[];
}

/** Finds the wanted pages. */
export const choosePages = (copy: WholeCopy, { only = [], pages }: PageChoice): ChosenPages => {
  // Whether all of both or what both name is meant, nobody can tell; and a page too many cannot be taken back once it is sent.
  if (only.length > 0 && pages !== undefined) {
    const message = 'expected options that go together, found --only with --pages: each of them says which pages are kept';
    return { diagnostics: [error('refused-combination', message, undefined, 'give one of them')] };
  }
  return pages === undefined ? byParts(copy, only) : byNumbers(copy.opened, pages);
};

const byNumbers = (opened: OpenedPdf, pages: string): ChosenPages => {
  const numbers = new PageNumbers(opened);
  const labels = opened.pages.map(({ index }) => numbers.of(index));
  const indexes = new Set<number>();
  const unknown: string[] = [];
  for (const range of pages.split(',').map((one) => one.trim())) {
    const [, first = range, last = first] = /^([^-]+)-([^-]+)$/.exec(range) ?? [];
    const [from, to] = [labels.indexOf(first.trim()), labels.indexOf(last.trim())];
    if (from < 0 || to < from) unknown.push(range);
    else for (let index = from; index <= to; index += 1) indexes.add(index);
  }
  if (unknown.length === 0) return { indexes, diagnostics: [] };
  const message = `expected numbers of pages in the copy, found "${unknown.join(',')}"`;
  const printed = labels.filter((label) => /^\d+$/.test(label));
  const range = printed.length > 0 ? `from ${printed[0]} to ${printed.at(-1)}, such as 3,5-7` : 'no page of this copy has one';
  return { diagnostics: [error('unknown-page', message, undefined, `they are printed at the foot of each page: ${range}`)] };
};

const byParts = ({ opened, tree, fields, questions }: WholeCopy, only: readonly string[]): ChosenPages => {
  if (!questions)
    return {
      diagnostics: [
        error(
          'unknown-page',
          'expected a copy that says which parts it has, found one of an earlier version',
          undefined,
          'give the numbers of its pages with --pages',
        ),
      ],
    };
  const known = askedParts(questions);
  const diagnostics = only
    .filter((part) => !known.includes(part))
    .map((part) => {
      return error(
        'unknown-page',
        `expected a part of the copy with questions in it, found "${part}"`,
        undefined,
        partHint(part, known),
        'any other page is given by its number, with --pages',
      );
    });
  if (diagnostics.length > 0) return { diagnostics };
  const placeOf = new Map(questions.flatMap(({ id, place, fields: own }) => own.map(([suffix]) => [id + suffix, place] as const)));
  const indexes = new Set(only.flatMap((part) => [...pagesOf(opened, tree, fields, placeOf, part)]));
  return { indexes, diagnostics };
};

/**
 * The pages of a part: those of its fields, and those of the section that it is, as far as no other part asks anything there. So a page that
 * only explains comes along.
 */
const pagesOf = (opened: OpenedPdf, tree: ReadTree, fields: readonly FilledField[], placeOf: ReadonlyMap<string, string>, part: string): Set<number> => {
  const own = fields.filter(({ name }) => isInPart(placeOf.get(name) ?? '', part));
  const widgets = new Set(own.map(({ widget }) => widget.toString()));
  const others = new Set(fields.filter((field) => !own.includes(field)).map(({ widget }) => widget.toString()));
  const leaves = new Map<PDFDict, Leaf[]>();
  for (const leaf of tree.leaves) {
    for (const section of sectionsAbove(opened.objects, leaf.element.dict)) {
      const known = leaves.get(section);
      if (known) known.push(leaf);
      else leaves.set(section, [leaf]);
    }
  }
  const whole = [...leaves.values()].filter((inside) => {
    const shown = inside.map((leaf) => (leaf.kind === 'object' ? leaf.object.toString() : ''));
    return shown.filter((widget) => widgets.has(widget)).length === widgets.size && !shown.some((widget) => others.has(widget));
  });
  // A worksheet that is all that its step asks is still not the step.
  const sizes = whole.map(({ length }) => length);
  const size = part.includes('/') ? Math.min(...sizes) : Math.max(...sizes);
  const section = whole.find(({ length }) => length === size) ?? [];
  const indexes = new Map(opened.pages.map(({ ref, index }) => [ref.toString(), index]));
  return new Set([...own.map(({ page }) => page.index), ...section.flatMap(({ page }) => indexes.get(page?.toString() ?? '') ?? [])]);
};

/** Warns of answers to other parts that stand on the chosen pages: whoever sends a page should know of all that is on it. */
export const sharedPages = ({ fields, questions = [] }: WholeCopy, indexes: ReadonlySet<number>, { only, pages }: PageChoice): Diagnostic[] => {
  if (!only || pages !== undefined) return [];
  const asked = new Map(questions.flatMap((question) => question.fields.map(([suffix]) => [question.id + suffix, question] as const)));
  const others = fields.filter(({ name, page, ...field }) => {
    const isFilled = field.kind === 'text' ? field.value.trim() !== '' || field.drawn !== undefined : field.on;
    return isFilled && indexes.has(page.index) && !only.some((part) => isInPart(asked.get(name)?.place ?? '', part));
  });
  const titles = new Set(others.map(({ name }) => asked.get(name)?.sheet ?? asked.get(name)?.part ?? name));
  if (titles.size === 0) return [];
  const message = `expected pages of that part alone, found answers to others on them: ${[...titles].join(', ')}`;
  return [warning('more-on-page', message, undefined, 'a page is kept whole, with all that is written on it: look at the new PDF before you send it')];
};

/** How deep elements are followed upwards. */
const DEEPEST = 100;

/** The sections that an element stands in, innermost first. */
const sectionsAbove = (objects: Objects, dict: PDFDict): PDFDict[] => {
  const sections: PDFDict[] = [];
  let above: PDFDict | undefined = dict;
  for (let depth = 0; above && depth < DEEPEST; depth += 1) {
    if (objects.name(above, 'S') === 'Sect') sections.push(above);
    above = objects.dict(above, 'P');
  }
  return sections;
};
