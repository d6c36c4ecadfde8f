/** Collects what one build finds out about the components of its template while they run, so that all of it is reported at once. */
import type { Diagnostic, Location } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source-file.ts';
import { type Limits, RunLimiter } from './run-limits.ts';

/** A stream, or any object with such a method, to which template code may write. */
export interface Talk {
  write(words: string | Uint8Array): unknown;
}

export interface NotesOptions {
  /** Gets what the template's code writes to `console` and `process.stdout`. Left out, it is dropped. */
  talk?: Talk | undefined;
  limits?: Partial<Limits> | undefined;
}

/** A component that is a function. */
export type Component = (props: Record<string, unknown>) => unknown;

/** The most texts and fields that are remembered. */
const MOST = 2000;

/** The notes of one loaded template. They are passed along instead of kept globally, so that builds at the same time stay apart. */
export class TemplateNotes {
  /** Limits how long the code runs without a pause. */
  readonly limiter: RunLimiter;
  /** Writes the output of the code. */
  readonly talk: (words: string | Uint8Array) => void;
  /** The component that ran last. */
  ran: { name: string; at: Location } | undefined;
  /** The checking wrapper of each component; the same component always has the same wrapper. */
  readonly standIns = new WeakMap<Component, Component>();
  readonly #faults = new Map<string, Diagnostic>();
  readonly #texts = new Map<string, { at: Location; what: string }>();
  readonly #fields = new Map<string, Location>();
  readonly #sources: SourceFile[] = [];

  constructor({ talk, limits }: NotesOptions = {}) {
    this.limiter = new RunLimiter(limits);
    // Bound now, because the stream's function is replaced while React renders.
    const write = talk?.write.bind(talk);
    this.talk = (words) => void write?.(words);
  }

  /** Adds a fault; repeated ones at the same place are dropped. */
  fault(fault: Diagnostic): void {
    this.#faults.set(`${fault.at?.file} ${fault.at?.start} ${fault.message}`, fault);
  }

  /** Returns the faults, and removes them from the notes. */
  takeFaults(): Diagnostic[] {
    const faults = [...this.#faults.values()];
    this.#faults.clear();
    return faults;
  }

  /** Notes the place of text that seems to be outside `Words`; whether it is lost is known only after rendering. */
  text(value: unknown, at: Location, what: string): void {
    if (Array.isArray(value)) for (const one of value) this.text(one, at, what);
    else if ((typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') && this.#texts.size < MOST)
      this.#texts.set(String(value), { at, what });
  }

  /** The place of a noted text. */
  textAt(text: string): { at: Location; what: string } | undefined {
    return this.#texts.get(text);
  }

  /** Notes the place of a field; of several with the same name, the last one counts. */
  field(name: string, at: Location): void {
    if (this.#fields.size < MOST) this.#fields.set(name, at);
  }

  /** The place of a field. */
  fieldAt(name: string): Location | undefined {
    return this.#fields.get(name);
  }

  /** Whether any component did not come with the program. */
  get hasCode(): boolean {
    return this.#sources.length > 0;
  }

  /** Notes the files of the code that runs. */
  code(sources: readonly SourceFile[]): void {
    this.#sources.unshift(...sources);
  }

  /** The place of a text in the code of the template; nothing where the code composes it. */
  placeInCode(words: string): Location | undefined {
    for (const { file, text } of this.#sources) {
      const start = text.indexOf(words);
      if (start >= 0) return { file, start, end: start + words.length };
    }
    return undefined;
  }
}
