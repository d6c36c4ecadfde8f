/** Reads all that flattening needs before anything is changed: after this, nothing in the file can make it fail. */
import type { PDFRef } from '@cantoo/pdf-lib';
import { type FilledField, type HiddenField, readFields } from '../answers/fields.ts';
import { type Objects, Unreadable } from '../answers/objects.ts';
import { LIMITS, TooLarge } from '../answers/limits.ts';
import { tooLargePdf } from '../answers/refusals.ts';
import { twoCopies } from '../answers/two-copies.ts';
import { brokenPdf, openPdf, type OpenedPdf, type PdfPage } from '../answers/open-filled.ts';
import { readQuestions } from '../answers/read-record.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import { captureConsole } from '../system/capture-console.ts';
import { shellWord } from '../system/shell-quote.ts';
import { choosePages, type PageChoice, sharedPages } from './choose-pages.ts';
import { withoutEarlierPages } from './earlier-pages.ts';
import { keepPages } from './keep-pages.ts';
import { type ScannedContent, scanContent } from './scan-content.ts';
import { type Element, type Leaf, type ReadTree, readTree } from './structure-tree.ts';

/** A field with its place in the reading order. */
export interface PlacedField {
  field: FilledField;
  element: Element;
  /** Index into the leaves of the structure tree. */
  order: number;
}

/** The content of a page that has fields. */
export interface PageContent {
  page: PdfPage;
  operators: string;
  scanned: ScannedContent;
  /** In reading order. */
  fields: PlacedField[];
  /** The elements of its marked content, by their ids. */
  owners: PDFRef[];
}

export interface FilledPdf {
  opened: OpenedPdf;
  tree: ReadTree;
  /** The pages that have fields, in order. */
  contents: PageContent[];
  /** The TrueType file of the fields; nothing where another program removed it. */
  fieldFont: Uint8Array | undefined;
  /** The filled fields that no page shows. */
  hidden: HiddenField[];
  /** The widgets that are on no page. */
  orphans: PDFRef[];
  /** How many annotations other programs added, such as notes and drawings. */
  foreign: number;
}

/**
 * Reads a filled PDF of this program.
 *
 * @param file its name, for the diagnostics
 * @param password tried where it does not open without one
 * @param choice the pages that are wanted; nothing is left of all others. Left out, all of them are
 */
export const readFilled = async (
  bytes: Uint8Array,
  file: string,
  password?: string,
  choice?: PageChoice,
): Promise<{ filled?: FilledPdf; diagnostics: Diagnostic[] }> => {
  const { opened, diagnostics } = await openPdf(bytes, file, password);
  if (!opened) return { diagnostics };
  try {
    const { result } = await captureConsole(() => {
      const own = withoutEarlierPages(opened);
      return choice ? readPages(own, choice, file) : readWhole(own, file);
    });
    if (result.filled || result.diagnostics.length > 0) return { ...result, diagnostics: [...diagnostics, ...result.diagnostics] };
    return {
      diagnostics: [
        error(
          'no-fields',
          `expected a PDF with fields, found one without: ${file}`,
          undefined,
          'a print-only copy, or one that has been flattened before, needs nothing',
          'if another program has turned its answers into drawings, give the copy from before that',
        ),
      ],
    };
  } catch (thrown) {
    // Its fields can be read: a copy of which another program has taken out the rest still has its answers.
    const way = `or carry its answers into a new copy, and flatten that one: mendbook build --answers ${/\.pdf$/i.test(file) ? shellWord(file) : '…'} -o new.pdf`;
    return { diagnostics: [thrown instanceof TooLarge ? tooLargePdf(file, thrown) : brokenPdf(file, thrown, way)] };
  }
};

/** Reads the pages that are wanted, once the others are cut away. */
const readPages = (opened: OpenedPdf, choice: PageChoice, file: string): { filled?: FilledPdf; diagnostics: Diagnostic[] } => {
  const { fields } = readFields(opened);
  if (fields.length === 0) return { diagnostics: [] };
  const mixed = twoCopies(opened, fields, file);
  if (mixed) return { diagnostics: [mixed] };
  const copy = { opened, tree: readTree(opened), fields, questions: readQuestions(opened) };
  const { indexes, diagnostics } = choosePages(copy, choice);
  if (!indexes) return { diagnostics };
  const shared = sharedPages(copy, indexes, choice);
  return { filled: readAll(keepPages(copy, indexes, choice)), diagnostics: shared };
};

/** Reads a document; nothing where it has no fields. */
const readWhole = (opened: OpenedPdf, file: string): { filled?: FilledPdf; diagnostics: Diagnostic[] } => {
  const found = readFields(opened);
  const mixed = twoCopies(opened, found.fields, file);
  if (mixed) return { diagnostics: [mixed] };
  return { ...(found.fields.length > 0 || found.hidden.length > 0 ? { filled: readAll(opened, found) } : {}), diagnostics: [] };
};

const readAll = (opened: OpenedPdf, found = readFields(opened)): FilledPdf => {
  const { objects, pages } = opened;
  const { fields, hidden, orphans } = found;
  const tree = readTree(opened);
  const orders = new Map(tree.leaves.flatMap((leaf, order) => (leaf.kind === 'object' ? [[leaf.object.toString(), order] as const] : [])));
  const placed = fields.map((field): PlacedField => {
    const order = orders.get(field.widget.toString());
    if (order === undefined) throw new Unreadable(`a field that screen readers are not told of: ${field.name}`);
    return { field, order, element: (tree.leaves[order] as Leaf).element };
  });
  const contents = pages.flatMap((page) => {
    const own = placed.filter(({ field }) => field.page === page).toSorted((one, other) => one.order - other.order);
    return own.length > 0 ? [contentOf(objects, page, own, tree)] : [];
  });
  const own = new Set(fields.map(({ dict }) => dict));
  const annotations = pages.flatMap(({ dict }) => objects.list(dict, 'Annots').map((entry) => objects.asDict(entry)));
  const foreign = annotations.filter((dict) => dict && !own.has(dict) && !['Link', 'Popup'].includes(objects.name(dict, 'Subtype') ?? '')).length;
  return { opened, tree, contents, fieldFont: fieldFontOf(opened), hidden, orphans, foreign };
};

const contentOf = (objects: Objects, page: PdfPage, fields: PlacedField[], tree: ReadTree): PageContent => {
  const value = objects.get(page.dict, 'Contents');
  const streams = objects.asList(value) ?? (value ? [value] : []);
  // One character a byte, so that offsets count bytes.
  const operators = streams.map((stream) => Buffer.from(objects.bytes(stream, LIMITS.content)).toString('latin1')).join('\n');
  const scanned = scanContent(operators);
  const key = objects.number(page.dict, 'StructParents');
  const owners = key === undefined ? undefined : objects.asList(tree.parents.get(key));
  if (!owners) throw new Unreadable(`a page whose content screen readers are not told of: ${page.index + 1}`);
  return { page, operators, scanned, fields, owners: owners as PDFRef[] };
};

/** The file of the font that the form names Fld (src/pdf/fields.ts), which was embedded whole. */
export const fieldFontOf = ({ objects, catalog }: OpenedPdf): Uint8Array | undefined => {
  const path = ['AcroForm', 'DR', 'Font', 'Fld', 'FontDescriptor'];
  const descriptor = path.reduce<ReturnType<Objects['dict']>>((dict, key) => dict && objects.dict(dict, key), catalog);
  const file = descriptor && objects.get(descriptor, 'FontFile2');
  try {
    return file ? objects.bytes(file) : undefined;
  } catch {
    return undefined;
  }
};
