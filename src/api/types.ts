/** The types of the public API. They use no internal type except the table of options, because docs/types/mendbook.d.ts is generated from them. */
import type { AskedOptions } from '../options/option-values.ts';

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
  talk?: { write(words: string | Uint8Array): unknown };
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
  answers?: { complete: boolean };
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
  rows?: { label: string; cells: { head: string; text: string }[] }[];
  /** What was written into the parts of a letter, a card, an agreement or a drawing; of a comparison, both ratings. */
  parts?: { label: string; text: string }[];
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
  scale?: { from: number; to: number; ends: readonly [string, string] };
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
  made?: { workbook: string; date: string; program: string; edition: string; for: string };
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
  sheetSize: { width: number; height: number };
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
  pages: { first: string; last: string } | null;
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

export interface BuilderSettings extends CodeOfTemplates {}

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
