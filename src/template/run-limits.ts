/** How long the code of a template may run at a stretch, and how much it may make: what goes on without end is stopped with an error. */
import { getHeapStatistics } from 'node:v8';

/** What code of a template may do at a stretch. */
export interface Limits {
  /** In milliseconds. */
  time: number;
  /** How much of the memory that the program may have is in use, from 0 to 1. */
  memory: number;
  elements: number;
}

/** Setting a whole workbook takes a tenth of a second and some thousands of elements. */
const LIMITS: Limits = { time: 10_000, memory: 0.7, elements: 200_000 };

/** The clock is looked at once in so many turns of loops, the memory once in so many milliseconds. */
const TURNS = 16;
const LOOK = 50;

/** Thrown where a template does something without end. */
export class EndlessError extends Error {}

/** Counts what the code of one template does until the program comes to wait for something. */
export class Stretch {
  readonly #limits: Limits;
  #turns = 0;
  #elements = 0;
  #began = 0;
  #looked = 0;
  /** Thrown once more at each further turn: React tries again what has failed, and the first place is the one to tell. */
  #ended: EndlessError | undefined;

  /** @param limits others than the usual ones; tests need not wait so long */
  constructor(limits: Partial<Limits> = {}) {
    this.#limits = { ...LIMITS, ...limits };
  }

  /** A turn of a loop. @throws EndlessError after the time, or where memory runs out */
  tick(): void {
    this.#begin();
    this.#turns += 1;
    if (this.#ended) throw this.#ended;
    if (this.#turns % TURNS > 0) return;
    const { time, memory } = this.#limits;
    const now = performance.now();
    if (now - this.#began > time) this.#end(`a loop that has not ended after ${time / 1000} seconds`);
    if (now - this.#looked < LOOK) return;
    this.#looked = now;
    const { used_heap_size: used, heap_size_limit: most } = getHeapStatistics();
    if (used > most * memory) this.#end('a loop that has filled the memory');
  }

  /** An element is made. @throws EndlessError after the most */
  countElement(): void {
    this.#begin();
    this.#elements += 1;
    const most = this.#limits.elements;
    if (this.#ended || this.#elements > most) this.#end(`more than ${most.toLocaleString('en')} elements: a component that has itself inside, perhaps`);
  }

  #begin(): void {
    if (this.#began > 0) return;
    this.#began = performance.now();
    queueMicrotask(() => {
      [this.#turns, this.#elements, this.#began, this.#ended] = [0, 0, 0, undefined];
    });
  }

  #end(what: string): never {
    throw (this.#ended ??= new EndlessError(what));
  }
}
