/** What other programs get by `import … from 'mendbook'`. Written by the program (npm run api-types); changes here are lost. */

/** What can be asked of a copy of a workbook, as on the command line. */
export interface AskedOptions {
  /** The language: a folder of the workbook; en unless said otherwise. */
  lang?: string;
  /** Whose edition; both unless said otherwise. */
  for?: 'both' | 'broke-trust' | 'was-hurt';
  /** The client’s copy, the counselor’s with notes beside the pages, or the notes alone; client unless said otherwise. */
  edition?: 'client' | 'counselor' | 'notes';
  /** Who the two are to each other; other unless said otherwise. */
  relationship?: 'partner' | 'friend' | 'family' | 'other';
  /** Only these steps, as numbers or ids: 1-3,5 or apologize. */
  steps?: string;
  /** Only these pages, steps or worksheets, in this order: today,apologize/my-apology. */
  only?: readonly string[];
  /** The parts that a packet names: one of the workbook, such as first-talk, or a file. */
  packet?: string;
  /** Leave out pages, steps or worksheets: safety-page,apologize/my-apology. */
  without?: readonly string[];
  /** Add what is made on request: forgiveness/letter; beside --steps: looking-back. */
  with?: readonly string[];
  /** Whose help lines to print, such as us, gb or mx. */
  country?: string;
  /** What the other person is called: "your sister", or a name. */
  other?: string;
  /** Leave out the worksheets that are done together. */
  alone?: boolean;
  /** A name to show on the cover. */
  name?: string;
  /** The day of the session, as 2026-12-03, printed in the reader’s form. */
  session?: string;
  /** Your words to this reader, printed after the cover: inline markdown. */
  note?: string;
  /** The next appointment, as 2026-12-10 or “2026-12-10 14:30”. */
  nextAppointment?: string;
  /** Nothing that tells what it is about before a page is read: neutral cover, name, title and bookmarks, no contents. */
  discreet?: boolean;
  /** A shipped template or a folder; calm unless said otherwise. */
  template?: string;
  /** Whose name and logo it carries; practice.yaml in the workbook’s folder unless said otherwise. */
  practice?: string;
  /** The paper; letter unless said otherwise. */
  paper?: 'letter' | 'a4' | 'a5';
  /** Letters of 18 points in one column, wider lines. */
  largePrint?: boolean;
  /** Room for holes or a fold at the inner edge of each sheet; none unless said otherwise. */
  binding?: 'none' | '3-hole' | '2-hole' | 'booklet';
  /** No colour, no fills, thinner lines; black ink is saved a little only. */
  inkSaver?: boolean;
  /** For printing on both sides: what is cut out or given away has nothing on its back. */
  twoSided?: boolean;
  /** Print only: no fields. */
  flat?: boolean;
}

