/** The JSON messages from the preview's server to its page. */
import type { DiagnosticCode } from '../diagnostics/codes.ts';
import type { Severity } from '../diagnostics/diagnostic.ts';
import type { FilledCopy } from '../questions/answered.ts';

/** A control that chooses one of several values; `name` is its key in the query of an address. */
export interface ChoiceOffer {
  name: string;
  label: string;
  /** The value that is chosen at first; empty for none. */
  chosen: string;
  options: { value: string; label: string }[];
}

/** A control that is on or off. */
export interface SwitchOffer {
  name: string;
  label: string;
  on: boolean;
}

/** All controls; `main` has those that are used most. */
export interface Offers {
  main: (ChoiceOffer | SwitchOffer)[];
  more: (ChoiceOffer | SwitchOffer)[];
}

/** A part that can be ticked: a page, a step, or a worksheet in it. */
export interface PartOffer {
  name: string;
  title: string;
  /** About how many minutes it takes; null where it does not say. */
  minutes: number | null;
  parts: PartOffer[];
}

/** A packet that the page asks to be saved. */
export interface PacketRequest {
  title: string;
  /** Words to the reader; empty for none. */
  note: string;
  parts: string[];
}

/** The answer: where it was saved, and the command that makes the same PDF; or why it was not. */
export type PacketAnswer = { saved: true; file: string; packet: string; command: string } | { saved: false; reason: string };

/** A diagnostic as text. */
export interface Problem {
  severity: Severity;
  code: DiagnosticCode;
  message: string;
  /** `file:line:column`. */
  place?: string;
  /** The lines of a code frame. */
  frame: string[];
  hints: string[];
}

/** What was read in a filled copy that the page has sent. */
export interface CopyAnswer {
  /** Left out where it cannot be read: the problems say why. */
  copy?: FilledCopy;
  problems: Problem[];
  /** It asks for a password, or for another one. */
  locked: boolean;
}

/** The header with the name of a file, and the one with the password of a copy; both percent-encoded. */
export const NAME_HEADER = 'x-file-name';
export const PASSWORD_HEADER = 'x-password';

/** The header of a request for a printed comparison: what is sent, as JSON, percent-encoded. */
export const COPIES_HEADER = 'x-copies';

/** Copies to compare, the earlier one first; their bytes follow each other in the body. */
export interface CopiesToPrint {
  copies: {
    file: string;
    /** How many bytes it has. */
    length: number;
    /** The day on which the file was last saved, as an ISO date. */
    saved?: string;
    password?: string;
  }[];
  /** Whether they are of two people, who have both agreed. */
  together: boolean;
}

/** The state of the build with one set of options. */
export interface State {
  status: 'building' | 'good' | 'broken';
  /** The number of the PDF, 0 while there is none. A build that makes the same bytes keeps the number. */
  revision: number;
  /** How many builds there were. */
  builds: number;
  /** The page count of the last PDF. */
  pages: number;
  /** The name that `build` would give to the PDF. */
  fileName: string;
  title: string;
  /** That it is on another paper than the one of its country, where nobody has chosen one; empty where there is nothing to say. */
  paper: string;
  /** The duration of the last build. */
  seconds: number;
  problems: Problem[];
}

/** The data of the server-sent events, by the name of the event. */
export interface Events {
  state: State;
  /** The server is shutting down. */
  end: null;
}
