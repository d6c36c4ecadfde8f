/** The studio: builds for everyone who looks, one at a time, and again when files change. */
import { checkCombination } from '../options/combinations.ts';
import { fileName } from '../options/file-name.ts';
import type { Writable } from 'node:stream';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import type { SourceFile } from '../diagnostics/source-file.ts';
import { type Rerun, rerunOnChange } from '../watch/rerun-on-change.ts';
import { type BuildRequest, resolveOptions } from '../builder/resolve-options.ts';
import { Builder } from '../builder/builder.ts';
import { choiceKey } from './offered-controls.ts';
import { problemsOf } from './describe-problems.ts';
import type { State } from './protocol.ts';

type Listener = (state: State) => void;

/** One set of options, and what was last built with it. */
interface Desk {
  options: BuildRequest;
  state: State;
  bytes?: Buffer;
  watch: readonly string[];
  /** Its files may have changed since it was built. */
  stale: boolean;
  /** When it was last asked for, as a count. */
  asked: number;
  listeners: Set<Listener>;
}

/** So many sets of options are kept that nobody looks at. */
const DESKS_KEPT = 6;

const EMPTY: State = { status: 'building', revision: 0, builds: 0, pages: 0, fileName: '', title: '', seconds: 0, problems: [] };

export interface StudioOptions {
  /** Ends it. */
  signal: AbortSignal;
  /** Where the code of templates may talk. */
  talk?: Writable;
  /** Told after each build. */
  built?: (state: State) => void;
}

export class PreviewBuilds {
  readonly #builder: Builder;
  readonly #desks = new Map<string, Desk>();
  readonly #built: ((state: State) => void) | undefined;
  readonly #kept: Rerun;
  #asked = 0;

  /** @param first what is built at once, whether anybody looks or not */
  constructor(first: BuildRequest, { signal, talk, built }: StudioOptions) {
    this.#builder = new Builder({ again: true, talk });
    this.#built = built;
    this.#desk(first);
    this.#kept = rerunOnChange((changed) => this.#buildAll(changed), { signal });
  }

  /** Resolves when it was ended; rejects with a fault of watching. */
  get ended(): Promise<void> {
    return this.#kept.ended;
  }

  /**
   * Tells a listener how things stand with some options, now and after each change.
   * @returns a function that ends that
   */
  listen(options: BuildRequest, listener: Listener): () => void {
    const desk = this.#desk(options);
    desk.listeners.add(listener);
    if (desk.stale) this.#kept.again();
    listener(desk.state);
    return () => void desk.listeners.delete(listener);
  }

  /** The last good PDF with some options, and what is known of it. */
  pdf(options: BuildRequest): { bytes: Buffer; state: State } | undefined {
    const desk = this.#desks.get(choiceKey(options));
    return desk?.bytes ? { bytes: desk.bytes, state: desk.state } : undefined;
  }

  #desk(options: BuildRequest): Desk {
    this.#asked += 1;
    const key = choiceKey(options);
    const desk = this.#desks.get(key) ?? { options, state: EMPTY, watch: [], stale: true, asked: 0, listeners: new Set() };
    desk.asked = this.#asked;
    this.#desks.set(key, desk);
    const idle = [...this.#desks]
      .filter(([, { listeners, asked }]) => listeners.size === 0 && asked !== this.#asked)
      .toSorted(([, one], [, other]) => other.asked - one.asked);
    for (const [old] of idle.slice(DESKS_KEPT)) this.#desks.delete(old);
    return desk;
  }

  /** The desks that somebody looks at, and the one that was asked for last: its page may be hidden for a while. */
  #active(): Desk[] {
    const desks = [...this.#desks.values()].toSorted((one, other) => other.asked - one.asked);
    return desks.filter(({ listeners }, index) => index === 0 || listeners.size > 0);
  }

  async #buildAll(changed: boolean): Promise<string[]> {
    if (changed) for (const desk of this.#desks.values()) desk.stale = true;
    const next = (): Desk | undefined => this.#active().find(({ stale }) => stale);
    for (let desk = next(); desk; desk = next()) await this.#build(desk);
    return this.#active().flatMap(({ watch }) => watch);
  }

  async #build(desk: Desk): Promise<void> {
    desk.stale = false;
    this.#tell(desk, { status: 'building' });
    const began = performance.now();
    const { cwd } = desk.options;
    const done = (diagnostics: readonly Diagnostic[], sources: readonly SourceFile[], good: Partial<State> | undefined): void => {
      const seconds = (performance.now() - began) / 1000;
      this.#tell(desk, { ...good, status: good ? 'good' : 'broken', builds: desk.state.builds + 1, seconds, problems: problemsOf(diagnostics, sources, cwd) });
      this.#built?.(desk.state);
    };
    try {
      const options = await resolveOptions(desk.options);
      const refused = checkCombination(options, options.from);
      if (refused.length > 0) {
        desk.watch = options.practice?.watch ?? [];
        return done(refused, options.practice?.sources ?? [], undefined);
      }
      const { pdf, edition, discreetTitle, diagnostics, sources, watch } = await this.#builder.build(options);
      desk.watch = watch;
      if (!pdf || !edition) return done(diagnostics, sources, undefined);
      const revision = desk.bytes?.equals(pdf.bytes) ? desk.state.revision : desk.state.revision + 1;
      desk.bytes = pdf.bytes;
      done(diagnostics, sources, { revision, pages: pdf.pages, title: edition.title, fileName: fileName(edition.name, discreetTitle ?? '', options) });
    } catch (thrown) {
      // It goes on: the next change may well avoid it.
      const { message } = thrown as Error;
      done([error('fault', `a fault of the program: ${message}`, undefined, 'please report it, with the files that caused it')], [], undefined);
    }
  }

  #tell(desk: Desk, change: Partial<State>): void {
    desk.state = { ...desk.state, ...change };
    for (const listener of desk.listeners) listener(desk.state);
  }
}
