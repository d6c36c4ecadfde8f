/** What `mendbook build` is asked for. */
import type { BuilderOptions } from '../builder/builder.ts';
import type { Requested, Resolved } from '../builder/resolve-options.ts';
import type { Streams } from './streams.ts';

export interface BuildOptions extends Requested<BuilderOptions & Resolved>, Streams {
  /** The PDF, a folder for it, or `-` for stdout. */
  out?: string;
  force?: boolean;
  verbose?: boolean;
  quiet?: boolean;
  /** Builds again whenever a file of the workbook or its template is saved, until the signal. */
  watch?: boolean;
  /** Ends the watching. */
  signal?: AbortSignal;
}
