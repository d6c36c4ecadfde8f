/** Makes the bytes of a PDF from an edition of a workbook and a theme. */
import type { Workbook } from '../content/workbook.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { HelpLines } from '../content/help-line.ts';
import type { ComparedProps } from '../kit/compared.ts';
import type { Practice } from '../kit/practice.ts';
import { sessionWords } from '../content/personal-words.ts';
import type { Strings } from '../content/strings.ts';
import type { Template } from '../kit/template.ts';
import type { Theme } from '../kit/theme.ts';
import type { Book, BookOptions, BookPage } from '../layout/book.tsx';
import type { Face, LayoutRun } from '../layout/lay-out.ts';
import type { LookedBefore } from '../layout/misplaced.ts';
import type { OnProgress } from '../layout/progress.ts';
import type { SheetCache } from '../layout/sheet-cache.ts';
import type { DrawnPages } from '../pdf/drawn-pages.ts';
import type { KeptParts } from '../pdf/kept-parts.ts';
import type { FieldReport } from '../pdf/fields.ts';
import type { FirstPage } from '../pdf/first-page.ts';
import type { CopyRecord } from '../record/copy-record.ts';
import { encodeQuestions } from '../record/question-map.ts';
import type { FontFiles } from '../theme/fonts.ts';
import { TemplateNotes } from '../template/build-notes.ts';
import { type AskedOptions, DEFAULTS } from '../options/option-values.ts';
import { discreetBookmarks } from './discreet.ts';
import { kindOf, partsOnDisk } from './parts-on-disk.ts';
import { questionsOf } from './questions-of.ts';
import { recordOf } from './record-of.ts';
import type { ResolvedBeside } from './resolve-options.ts';

/** How many pages a sheet has that is folded once. */
const FOLDED = 4;

export interface PdfOptions {
  edition: Workbook;
  template: Template;
  /** The names of the shipped templates that its components are of; nothing where one is of another template. */
  shippedTemplates?: readonly string[] | undefined;
  /** Collects the faults of the template's components; none where they came with the program. */
  notes?: TemplateNotes | undefined;
  theme: Theme;
  fonts: FontFiles;
  strings: Strings;
  helpLines?: HelpLines | undefined;
  /** The practice that the copy names; none in a discreet one. */
  practice?: Practice | undefined;
  /** The texts that were read, where all of them came with the program and are as they came: before any name was put into them. */
  shippedTexts?: unknown;
  /** Whether an earlier run has read them, as they are. */
  readBefore?: boolean | undefined;
  /** The options that the edition and the theme were made with. */
  options: Omit<AskedOptions, 'practice'> & Pick<ResolvedBeside, 'loadedPacket'>;
  /** Filled copies to compare: pages that are no book, and say nothing of themselves. */
  compared?: ComparedProps;
  /** What its record says of it alone: the sign of its client, and of a copy from a list its digest. */
  copy?: CopyRecord['copy'];
}

export interface MadePdf {
  bytes: Buffer;
  fields: FieldReport[];
  /** How many pages it has. */
  pages: number;
  /** For each page or worksheet, `section` or `section/worksheet`, the index of the page that it begins on; and the number of each page. */
  places: { starts: ReadonlyMap<string, number>; labels: readonly string[] };
  /** Features that the engine does not know, for each sheet that react-pdf laid out instead. */
  unknown: string[];
  /** The first page, given where it will be written again under other names. */
  first?: FirstPage;
}

/** What consecutive builds of one process keep. */
export interface BuildMemory {
  sheets: SheetCache;
  pages: DrawnPages;
  parts: KeptParts;
  /** What was found in units of pages. */
  looked?: LookedBefore;
  /** The kinds of books that were begun: of each, the first takes what is kept on disk. */
  begun?: Set<string>;
}

/** Options of one layout; `again` says that its first page will be written again under other names. */
export type PdfRun = Pick<LayoutRun, 'signal' | 'reactPdf'> & {
  memory?: BuildMemory | undefined;
  progress?: OnProgress | undefined;
  again?: boolean | undefined;
};

/** Loads the modules that make a PDF; they take longest, so they load while the content is read. */
export const loadEngine = () => Promise.all([import('../layout/book.tsx'), import('../layout/lay-out.ts'), import('../pdf/write.ts')]);

