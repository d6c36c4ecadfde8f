/** From an edition of a workbook and a theme to the bytes of a PDF. */
import type { Workbook } from '../content/workbook.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { HelpLines } from '../content/help-line.ts';
import type { Practice } from '../kit/practice.ts';
import type { Strings } from '../content/strings.ts';
import type { Template } from '../kit/template.ts';
import type { Theme } from '../kit/theme.ts';
import type { Book, BookOptions, BookPage } from '../layout/book.tsx';
import type { LayoutRun } from '../layout/engine.ts';
import type { OnProgress } from '../layout/progress.ts';
import type { SheetCache } from '../layout/sheet-cache.ts';
import type { FieldReport } from '../pdf/fields.ts';
import type { FirstPage } from '../pdf/first-page.ts';
import type { FontFiles } from '../theme/fonts.ts';
import { TemplateNotes } from '../template/build-notes.ts';
import { type AskedOptions, DEFAULTS } from '../options/option-values.ts';
import { discreetBookmarks } from './discreet.ts';

/** The four pages of a sheet that is folded once. */
const FOLDED = 4;

export interface PdfOptions {
  edition: Workbook;
  template: Template;
  /** What the components of the template note; none where they are the program's own. */
  notes?: TemplateNotes | undefined;
  theme: Theme;
  fonts: FontFiles;
  strings: Strings;
  helpLines?: HelpLines | undefined;
  /** Whose name the copy carries; none in a discreet one. */
  practice?: Practice | undefined;
  /** As the edition and the theme were made with. */
  options: Omit<AskedOptions, 'practice'>;
}

export interface MadePdf {
  bytes: Buffer;
  fields: FieldReport[];
  /** How many pages it has. */
  pages: number;
  /** What about sheets, each, the engine does not know, so that react-pdf laid them out. */
  unknown: string[];
  /** Given where it is to be written again under other names. */
  first?: FirstPage;
}

/** What a run of the layout goes by, and whether its first page is to be written again. */
export type PdfRun = Pick<LayoutRun, 'memory' | 'signal' | 'reactPdf'> & { progress?: OnProgress | undefined; again?: boolean | undefined };

/** The rooms that make a PDF: they take longest to load, so they are loaded while the content is read. */
export const loadEngine = () => Promise.all([import('../layout/book.tsx'), import('../layout/engine.ts'), import('../pdf/write.ts')]);

/** A memory for builds that follow each other. */
export const newSheetCache = async (): Promise<SheetCache> => new (await import('../layout/sheet-cache.ts')).SheetCache();

/** What a book is laid out with. */
const bookOptions = ({ edition, template, theme, strings, helpLines, practice, options }: PdfOptions): BookOptions => {
  const { name, discreet, binding, largePrint, paper } = { ...DEFAULTS, ...options };
  return {
    workbook: edition,
    template,
    setting: { theme, strings, ...(helpLines ? { helpLines } : {}), ...(practice ? { practice } : {}) },
    shorten: largePrint || paper === 'a5',
    mirrored: binding !== 'none',
    ...(binding === 'booklet' ? { pagesMultipleOf: FOLDED } : {}),
    ...(name ? { preparedFor: name } : {}),
    ...(discreet ? { discreet } : {}),
  };
};

/**
 * Lays out an edition and writes it.
 * @param run what builds before have laid out, what ends it, and who is told how far it is
 * @returns the PDF, or why it cannot be made
 * @throws the reason of the signal, when it was aborted
 */
export const makePdf = async (
  ready: PdfOptions,
  { memory, signal, reactPdf, progress, again }: PdfRun = {},
): Promise<{ pdf?: MadePdf; diagnostics: Diagnostic[] }> => {
  const { edition, notes = new TemplateNotes(), theme, fonts, strings, options } = ready;
  const [{ makeBook }, { registerFaces }, { writePdf }] = await loadEngine();
  signal?.throwIfAborted();
  await registerFaces([
    { family: theme.fonts.text, weight: 400, file: fonts.text.regular },
    { family: theme.fonts.text, weight: 700, file: fonts.text.bold },
    { family: theme.fonts.title, weight: 600, file: fonts.title },
  ]);
  const { discreet, flat } = { ...DEFAULTS, ...options };
  const lost: string[] = [];
  const unknown: string[] = [];
  const { book, diagnostics } = await makeBook({ ...bookOptions(ready), memory, signal, reactPdf, unknown, lost, progress }).catch((thrown: unknown) => {
    signal?.throwIfAborted();
    return faultOfTemplate(thrown, notes);
  });
  const faults = await faultsOfTemplate(lost, notes);
  if (book && faults.length === 0) faults.push(...(await faultsOnPages(book.pages, notes)));
  if (faults.length > 0) memory?.forget();
  if (!book || faults.length > 0) return { diagnostics: [...faults, ...diagnostics] };
  signal?.throwIfAborted();
  const { title, language, date, author, subject } = edition;
  const { bytes, fields, first } = await writePdf(book, {
    info: { title, language, date: documentDate(date), ...(author ? { author } : {}), ...(subject ? { subject } : {}) },
    fieldFont: fonts.field,
    flat,
    progress,
    again,
    ...(discreet ? { bookmarkTitle: discreetBookmarks(strings) } : {}),
  });
  return { pdf: { bytes, fields, pages: book.pages.length, unknown, ...(first ? { first } : {}) }, diagnostics };
};

/**
 * Lays out the cover of a book that was made before, with another name on it.
 * @returns the page; nothing where something is to be told of it, as `makePdf` does
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

/** An error in a user's own component is told at its line; so is one that comes of a fault that was found before. Any other is ours. */
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

/** What is wrong with a user's components, though they ran to the end. */
const faultsOfTemplate = async (lost: readonly string[], notes: TemplateNotes): Promise<Diagnostic[]> => {
  if (lost.length > 0) {
    const { lostText } = await import('../template/page-faults.ts');
    for (const text of lost) notes.fault(lostText(text, notes));
  }
  // Promises that nobody waits for are told of between two turns.
  await new Promise((resume) => setImmediate(resume));
  return notes.takeFaults();
};

/** What is wrong with fields and letters on finished pages: only a user's components can have that. */
const faultsOnPages = async (pages: Book['pages'], notes: TemplateNotes): Promise<Diagnostic[]> => {
  const { misplacedFields, unshownLetters } = await import('../layout/misplaced.ts');
  const [fields, letters] = [misplacedFields(pages), unshownLetters(pages)];
  if (fields.length + letters.size === 0) return [];
  const { misplaced, missingLetter } = await import('../template/page-faults.ts');
  return [...fields.map((field) => misplaced(field, notes)), ...[...letters].map(([letter, page]) => missingLetter(letter, page, notes))];
};

/** The last second that a date of a PDF can name: its years have four digits (ISO 32000-1, 7.9.4). */
const LAST_SECOND = Date.UTC(9999, 11, 31, 23, 59, 59) / 1000;

/** The date in the PDF: the content's, or SOURCE_DATE_EPOCH (reproducible-builds.org), never the clock's. */
const documentDate = (date: string): Date => {
  const epoch = process.env.SOURCE_DATE_EPOCH;
  return epoch && /^\d+$/.test(epoch) && Number(epoch) <= LAST_SECOND ? new Date(Number(epoch) * 1000) : new Date(`${date}T00:00:00Z`);
};