/** How serious a diagnostic is: with an error, nothing is made. */
export type Severity = 'error' | 'warning' | 'suggestion';
/** A message to an author about a file, or about the request. */
export interface Diagnostic {
    severity: Severity;
    /** The kind of problem, such as `unknown-key`; codes never change their meaning. */
    code: string;
    /** Lower case, no full stop: "expected X, found Y". */
    message: string;
    /** What to do about it. */
    hints: string[];
    /** Absolute path of the file that it is about; left out, like all that follows, where it is about none. */
    file?: string;
    /** Lines and columns count from 1, columns in characters. */
    line?: number;
    column?: number;
    endLine?: number;
    /** The column after the last character. */
    endColumn?: number;
    /** The same place as offsets into the text of the file, from 0, in UTF-16 code units. */
    start?: number;
    end?: number;
}
/** The text of a file that was read. */
export interface Source {
    /** Absolute path. */
    file: string;
    text: string;
}
/** The diagnostics of a build, a check or another piece of work. */
export interface Report {
    diagnostics: Diagnostic[];
    /** The files that the diagnostics are about, for the lines that `formatDiagnostics` shows. */
    sources: Source[];
}
/** Controls a piece of work. */
export interface Control {
    /** Aborts it: between its stages, and every few pages during the layout. The reason of the signal is then thrown. */
    signal?: AbortSignal;
}
/** Controls the reading of a PDF. */
export interface ReadControl extends Control {
    /** Opens the PDF where it is encrypted: its own password, or that of its owner. */
    password?: string;
}
/** Where the output of template code goes. */
export interface Talk {
    /** Gets what the code writes to `console` or `process.stdout`, such as a stream of Node. Left out, the output is dropped. */
    talk?: {
        write(words: string | Uint8Array): unknown;
    };
}
/** How template code is treated. */
export interface CodeOfTemplates extends Talk {
    /**
     * Which code may run that did not come with the program. It is not confined: it has all the rights of your program.
     * `none`: none, the default; `allowed`: what the person who runs your program made or allowed with `mendbook template`; `all`: any.
     */
    trust?: 'none' | 'allowed' | 'all';
}
/** A request for a copy of a workbook. The options are those of the command line; practice.yaml fills in what is left out. */
export interface BuildRequest extends AskedOptions {
    /** A folder, or the name of a shipped workbook: `rebuilding-trust` by default. */
    workbook?: string;
    /** The folder that paths are relative to; by default the working folder of the process. */
    cwd?: string;
}
/** Whose copy it is. */
export interface OfOneClient {
    /** A sign that nobody is known by, such as `2026-017`: the file says it, and answers with another one are refused. Left out, it is that of `answers`. */
    id?: string;
}
/** Answers of an earlier copy, which are filled into the one that is built. */
export interface EarlierAnswers {
    /** The filled PDF, as a path or as its bytes, or the path of what `mendbook answers` wrote as YAML or JSON. */
    answers?: string | Uint8Array;
    /** Opens it where it is encrypted. The new copy has no password. */
    answersPassword?: string;
}
/** A field of the PDF. */
export interface Field {
    /** Its permanent name in the file. */
    name: string;
    /** Its accessible name, for screen readers. */
    label: string;
    kind: 'text' | 'check';
    /** Its page, from 1. */
    page: number;
    /** For text fields: how many characters of prose fit and are printed in full. */
    capacity?: number;
}
/** A finished PDF. */
export interface BuiltPdf extends Report {
    ok: true;
    bytes: Uint8Array;
    /** How many pages it has. */
    pages: number;
    /** Its fields in the order of the pages; none with `flat`. */
    fields: Field[];
    /** A file name that no other edition of the workbook has. */
    fileName: string;
    /** How long it took, in seconds. */
    seconds: number;
    /** Given with answers of an earlier copy: whether all that stood in it is in this one. Where it is not, keep that file; the diagnostics list what is missing. */
    answers?: {
        complete: boolean;
    };
}
/** Why nothing was made. */
export interface Refused extends Report {
    ok: false;
    /** `usage`: the request is wrong; `input`: the files have errors. */
    reason: 'usage' | 'input';
}
/** The result of checking a workbook and its template. */
export interface Checked extends Report {
    /** Whether there is no error. */
    ok: boolean;
}
/** What of a filled PDF is flattened, and for what. */
export interface FlattenOptions {
    /** Only the pages of these parts, such as `apologize/my-apology`: nothing of the others is left in the file. */
    only?: readonly string[];
    /** Only the pages with these printed numbers, such as `36-38,40`. */
    pages?: string;
    /** Whether it conforms to PDF/A-2a, for archives; what cannot is refused. */
    archive?: boolean;
}
/** A PDF whose answers are part of its pages. */
export interface FlattenedPdf extends Report {
    ok: true;
    bytes: Uint8Array;
    pages: number;
    /** How many text fields were filled in. */
    answers: number;
    /** How many boxes were ticked. */
    ticks: number;
}
/** Which copy is read, and what of it. */
export interface ReadAnswersOptions extends ReadControl {
    /** Only the questions of these parts, such as `apologize/my-apology`. */
    only?: readonly string[];
    /** Whether questions without an answer are left out. */
    onlyAnswered?: boolean;
    /** For copies of earlier versions, which do not say what they ask: the workbook that they were made from, a folder or the name of a shipped one. */
    workbook?: string;
}
/** The answer to a question: which of these are there depends on the kind of the question. */
export interface Answer {
    /** What was written into its one field. */
    text?: string;
    /** The number of a rating. */
    rating?: number;
    /** The words of what was ticked. */
    ticked?: string[];
    /** Sentences with what was written into their gaps. */
    sentences?: string[];
    /** What was written into the gaps of each of them; null where nothing was. */
    gaps?: (string | null)[][];
    /** The rows of a table, a log or a plan in which something stands. */
    rows?: {
        label: string;
        cells: {
            head: string;
            text: string;
        }[];
    }[];
    /** What was written into the parts of a letter, a card, an agreement or a drawing; of a comparison, both ratings. */
    parts?: {
        label: string;
        text: string;
    }[];
}
/** A question of a copy, in its own words. */
export interface AnsweredQuestion {
    /** The start of its fields’ names, which never changes. */
    id: string;
    /** The kind of its block, such as `scale`; `unknown` where the copy does not say. */
    kind: string;
    /** Where it stands, by ids: `today`, or `apologize/my-apology` in a worksheet. */
    place: string;
    /** The titles of the step or page that it is in, and of the worksheet. */
    part: string;
    sheet?: string;
    question: string;
    /** Of a rating: the lowest and the highest number, and the words at both ends. */
    scale?: {
        from: number;
        to: number;
        ends: readonly [string, string];
    };
    /** Left out where nothing was answered. */
    answer?: Answer;
}
/** The answers of a copy. */
export interface ReadAnswers extends Report {
    ok: true;
    /** The title of the document. */
    title: string;
    language: string;
    /** Which workbook it is, of what date and edition; left out in copies of earlier versions. */
    made?: {
        workbook: string;
        date: string;
        program: string;
        edition: string;
        for: string;
    };
    /** In the order of the book. */
    questions: AnsweredQuestion[];
}
/** The size of the sheet that two pages are put on. */
export type SheetName = 'a4' | 'a3' | 'letter' | 'tabloid';
export interface BookletOptions {
    /** The thickness of a sheet in millimetres: inner pages are moved towards the fold by it. 0.1 by default. */
    sheetThickness?: number;
    /** Scales the pages so that two fill a sheet of this size. */
    fit?: SheetName;
}
/** The sheets of a booklet, to print on both sides, flipped on the short edge. */
export interface BookletPdf extends Report {
    ok: true;
    bytes: Uint8Array;
    /** How many pages were put on them. */
    pages: number;
    sheets: number;
    /** The size of a sheet in points. */
    sheetSize: {
        width: number;
        height: number;
    };
    /** The factor by which pages were scaled: 1 for actual size. */
    scale: number;
}
/** A part of a workbook that can be chosen: a page, a step, or a worksheet in one of them. */
export interface WorkbookPart {
    kind: 'page' | 'step' | 'worksheet';
    /** Its name for the options `only` and `without`, such as `today` or `apologize/my-apology`; null for a worksheet without an id, which cannot be chosen. */
    name: string | null;
    /** The number of a step. */
    number: number | null;
    title: string;
    for: 'both' | 'broke-trust' | 'was-hurt';
    /** Whether it is done alone, together or either; null where it does not say. */
    with: 'alone' | 'together' | 'either' | null;
    /** About how many minutes it takes; null where it does not say. */
    minutes: number | null;
    /** The numbers of its first and last page in the copy; null where a template does not say where it begins. */
    pages: {
        first: string;
        last: string;
    } | null;
    /** Its worksheets. */
    parts: WorkbookPart[];
}
/** A packet that comes with a workbook. */
export interface WorkbookPacket {
    /** Its name for the option `packet`. */
    packet: string;
    title: string;
    subtitle: string | null;
    parts: string[];
}
/** The parts of a copy, and the packets of its workbook. */
export interface ListedParts extends Report {
    ok: true;
    /** The title of the copy. */
    title: string;
    language: string;
    /** How many pages the copy has. */
    pages: number;
    parts: WorkbookPart[];
    packets: WorkbookPacket[];
}
/** A template that can be requested. */
export interface TemplateInfo {
    /** The value for the option `template`. */
    template: string;
    about: string;
    extends?: string;
    /** Absolute path. */
    folder: string;
    shipped: boolean;
}
export interface FormatOptions {
    /** `human`: with the lines in question; `short`: file:line:column, a line each; `json`: an array. `human` by default. */
    format?: 'human' | 'short' | 'json';
    /** Paths inside this folder are shown relative to it; by default the working folder of the process. */
    cwd?: string;
    /** Whether to use terminal escape codes for colours; off by default. */
    color?: boolean;
    /** The width of lines in the format `human`, in characters; 100 by default. */
    columns?: number;
}
export interface BuilderSettings extends CodeOfTemplates {
}
/** Copies of one book that differ in the name on the cover. The files are read once, when the book is built: what changes in them later is not seen. */
export interface PersonalCopies extends Report {
    ok: true;
    /** How many pages each copy has. */
    pages: number;
    /**
     * Makes the copy with a name on its cover, in milliseconds. In a viewer it looks like a build with that name.
     *
     * @throws the reason of the signal, when it was aborted
     */
    copy(name: string, control?: Control): Promise<BuiltPdf | Refused>;
}
/** Builds PDFs, one after the other or several at once. Laid-out sheets are kept in memory, so that only what has changed is laid out again. */
export interface Builder {
    build(request?: BuildRequest & OfOneClient & EarlierAnswers, control?: Control): Promise<BuiltPdf | Refused>;
    /** Builds a book once, for any number of copies that differ in the name on the cover. */
    personalCopies(request?: Omit<BuildRequest, 'name'>, control?: Control): Promise<PersonalCopies | Refused>;
}