/** An empty memory, for consecutive builds. */
export const newMemory = async (): Promise<BuildMemory> => {
  const [{ SheetCache: Sheets }, { DrawnPages: Pages }, { KeptParts: Parts }] = await Promise.all([
    import('../layout/sheet-cache.ts'),
    import('../pdf/drawn-pages.ts'),
    import('../pdf/kept-parts.ts'),
  ]);
  return { sheets: new Sheets(), pages: new Pages(), parts: new Parts(), looked: new WeakMap(), begun: new Set() };
};

/** The faces that the words of a theme are set in. */
export const facesOf = (theme: Theme, fonts: FontFiles): Face[] => [
  { family: theme.fonts.text, weight: 400, file: fonts.text.regular },
  { family: theme.fonts.text, weight: 700, file: fonts.text.bold },
  { family: theme.fonts.title, weight: 600, file: fonts.title },
  { family: theme.fonts.note, weight: 400, file: fonts.note },
  { family: theme.fonts.note, weight: 700, file: fonts.text.bold },
];

/** The options of the layout. */
export const bookOptions = ({ edition, template, theme, strings, helpLines, practice, options, compared }: PdfOptions): BookOptions => {
  const { name, session, country, discreet, binding, twoSided, edition: kind, largePrint, paper } = { ...DEFAULTS, ...options };
  return {
    workbook: edition,
    template,
    setting: { theme, strings, ...(helpLines ? { helpLines } : {}), ...(practice ? { practice } : {}) },
    shorten: largePrint || paper === 'a5',
    notesAlone: kind === 'notes',
    mirrored: binding !== 'none' || twoSided,
    ...(binding === 'booklet' ? { pagesMultipleOf: FOLDED } : {}),
    ...(name ? { preparedFor: session ? `${name} · ${sessionWords(session, strings, edition.language, country)}` : name } : {}),
    ...(discreet ? { discreet } : {}),
    ...(compared ? { compared } : {}),
  };
};

/** Whether a process makes the first book of its kind, whose parts are not in its memory. */
const isFirst = (ready: PdfOptions, { begun }: BuildMemory): boolean => {
  const kind = kindOf(ready);
  if (!begun || begun.has(kind)) return false;
  begun.add(kind);
  return true;
};

/**
 * Lays out an edition and writes it.
 * @param run the cache of earlier builds, the signal that ends it, and the callback for progress
 * @returns the PDF, or why it cannot be made
 * @throws the reason of the signal, when it was aborted
 */
export const makePdf = async (
  ready: PdfOptions,
  { memory, signal, reactPdf, progress, again }: PdfRun = {},
): Promise<{ pdf?: MadePdf; diagnostics: Diagnostic[] }> => {
  const { edition, notes = new TemplateNotes(), theme, fonts, strings, options, shippedTexts, shippedTemplates, compared } = ready;
  const [{ makeBook }, { keepWordsOf, registerFaces }, { writePdf }] = await loadEngine();
  signal?.throwIfAborted();
  const faces = facesOf(theme, fonts);
  await registerFaces(faces);
  const { discreet, flat } = { ...DEFAULTS, ...options };
  const lost: string[] = [];
  const unknown: string[] = [];
  const onDisk = reactPdf || (memory && !isFirst(ready, memory)) ? undefined : await partsOnDisk(ready, faces);
  const { book, diagnostics } = await makeBook({
    ...bookOptions(ready),
    memory: memory?.sheets,
    kept: onDisk?.sheets,
    signal,
    reactPdf,
    unknown,
    lost,
    progress,
  }).catch((thrown: unknown) => {
    signal?.throwIfAborted();
    return faultOfTemplate(thrown, notes);
  });
  const faults = await faultsOfTemplate(lost, notes);
  // What came with the program has none: its own tests see to that.
  if (book && faults.length === 0 && !(shippedTexts && shippedTemplates)) faults.push(...(await faultsOnPages(book.pages, notes, memory?.looked)));
  if (faults.length > 0) memory?.sheets.forget();
  if (!book || faults.length > 0) return { diagnostics: [...faults, ...diagnostics] };
  signal?.throwIfAborted();
  const { title, language, date, author, subject } = edition;
  const { bytes, fields, first } = await writePdf(book, {
    info: {
      title,
      language,
      date: documentDate(date),
      ...(author ? { author } : {}),
      ...(subject ? { subject } : {}),
      unnamed: discreet || compared !== undefined,
    },
    fieldFont: fonts.field,
    flat,
    ...(compared
      ? {}
      : { record: (written) => ({ copy: recordOf(edition, options, ready), questions: encodeQuestions(questionsOf(edition, written), discreet) }) }),
    progress,
    again,
    kept: memory,
    onDisk: onDisk?.streams,
    spent: memory === undefined,
    ...(discreet ? { bookmarkTitle: discreetBookmarks(strings) } : {}),
  });
  const places = { starts: book.destinations, labels: book.pages.map(({ label }) => label) };
  // What stands on the cover and at the foot of pages says nothing of anybody either.
  if (shippedTexts && !memory) keepWordsOf(faces, [shippedTexts, places.labels, edition.edition?.marks]);
  // What a process takes from its memory is not among the parts.
  if (!memory) onDisk?.keep();
  return { pdf: { bytes, fields, pages: book.pages.length, places, unknown, ...(first ? { first } : {}) }, diagnostics };
};

