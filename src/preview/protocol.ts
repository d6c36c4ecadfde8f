/** What the preview's server tells its page, as JSON. */
import type { DiagnosticCode } from '../diagnostics/codes.ts';
import type { Severity } from '../diagnostics/diagnostic.ts';

/** A control that chooses one of several values; `name` is its key in an address. */
export interface ChoiceOffer {
  name: string;
  label: string;
  /** The one that is chosen at first; '' stands for none. */
  chosen: string;
  options: { value: string; label: string }[];
}

/** A control that is on or off. */
export interface SwitchOffer {
  name: string;
  label: string;
  on: boolean;
}

/** Every control, those that are used most first. */
export interface Offers {
  main: (ChoiceOffer | SwitchOffer)[];
  more: (ChoiceOffer | SwitchOffer)[];
}

/** A diagnostic in words. */
export interface Problem {
  severity: Severity;
  code: DiagnosticCode;
  message: string;
  /** `file:line:column`. */
  place?: string;
  /** The lines in question, and marks below them. */
  frame: string[];
  hints: string[];
}

/** How things stand with one set of options. */
export interface State {
  status: 'building' | 'good' | 'broken';
  /** Counts the PDFs; 0 where there is none yet. One that was built again to the same bytes keeps its number. */
  revision: number;
  /** Counts the builds. */
  builds: number;
  /** Of the PDF, the last good one. */
  pages: number;
  /** What `build` would call it. */
  fileName: string;
  title: string;
  /** How long the last build took. */
  seconds: number;
  problems: Problem[];
}

/** The events of the stream, by name. */
export interface Events {
  state: State;
  /** The server ends. */
  end: null;
}
