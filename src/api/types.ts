/** The types of the public face. They name nothing of the program's inside but its table of options: docs/types/mendbook.d.ts is made of them. */
import type { AskedOptions } from '../options/option-values.ts';

/** What a diagnostic is worth: with an error nothing is made. */
export type Severity = 'error' | 'warning' | 'suggestion';

/** Something that an author is told about a file, or about what was asked for. */
export interface Diagnostic {
  severity: Severity;
  /** What it is, such as `unknown-key`; it keeps its meaning for ever. */
  code: string;
  /** Lower case, no full stop: "expected X, found Y". */
  message: string;
  /** What to do about it. */
  hints: string[];
  /** Absolute path of the file that it is about; left out, as all that follows, where it is about none. */
  file?: string;
  /** Lines and columns count from 1, columns in characters. */
  line?: number;
  column?: number;
  endLine?: number;
  /** Behind the last character. */
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

/** What is told of a piece of work. */
export interface Report {
  diagnostics: Diagnostic[];
  /** The files that the diagnostics are about, for the lines that `formatDiagnostics` shows. */
  sources: Source[];
}

/** How a piece of work goes on. */
export interface Control {
  /** Ends it: between its stages, and while pages are laid out every few pages. The reason of the signal is thrown then. */
  signal?: AbortSignal;
}

/** Where the code of templates talks. */
export interface Talk {
  /** Gets what it writes on `console` or `process.stdout`: a stream of Node will do. Left out, nobody hears it. */
  talk?: { write(words: string | Uint8Array): unknown };
}

/** How the code of templates is dealt with. */
export interface CodeOfTemplates extends Talk {
  /**
   * Which code may run that did not come with the program; it has all the rights of your program, and nothing confines it.
   * `none`: none, as where nothing is said; `allowed`: what the person who runs your program made or allowed with `mendbook template`; `all`: any.
   */
  trust?: 'none' | 'allowed' | 'all';
}

/** What is asked of a workbook. Each option is one of the command line; the practice's file fills in what is left out. */
export interface BuildRequest extends AskedOptions {
  /** A folder, or the name of a shipped workbook: `rebuilding-trust` unless said otherwise. */
  workbook?: string;
  /** The folder that paths are relative to: the working folder of the process unless said otherwise. */
  cwd?: string;
}

/** A field of the PDF. */
export interface Field {
  /** What it is called in the file, for ever. */
  name: string;
  /** What a screen reader says. */
  label: string;
  kind: 'text' | 'check';
  /** From 1. */
  page: number;
  /** How many characters of prose print whole; of text fields. */
  capacity?: number;
}

/** A PDF that was made. */
export interface BuiltPdf extends Report {
  ok: true;
  bytes: Uint8Array;
  /** How many pages it has. */
  pages: number;
  /** In the order of the pages; none with `flat`. */
  fields: Field[];
  /** A name for the file that no other edition of the workbook has. */
  fileName: string;
  /** How long it took. */
  seconds: number;
}

/** Why nothing was made. */
export interface Refused extends Report {
  ok: false;
  /** `usage`: what was asked for is wrong; `input`: what was read has errors. */
  reason: 'usage' | 'input';
}

/** What was found in a workbook and its template. */
export interface Checked extends Report {
  /** There is nothing worse than warnings. */
  ok: boolean;
}

/** A PDF whose answers are part of its pages. */
export interface FlattenedPdf extends Report {
  ok: true;
  bytes: Uint8Array;
  pages: number;
  /** How many text fields had words in them. */
  answers: number;
  /** How many boxes were ticked. */
  ticks: number;
}

/** The sheet that two pages are put on. */
export type SheetName = 'a4' | 'a3' | 'letter' | 'tabloid';

export interface BookletOptions {
  /** The thickness of a sheet in millimetres: inner pages are moved towards the fold by it. 0.1 unless said otherwise. */
  sheetThickness?: number;
  /** Makes the pages smaller or larger, so that two fill such a sheet. */
  fit?: SheetName;
}

/** The sheets of a booklet, to print on both sides, flipped on the short edge. */
export interface BookletPdf extends Report {
  ok: true;
  bytes: Uint8Array;
  /** How many pages were put on them. */
  pages: number;
  sheets: number;
  /** In points. */
  sheetSize: { width: number; height: number };
  /** 1 where the pages have the size that they had. */
  scale: number;
}

/** A template that can be asked for. */
export interface TemplateInfo {
  /** What the option `template` takes. */
  template: string;
  about: string;
  extends?: string;
  /** Absolute path. */
  folder: string;
  shipped: boolean;
}

export interface FormatOptions {
  /** `human`: with the lines in question; `short`: file:line:column, a line each; `json`: an array. `human` unless said otherwise. */
  format?: 'human' | 'short' | 'json';
  /** Paths below it are shown from there: the working folder of the process unless said otherwise. */
  cwd?: string;
  /** Escape codes of terminals for colours; none unless said otherwise. */
  color?: boolean;
  /** How wide lines of `human` may be, in characters: 100 unless said otherwise. */
  columns?: number;
}

export interface BuilderSettings extends CodeOfTemplates {}

/** Copies of one book that differ in the name on the cover. The files are read once, when the book is built: what changes in them later is not seen. */
export interface PersonalCopies extends Report {
  ok: true;
  /** How many pages each copy has. */
  pages: number;
  /**
   * Makes the copy with a name on its cover. It takes some thousandths of a second, and in a viewer it is what a build with that name gives.
   *
   * @throws the reason of the signal, when it was aborted
   */
  copy(name: string, control?: Control): Promise<BuiltPdf | Refused>;
}

/** Builds PDFs, one after the other or several at once, and keeps in memory what it has laid out: what has not changed is not laid out again. */
export interface Builder {
  build(request?: BuildRequest, control?: Control): Promise<BuiltPdf | Refused>;
  /** Builds a book once, for any number of copies that differ in the name on the cover. */
  personalCopies(request?: Omit<BuildRequest, 'name'>, control?: Control): Promise<PersonalCopies | Refused>;
}