/**
 * Lays out the cover of a finished book with another name.
 * @returns the page; nothing where `makePdf` would report a problem
 * @throws the reason of the signal, when it was aborted
 */
export const makeCoverPage = async (ready: PdfOptions, signal?: AbortSignal): Promise<BookPage | undefined> => {
  const { notes = new TemplateNotes() } = ready;
  const [{ makeCover }] = await loadEngine();
  const lost: string[] = [];
  const made = await makeCover({ ...bookOptions(ready), signal, lost }).catch(() => {
    signal?.throwIfAborted();
    return undefined;
  });
  const faults = await faultsOfTemplate(lost, notes);
  const page = made?.diagnostics.length === 0 ? made.page : undefined;
  return page && [...faults, ...(await faultsOnPages([page], notes))].length === 0 ? page : undefined;
};

/** Reports an error in a user's component, or one caused by a fault found before. Any other error is the program's own, and is thrown. */
const faultOfTemplate = async (thrown: unknown, notes: TemplateNotes): Promise<{ book?: undefined; diagnostics: Diagnostic[] }> => {
  const { blame } = await import('../template/components.ts');
  const fault = blame(thrown);
  if (fault) return { diagnostics: [fault] };
  const faults = notes.takeFaults();
  if (faults.length > 0) return { diagnostics: faults };
  const { blameLast } = await import('../template/page-faults.ts');
  const last = blameLast(thrown, notes);
  if (!last) throw thrown;
  return { diagnostics: [last] };
};

/** Faults of a user's components that did not stop them. */
const faultsOfTemplate = async (lost: readonly string[], notes: TemplateNotes): Promise<Diagnostic[]> => {
  if (lost.length > 0) {
    const { lostText } = await import('../template/page-faults.ts');
    for (const text of lost) notes.fault(lostText(text, notes));
  }
  // Node reports unhandled rejections between two turns of the event loop.
  await new Promise((resume) => setImmediate(resume));
  return notes.takeFaults();
};

/** Faults of fields and characters on finished pages, which only a user's components can cause. */
const faultsOnPages = async (pages: Book['pages'], notes: TemplateNotes, before?: LookedBefore): Promise<Diagnostic[]> => {
  const { misplacedOn } = await import('../layout/misplaced.ts');
  const { fields, letters } = misplacedOn(pages, before);
  if (fields.length + letters.size === 0) return [];
  const { misplaced, missingLetter } = await import('../template/page-faults.ts');
  return [...fields.map((field) => misplaced(field, notes)), ...[...letters].map(([letter, page]) => missingLetter(letter, page, notes))];
};

/** The last second that a PDF date can express: its years have four digits (ISO 32000-1, 7.9.4). */
const LAST_SECOND = Date.UTC(9999, 11, 31, 23, 59, 59) / 1000;

/** The date in the PDF: the content's, or SOURCE_DATE_EPOCH (reproducible-builds.org), never the clock's. */
export const documentDate = (date: string): Date => {
  const epoch = process.env.SOURCE_DATE_EPOCH;
  return epoch && /^\d+$/.test(epoch) && Number(epoch) <= LAST_SECOND ? new Date(Number(epoch) * 1000) : new Date(`${date}T00:00:00Z`);
};
