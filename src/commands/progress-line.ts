/** Shows the progress of a long build on one line of a terminal, which is removed at the end. */
import type { Writable } from 'node:stream';
import type { Progress } from '../layout/progress.ts';
import { StatusLine } from './status-line.ts';

/** In milliseconds: the time before a build shows its progress, and the time between two updates. */
const SHOW_AFTER = 2000;
const UPDATE_EVERY = 100;

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
    this.#next = now() + SHOW_AFTER;
  }

  show(progress: Progress): void {
    if (this.#now() < this.#next) return;
    this.#next = this.#now() + UPDATE_EVERY;
    this.#status.showMeanwhile(STAGES[progress.stage](progress));
  }

  /** Removes the line. */
  end(): void {
    this.#status.clear();
  }
}
