/** The builder: makes the PDF of a workbook, any number of times in one process. */
import type { Workbook } from '../content/workbook.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source-file.ts';
import { makeEdition, helpLeft, withoutCountry } from './make-edition.ts';
import type { NotesOptions, Talk } from '../template/build-notes.ts';
import type { Limits } from '../template/run-limits.ts';
import type { Trust } from '../trust/trust.ts';
import type { ParsedFiles } from '../yaml/index.ts';
import { inputsOf } from './kept-inputs.ts';
import type { CanShow, LoadOptions } from './load.ts';
import { DEFAULTS } from '../options/option-values.ts';
import { loadEngine, type MadePdf, makePdf, newMemory, type PdfOptions, type PdfRun } from './make-pdf.ts';

/** Everything that a PDF depends on, with the names of the command line. */
export type BuilderOptions = LoadOptions;

/** A workbook that was read and checked, with all that its layout needs. */
export interface Prepared {
  /** Given when there is no error. */
  ready?: PdfOptions;
  /** Says whether the fonts have a character; given when there is no error. */
  canShow?: CanShow;
  diagnostics: Diagnostic[];
  /** The files that diagnostics may show. */
  sources: SourceFile[];
  /** Whether the options were wrong, rather than the files. */
  wrongUsage: boolean;
  /** Absolute paths of the files and folders that the result depends on, existing or not; for a folder, everything in it. */
  watch: string[];
}

/** The result of a build. */
export interface Built extends Omit<Prepared, 'ready' | 'canShow'> {
  /** Given when there is no error. */
  pdf?: MadePdf;
  /** The workbook as its reader gets it; given when it could be read. */
  edition?: Workbook;
  /** What a discreet copy is called in its language; given with the edition. */
  discreetTitle?: string;
}

/** Settings for all builds of a builder. */
export interface BuilderSettings extends NotesOptions {
  /** Whether it builds more than once: laid-out sheets are then kept in memory. */
  again?: boolean;
  /** Lays out every sheet with @react-pdf/layout, to compare the engine with it. */
  reactPdf?: boolean;
  /** Which template code may run that did not come with the program; left out, none. */
  trust?: Trust | undefined;
}

/**
 * Builds PDFs. With `again`, laid-out sheets are kept for the next build: only what has changed is laid out again, and the
 * bytes are the same as from a new builder. Several builds may run at once.
 */
export class Builder {
  readonly #again: boolean;
  readonly #reactPdf: boolean;
  readonly #talk: Talk | undefined;
  readonly #limits: Partial<Limits> | undefined;
  readonly #trust: Trust | undefined;
  #memory: ReturnType<typeof newMemory> | undefined;
  #parsed: ParsedFiles | undefined;

  constructor({ again = false, reactPdf = false, talk, limits, trust }: BuilderSettings = {}) {
    this.#again = again;
    this.#reactPdf = reactPdf;
    this.#talk = talk;
    this.#limits = limits;
    this.#trust = trust;
  }

  /**
   * Reads and checks everything, and lays out nothing.
   * @throws the reason of the signal, when it was aborted
   */
  async prepare(asked: BuilderOptions, signal?: AbortSignal): Promise<Prepared> {
    signal?.throwIfAborted();
    const options = { ...DEFAULTS, ...asked };
    // The layout engine takes longest to load, so it loads while the content is read.
    const engine = Promise.all([import('../template/load.ts'), loadEngine()]);
    engine.catch(() => undefined);
    const { diagnostics, sources, watch, wrongUsage, found } = await this.#remembering(() => inputsOf(options));
    signal?.throwIfAborted();
    const stop = (usage: boolean, ...more: readonly Diagnostic[]): Prepared => ({ diagnostics: [...diagnostics, ...more], sources, watch, wrongUsage: usage });
    if (!found) return stop(wrongUsage);
    const { strings, theme, fonts, helpLines, practice } = found;
    const { edition, diagnostics: dressed } = makeEdition(found.workbook, options, found);
    if (!edition) return stop(true, ...dressed);
    const [{ loadTemplate }] = await engine;
    const { template, notes, ...loaded } = await this.#remembering(() =>
      loadTemplate(options.template, { cwd: options.cwd, talk: this.#talk, limits: this.#limits, trust: this.#trust, chain: found.chain }),
    );
    signal?.throwIfAborted();
    sources.push(...loaded.sources);
    watch.push(...loaded.sources.map(({ file }) => file));
    if (loaded.diagnostics.some(({ code }) => code === 'untrusted-template')) watch.push(...(this.#trust?.watch ?? []));
    if (!template) return stop(false, ...dressed, ...loaded.diagnostics);
    const shippedTexts = found.shipped ? [found.workbook, strings] : undefined;
    const ours = { shippedTemplates: loaded.shipped, shippedTexts, readBefore: found.readBefore };
    const ready = { edition, template, notes, theme, fonts, strings, helpLines, practice, options, ...ours };
    const advice = [...(options.country ? [] : withoutCountry(edition)), ...helpLeft(edition, options.without)];
    return { ...stop(false, ...dressed, ...loaded.diagnostics, ...advice), ready, canShow: found.canShow };
  }

  /** Parses files that are read repeatedly only when they have changed. */
  async #remembering<T>(read: () => Promise<T>): Promise<T> {
    if (!this.#again) return read();
    const { ParsedFiles: Memory, rememberParsed } = await import('../yaml/index.ts');
    return rememberParsed((this.#parsed ??= new Memory()), read);
  }

  /** Lays out and writes what was prepared; `run.progress` is called with the progress. */
  async make(ready: PdfOptions, run: Omit<PdfRun, 'memory' | 'reactPdf'> = {}): Promise<{ pdf?: MadePdf; diagnostics: Diagnostic[] }> {
    if (this.#again) this.#memory ??= newMemory();
    return makePdf(ready, { ...run, memory: await this.#memory, reactPdf: this.#reactPdf });
  }

  /** Prepares and makes a PDF. */
  async build(options: BuilderOptions, signal?: AbortSignal): Promise<Built> {
    const { ready, canShow: _, ...prepared } = await this.prepare(options, signal);
    if (!ready) return prepared;
    const { pdf, diagnostics } = await this.make(ready, { signal });
    return {
      ...prepared,
      ...(pdf ? { pdf } : {}),
      edition: ready.edition,
      discreetTitle: ready.strings.discreetTitle,
      diagnostics: [...prepared.diagnostics, ...diagnostics],
    };
  }
}
