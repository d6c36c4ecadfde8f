/** What one build notes of the components of its template while they run, so that all of it is told at once. */
import type { Diagnostic, Location } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source-file.ts';
import { type Limits, Stretch } from './run-limits.ts';

/** Where code may talk: a stream, or anything that can be written to. */
export interface Talk {
  write(words: string | Uint8Array): unknown;
}

export interface NotesOptions {
  /** Where the code of the template may talk: its `console` and `process.stdout`. Left out, nobody hears it. */
  talk?: Talk | undefined;
  limits?: Partial<Limits> | undefined;
}

/** A component that is a function. */
export type Component = (props: Record<string, unknown>) => unknown;

/** No more texts and fields are remembered. */
const MOST = 2000;

/** One for each template that is loaded. It is handed to the code that runs the components, so that two builds know nothing of each other. */
export class TemplateNotes {
  /** What the code does at a stretch. */
  readonly stretch: Stretch;
  /** Writes what the code says. */
  readonly talk: (words: string | Uint8Array) => void;
  /** The component that ran last. */
  ran: { name: string; at: Location } | undefined;
  /** What stands in for the components of the template, and looks at what they give: for one component always the same. */
  readonly standIns = new WeakMap<Component, Component>();
  readonly #faults = new Map<string, Diagnostic>();
  readonly #texts = new Map<string, { at: Location; what: string }>();
  readonly #fields = new Map<string, Location>();
  readonly #sources: SourceFile[] = [];

  constructor({ talk, limits }: NotesOptions = {}) {
    this.stretch = new Stretch(limits);
    // The stream's own function: while React renders, another stands in its place.
    const write = talk?.write.bind(talk);
    this.talk = (words) => void write?.(words);
  }

  /** Keeps a fault until it is taken; one place is told once, however often it is come by. */
  fault(fault: Diagnostic): void {
    this.#faults.set(`${fault.at?.file} ${fault.at?.start} ${fault.message}`, fault);
  }

  /** The faults since they were last taken. */
  takeFaults(): Diagnostic[] {
    const faults = [...this.#faults.values()];
    this.#faults.clear();
    return faults;
  }

  /** Notes where text was given that stands in no `Words`, as far as is known; whether it is lost is known when all is rendered. */
  text(value: unknown, at: Location, what: string): void {
    if (Array.isArray(value)) for (const one of value) this.text(one, at, what);
    else if ((typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') && this.#texts.size < MOST)
      this.#texts.set(String(value), { at, what });
  }

  /** Where a text was given. */
  textAt(text: string): { at: Location; what: string } | undefined {
    return this.#texts.get(text);
  }

  /** Notes where a field is written; of several with one name, the last. */
  field(name: string, at: Location): void {
    if (this.#fields.size < MOST) this.#fields.set(name, at);
  }

  /** Where a field is written. */
  fieldAt(name: string): Location | undefined {
    return this.#fields.get(name);
  }

  /** Whether any of its components is not the program's own. */
  get hasCode(): boolean {
    return this.#sources.length > 0;
  }

  /** Notes the files of code that run. */
  code(sources: readonly SourceFile[]): void {
    this.#sources.unshift(...sources);
  }

  /** Where words stand in the code of the template; they may have been put together elsewhere. */
  placeInCode(words: string): Location | undefined {
    for (const { file, text } of this.#sources) {
      const start = text.indexOf(words);
      if (start >= 0) return { file, start, end: start + words.length };
    }
    return undefined;
  }
}