/** Which copies are compared, and what of them. */
export interface ProgressOptions {
    /** Only the questions of these parts, such as `apologize/my-apology`. */
    only?: readonly string[];
    /** Whether the copies are of two partners, who have both agreed to be compared; copies of two people are refused otherwise. */
    together?: boolean;
}
/** The same, with the look of the page: options of a build. */
export interface ProgressPageOptions extends ProgressOptions, Pick<AskedOptions, 'lang' | 'template' | 'paper' | 'largePrint' | 'inkSaver'> {
    /** Whether long answers are printed whole, in place of their first lines and the rows that differ. */
    all?: boolean;
    /** The folder that a template is relative to; by default the working folder of the process. */
    cwd?: string;
}
/** A copy that was compared, and what tells it from the others. */
export interface ComparedCopy {
    /** The name of its file; `copy 1` where it was given as bytes. */
    file: string;
    language: string;
    /** The day on which it was last saved, as an ISO date; left out where that is not known. */
    saved?: string;
    /** Which workbook it is, and of what date; left out in copies of earlier versions. */
    workbook?: {
        id: string;
        date: string;
    };
    /** For whom it is: `broke-trust`, `was-hurt` or `both`. */
    for?: string;
}
/** A question that was compared, in the words of the last copy that asks it. */
export interface ComparedQuestion {
    id: string;
    part: string;
    sheet?: string;
    question: string;
    /** The copies that do not ask it, as places in the list of copies, from 0; left out where all do. */
    notAsked?: number[];
}
/** A rating in each copy. */
export interface RatingInTime extends ComparedQuestion {
    /** The lowest and the highest number, and the words at both ends. */
    scale: {
        from: number;
        to: number;
        ends: readonly [string, string];
    };
    /** The numbers in the order of the copies; null where a copy has none. */
    ratings: (number | null)[];
    /** The copies that rate it on another scale, each with that scale. */
    otherScales?: {
        copy: number;
        scale: {
            from: number;
            to: number;
            ends: readonly [string, string];
        };
    }[];
    /** The copies in which more than one number is marked, each with what is. */
    unclear?: {
        copy: number;
        answer: string;
    }[];
}
/** An answer that differs between the first and the last copy. */
export interface ChangedAnswer extends ComparedQuestion {
    /** `new`: only the last copy has one; `gone`: only the first one has. */
    change: 'new' | 'changed' | 'gone';
    before: string;
    now: string;
    /** The words of the question in the first copy, where they are others in the same language. */
    askedAs?: string;
    /** What is answered is words that were ticked, and nothing that was written. */
    ticked?: true;
}
/** Filled copies compared: never a verdict. */
export interface ComparedCopies extends Report {
    ok: true;
    /** In the order in which they were given. */
    copies: ComparedCopy[];
    /** Whether they are of different versions or of different workbooks, or in different languages. */
    differ: {
        versions: boolean;
        languages: boolean;
    };
    ratings: RatingInTime[];
    changes: ChangedAnswer[];
    /** How many answers are the same in the first and the last copy. */
    same: number;
}
/** Filled copies compared, as a PDF to print. */
export interface ComparedPage extends Report {
    ok: true;
    bytes: Uint8Array;
    /** How many pages it has. */
    pages: number;
    /** How many answers are not printed whole. */
    shortened: number;
}

