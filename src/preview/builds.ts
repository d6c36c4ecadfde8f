/** The builds of the preview: one for each set of options that a page shows, run one at a time and again when files change. */
import { checkCombination } from '../options/combinations.ts';
import { fileName } from '../options/file-name.ts';
import type { Writable } from 'node:stream';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import type { SourceFile } from '../diagnostics/source-file.ts';
import { type Rerun, rerunOnChange } from '../watch/rerun-on-change.ts';
import { type BuildRequest, resolveOptions } from '../builder/resolve-options.ts';
import { Builder } from '../builder/builder.ts';
import { noteOfPaper } from '../builder/unasked-paper.ts';
import { choiceKey } from './offered-controls.ts';
import { problemsOf } from './describe-problems.ts';
import type { Trust } from '../trust/trust.ts';
import { type PartNode, partTree } from '../content/part-tree.ts';
import type { PartOffer, State } from './protocol.ts';

type Listener = (state: State) => void;

/** One set of options, and the result of its last build. */
interface BuildSlot {
  options: BuildRequest;
  state: State;
  bytes?: Buffer;
  watch: readonly string[];
  /** Its files may have changed since it was built. */
  stale: boolean;
  /** The number of the last request for it: larger is more recent. */
  lastRequest: number;
  listeners: Set<Listener>;
}

/** How many sets of options are kept although no page shows them. */
const UNUSED_KEPT = 6;

const EMPTY: State = { status: 'building', revision: 0, builds: 0, pages: 0, fileName: '', title: '', paper: '', seconds: 0, problems: [] };

/** The parts that have names. */
const offersOf = (nodes: readonly PartNode[]): PartOffer[] =>
  nodes.flatMap(({ name, title, minutes, parts }) => (name === null ? [] : [{ name, title, minutes, parts: offersOf(parts) }]));

export interface PreviewBuildsOptions {
  /** Stops all builds. */
  signal: AbortSignal;
  /** Where templates' console output goes. */
  talk?: Writable;
  /** Called after each build. */
  onBuilt?: (state: State) => void;
  /** Which code of templates may run that did not come with the program; left out, none. */
  trust?: Trust;
}

export class PreviewBuilds {
  readonly #builder: Builder;
  readonly #slots = new Map<string, BuildSlot>();
  readonly #onBuilt: ((state: State) => void) | undefined;
  readonly #rerun: Rerun;
  #requests = 0;

  /** @param first the options that are built at once, before any page asks for them */
  constructor(first: BuildRequest, { signal, talk, trust, onBuilt }: PreviewBuildsOptions) {
    this.#builder = new Builder({ again: true, talk, trust });
    this.#onBuilt = onBuilt;
    this.#slot(first);
    this.#rerun = rerunOnChange((changed) => this.#buildAll(changed), { signal });
  }

  /** Resolves when the builds have stopped; rejects when watching fails. */
  get ended(): Promise<void> {
    return this.#rerun.ended;
  }

  /**
   * Calls a listener with the state of a set of options, now and after each change of it.
   * @returns a function that removes the listener
   */
  listen(options: BuildRequest, listener: Listener): () => void {
    const slot = this.#slot(options);
    slot.listeners.add(listener);
    if (slot.stale) this.#rerun.again();
    listener(slot.state);
    return () => void slot.listeners.delete(listener);
  }

  /** The last PDF that was built with these options without errors, and its state. */
  pdf(options: BuildRequest): { bytes: Buffer; state: State } | undefined {
    const slot = this.#slots.get(choiceKey(options));
    return slot?.bytes ? { bytes: slot.bytes, state: slot.state } : undefined;
  }

  /** The parts of the whole copy that these options make; none where it has errors. */
  async parts({ only: _, packet: __, ...options }: BuildRequest): Promise<PartOffer[]> {
    const { ready } = await this.#builder.prepare(await resolveOptions(options));
    return ready ? offersOf(partTree(ready.edition)) : [];
  }

  #slot(options: BuildRequest): BuildSlot {
    this.#requests += 1;
    const key = choiceKey(options);
    const slot = this.#slots.get(key) ?? { options, state: EMPTY, watch: [], stale: true, lastRequest: 0, listeners: new Set() };
    slot.lastRequest = this.#requests;
    this.#slots.set(key, slot);
    const unused = [...this.#slots]
      .filter(([, { listeners, lastRequest }]) => listeners.size === 0 && lastRequest !== this.#requests)
      .toSorted(([, one], [, other]) => other.lastRequest - one.lastRequest);
    for (const [old] of unused.slice(UNUSED_KEPT)) this.#slots.delete(old);
    return slot;
  }

  /** The sets of options with listeners, and the one that was requested last: its page may be hidden for a while. */
  #active(): BuildSlot[] {
    const slots = [...this.#slots.values()].toSorted((one, other) => other.lastRequest - one.lastRequest);
    return slots.filter(({ listeners }, index) => index === 0 || listeners.size > 0);
  }

  async #buildAll(changed: boolean): Promise<string[]> {
    if (changed) for (const slot of this.#slots.values()) slot.stale = true;
    const next = (): BuildSlot | undefined => this.#active().find(({ stale }) => stale);
    for (let slot = next(); slot; slot = next()) await this.#build(slot);
    return this.#active().flatMap(({ watch }) => watch);
  }

  async #build(slot: BuildSlot): Promise<void> {
    slot.stale = false;
    this.#change(slot, { status: 'building' });
    const began = performance.now();
    const { cwd } = slot.options;
    const done = (diagnostics: readonly Diagnostic[], sources: readonly SourceFile[], good: Partial<State> | undefined): void => {
      const seconds = (performance.now() - began) / 1000;
      this.#change(slot, {
        ...good,
        status: good ? 'good' : 'broken',
        builds: slot.state.builds + 1,
        seconds,
        problems: problemsOf(diagnostics, sources, cwd),
      });
      this.#onBuilt?.(slot.state);
    };
    try {
      const options = await resolveOptions(slot.options);
      const refused = checkCombination(options, options.from);
      if (refused.length > 0) {
        slot.watch = options.practice?.watch ?? [];
        return done(refused, options.practice?.sources ?? [], undefined);
      }
      const { pdf, edition, discreetTitle, diagnostics, sources, watch } = await this.#builder.build(options);
      slot.watch = watch;
      if (!pdf || !edition) return done(diagnostics, sources, undefined);
      const revision = slot.bytes?.equals(pdf.bytes) ? slot.state.revision : slot.state.revision + 1;
      slot.bytes = pdf.bytes;
      const paper = noteOfPaper(slot.options, options, (usual) => `choose ${usual.toUpperCase()} under Options`) ?? '';
      done(diagnostics, sources, { revision, pages: pdf.pages, title: edition.title, paper, fileName: fileName(edition.name, discreetTitle ?? '', options) });
    } catch (thrown) {
      // The preview keeps running: the next change may not cause this again.
      const { message } = thrown as Error;
      done([error('fault', `a fault of the program: ${message}`, undefined, 'please report it, with the files that caused it')], [], undefined);
    }
  }

  #change(slot: BuildSlot, change: Partial<State>): void {
    slot.state = { ...slot.state, ...change };
    for (const listener of slot.listeners) listener(slot.state);
  }
}
