/** Limits how long template code may run without a pause, and how much it may make: endless code ends with an error. */
import { getHeapStatistics } from 'node:v8';

/** The limits of template code until it pauses. */
export interface Limits {
  /** In milliseconds. */
  time: number;
  /** The most used memory, as a share of what the program may have, from 0 to 1. */
  memory: number;
  elements: number;
}

/** For comparison: a whole workbook takes a tenth of a second and some thousands of elements. */
const LIMITS: Limits = { time: 10_000, memory: 0.7, elements: 200_000 };

/** How often limits are checked: the time once in so many turns of loops, the memory once in so many milliseconds. */
const TURNS = 16;
const LOOK = 50;

/** Thrown when a template exceeds a limit. */
export class EndlessError extends Error {}

/** Counts the work of one template's code until the program next waits for something. */
export class RunLimiter {
  readonly #limits: Limits;
  #turns = 0;
  #elements = 0;
  #began = 0;
  #looked = 0;
  /** Thrown again at each further turn: React retries what has failed, and the first place is the one to report. */
  #ended: EndlessError | undefined;

  /** @param limits replace the usual ones, for tests */
  constructor(limits: Partial<Limits> = {}) {
    this.#limits = { ...LIMITS, ...limits };
  }

  /** Counts a turn of a loop. @throws EndlessError when time or memory run out */
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

  /** Counts an element. @throws EndlessError when there are too many */
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