/** The version of the program, such as `1.2.3`. */
export declare const version: string;
/**
 * Makes the PDF of a workbook, with the answers of an earlier copy where some are given. The same request on the same files gives the same bytes.
 *
 * @returns the PDF with its fields, or why there is none
 * @throws the reason of the signal, when it was aborted
 */
export declare const build: (request?: BuildRequest & OfOneClient & EarlierAnswers, control?: Control & CodeOfTemplates) => Promise<BuiltPdf | Refused>;
/** Makes a builder for many builds in one process, such as in a server. */
export declare const createBuilder: (settings?: BuilderSettings) => Builder;
/**
 * Finds every problem of a workbook and its template at once, for every paper, size of print and binding, and what a build with the same
 * request would say before its pages are laid out. Makes no PDF.
 *
 * @throws the reason of the signal, when it was aborted
 */
export declare const check: (request?: BuildRequest, control?: Control & CodeOfTemplates) => Promise<Checked>;
/**
 * The parts of a copy, each with its name, its title, for whom it is, its minutes and its pages; and the packets that come with the workbook.
 *
 * @returns the parts as a tree, or why there is no such copy
 * @throws the reason of the signal, when it was aborted
 */
export declare const listParts: (request?: BuildRequest, control?: Control & CodeOfTemplates) => Promise<ListedParts | Refused>;
/**
 * Makes a copy of a filled PDF without fields: the answers are part of its pages.
 *
 * @param input a path, from the working folder of the process, or the bytes themselves
 * @throws the reason of the signal, when it was aborted
 */
