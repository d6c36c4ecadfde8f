/** Runs one build from a request to the bytes of a PDF; the command line and the public API share it. */
import path from 'node:path';
import type { Builder, BuilderOptions } from '../builder/builder.ts';
import type { CanShow } from '../builder/load.ts';
import type { MadePdf, PdfOptions } from '../builder/make-pdf.ts';
import { type BuildRequest, resolveOptions, type ResolvedOptions } from '../builder/resolve-options.ts';
import type { Strings } from '../content/strings.ts';
import type { Workbook } from '../content/workbook.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source-file.ts';
import type { OnProgress } from '../layout/progress.ts';
import { checkCombination } from '../options/combinations.ts';
import { fileName } from '../options/file-name.ts';
import { warningOfTellingId } from '../options/telling-id.ts';
import { withPlaceholderName } from '../personal/placeholder-name.ts';

/** Before the placeholder is known: some words depend on whether there is a name on the cover. */
const STAND_IN = '-';

/** As in theme/find-template.ts, which is loaded with the theme. */
const THEME_FILE = 'theme.yaml';

/** A copy that can be made: the inputs have no errors. */
export interface Planned {
  /** A file name that no other edition of the workbook has. */
  fileName: string;
  /** Absolute paths of the folders that it is made from. */
  folders: string[];
  /** For whom it is. */
  reader: ResolvedOptions['for'];
}

export interface BuildSteps {
  signal?: AbortSignal | undefined;
  /** Called with the progress. */
  progress?: OnProgress | undefined;
  /** Called before the layout, which takes longest; if it returns diagnostics, nothing is laid out. */
  planned?: (copy: Planned) => Promise<readonly Diagnostic[]>;
  /** The sign of the client, which the copy's record says. */
  id?: string | undefined;
  /** Whether copies will follow: under other names, for which the book gets a placeholder, or without a name. */
  again?: 'named' | 'unnamed';
}

export interface BuildRun {
  diagnostics: Diagnostic[];
  sources: SourceFile[];
  /** Absolute paths of the files and folders that it depended on. */
  watch: string[];
  /** Whether the request was wrong, rather than what was read. */
  wrongUsage: boolean;
  /** Given when there is no error. */
  made?: {
    pdf: MadePdf;
    ready: PdfOptions;
    canShow: CanShow;
    resolved: BuilderOptions;
    fileName: string;
    folders: string[];
    seconds: number;
    /** The diagnostics from before the layout, and from the layout. */
    prepared: Diagnostic[];
    laidOut: Diagnostic[];
  };
}

/**
 * Builds once, and writes nothing.
 *
 * @throws the reason of the signal, when it was aborted
 */
export const runBuild = async (builder: Builder, request: BuildRequest, { signal, planned, progress, id, again }: BuildSteps = {}): Promise<BuildRun> => {
  const began = performance.now();
  signal?.throwIfAborted();
  const options = await resolveOptions(request);
  const refused = checkCombination(options, options.from);
  const { sources: read = [], watch: files = [] } = options.practice ?? {};
  if (refused.length > 0) return { diagnostics: refused, sources: read, watch: files, wrongUsage: true };

  const {
    ready: given,
    canShow,
    diagnostics,
    sources,
    wrongUsage,
    watch,
  } = await builder.prepare(again === 'named' ? { ...options, name: STAND_IN } : options, signal);
  const end = (...more: readonly Diagnostic[]): BuildRun => ({ diagnostics: [...diagnostics, ...more], sources, watch, wrongUsage });
  if (!given || !canShow) return end();
  const ready = { ...(again === 'named' ? withPlaceholderName(given) : given), ...(id === undefined ? {} : { copy: { id } }) };
  const copy = plannedCopy(ready.edition, ready.strings, options, sources);
  diagnostics.push(...warningOfTellingId(id, [options.name, options.other]));
  const blocked = (await planned?.(copy)) ?? [];
  if (blocked.length > 0) return end(...blocked);

  const { pdf, diagnostics: layout } = await builder.make(ready, { signal, progress, again: again !== undefined });
  if (!pdf) return { ...end(...layout.map((one) => withoutRoom(one, options.name))), wrongUsage: layout.every((one) => isOfName(one, options.name)) };
  const seconds = (performance.now() - began) / 1000;
  return { ...end(...layout), made: { pdf, ready, canShow, resolved: options, ...copy, seconds, prepared: diagnostics, laidOut: layout } };
};

/** Whether a word of the name on the cover is wider than the page. */
const isOfName = ({ code, at, message }: Diagnostic, name = ''): boolean => {
  const word = /“([^”…]+)…?”/.exec(message)?.[1];
  return code === 'text-too-wide' && !at && word !== undefined && name.split(/\s+/).some((one) => one.startsWith(word));
};

const withoutRoom = (one: Diagnostic, name: string | undefined): Diagnostic =>
  isOfName(one, name) ? { ...one, hints: ['the cover has no room for this name: write it shorter with --name'] } : one;

/** The file name and folders of a copy. */
export const plannedCopy = (edition: Workbook, strings: Strings, options: ResolvedOptions, sources: readonly SourceFile[]): Planned => ({
  fileName: fileName(edition.name, strings.discreetTitle, options),
  folders: [path.dirname(edition.folder), ...themeFolders(sources)],
  reader: options.for,
});

/** The folders of the template and of those that it extends. */
const themeFolders = (sources: readonly SourceFile[]): string[] =>
  sources
    .map(({ file }) => file)
    .filter((file) => path.basename(file) === THEME_FILE)
    .map((file) => path.dirname(file));
