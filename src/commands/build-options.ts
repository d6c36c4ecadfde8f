/** The options of `mendbook build`. */
import type { BuildRequest } from '../builder/resolve-options.ts';
import type { PasswordOptions } from './passwords.ts';
import type { Streams } from './streams.ts';
import type { TrustOptions } from './template-trust.ts';

export interface BuildOptions extends BuildRequest, Streams, Omit<PasswordOptions, 'stdin'>, TrustOptions {
  /** The PDF, a folder for it, or `-` for stdout. */
  out?: string;
  /** The sign of the client that the file says; left out, that of the answers. */
  id?: string;
  /** Encrypts the PDF, with a password from the file descriptor or the terminal. */
  protect?: boolean;
  force?: boolean;
  /** A filled copy, or a file of answers: they are filled into the new copy. */
  answers?: string;
  /** Fills the answers of the file that is replaced into the new copy. */
  keepAnswers?: boolean;
  /** Whether the command line names no workbook: the shipped one is built. */
  unnamed?: boolean;
  verbose?: boolean;
  quiet?: boolean;
  /** For programs: `json` is one object on stdout, and nothing on stderr. */
  format?: 'human' | 'json';
  /** Builds again whenever a file of the workbook or its template is saved, until the signal. */
  watch?: boolean;
  /** What lays out the sheets, where it is not the program's own engine. */
  engine?: 'react-pdf';
  /** Ends the watching. */
  signal?: AbortSignal;
}