export declare const flatten: (input: string | Uint8Array, options?: FlattenOptions & ReadControl) => Promise<FlattenedPdf | Refused>;
/**
 * Reads a filled copy as questions with their answers, whatever program it was filled in with. Notes for counselors are never among them.
 *
 * @param input a path, from the working folder of the process, or the bytes themselves
 * @returns the questions in the order of the book, or why it cannot be read
 * @throws the reason of the signal, when it was aborted
 */
export declare const readAnswers: (input: string | Uint8Array, options?: ReadAnswersOptions) => Promise<ReadAnswers | Refused>;
/**
 * Compares filled copies of one person in time: ratings side by side, and what was answered anew, changed or let go of.
 *
 * @param copies at least two, the oldest first: paths, from the working folder of the process, or the bytes themselves
 * @returns the comparison, or why there is none
 * @throws the reason of the signal, when it was aborted
 */
export declare const progress: (copies: readonly (string | Uint8Array)[], options?: ProgressOptions & ReadControl) => Promise<ComparedCopies | Refused>;
/**
 * Makes a PDF to print of what `progress` gives, set in the theme of a template. It says nothing of itself: its properties have a neutral title.
 *
 * @param copies at least two, the oldest first: paths, from the working folder of the process, or the bytes themselves
 * @throws the reason of the signal, when it was aborted
 */
export declare const progressPage: (copies: readonly (string | Uint8Array)[], options?: ProgressPageOptions & ReadControl & CodeOfTemplates) => Promise<ComparedPage | Refused>;
/**
 * Puts the pages of a PDF without fields on sheets, two side by side, so that they are in order once the sheets are folded.
 *
 * @param input a path, from the working folder of the process, or the bytes themselves
 * @throws the reason of the signal, when it was aborted
 */
export declare const booklet: (input: string | Uint8Array, options?: BookletOptions & ReadControl) => Promise<BookletPdf | Refused>;
/**
 * The templates that there are: the shipped ones, and those in `templates/` of a folder.
 *
 * @param cwd that folder; the working folder of the process unless said otherwise
 */
export declare const listTemplates: (cwd?: string) => Promise<TemplateInfo[]>;
/**
 * Diagnostics in words.
 *
 * @param report what any of the functions gave
 * @returns lines of text, the last one ended; empty where there is nothing to tell, but for `json`
 */
export declare const formatDiagnostics: (report: Report, options?: FormatOptions) => Promise<string>;
