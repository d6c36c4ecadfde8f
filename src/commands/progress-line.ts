/** How far a long build is: one line on a terminal that goes away again; nothing in a pipe, nothing where all is quick. */
import type { Writable } from 'node:stream';
import type { Progress } from '../layout/progress.ts';
import { StatusLine } from './status-line.ts';

/** Milliseconds that a build may take before anything is said of it, and between two times that something is. */
const PATIENCE = 2000;
const BREATH = 100;

const STAGES: Record<Progress['stage'], (progress: Progress) => string> = {
  text: ({ done, of }) => `setting the text: ${done} of ${of} parts …`,
  frames: ({ done, of }) => `putting pages together: ${done} of ${of} …`,
  drawing: ({ done, of }) => `drawing pages: ${done} of ${of} …`,
};

export class ProgressLine {
  readonly #status: StatusLine;
  readonly #now: () => number;
  #next: number;

  /** @param now a clock that never goes back, in milliseconds */
  constructor(stream: Writable, now: () => number = () => performance.now()) {
    this.#status = new StatusLine(stream);
    this.#now = now;
    this.#next = now() + PATIENCE;
  }

  show(progress: Progress): void {
    if (this.#now() < this.#next) return;
    this.#next = this.#now() + BREATH;
    this.#status.showMeanwhile(STAGES[progress.stage](progress));
  }

  /** Takes the line away. */
  end(): void {
    this.#status.clear();
  }
}
