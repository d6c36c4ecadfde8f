/** Shows the progress of a batch: one line of a terminal with the time that is left; plain lines elsewhere. */
import type { Writable } from 'node:stream';
import { counted } from '../diagnostics/counted.ts';
import { shownPath } from '../diagnostics/shown-path.ts';
import { steerable } from '../diagnostics/terminal.ts';
import { StatusLine } from './status-line.ts';

/** In milliseconds: the time between two updates, and the time after which what is left can be told. */
const UPDATE_EVERY = 100;
const TELL_AFTER = 1000;

export class BatchProgress {
  readonly #status: StatusLine;
  readonly #silent: boolean;
  readonly #onTerminal: boolean;
  readonly #now: () => number;
  #next = 0;
  #began: number | undefined;

  /** @param now a clock that never goes back, in milliseconds */
  constructor(stream: Writable, silent = false, now: () => number = () => performance.now()) {
    this.#status = new StatusLine(stream);
    this.#silent = silent;
    this.#onTerminal = steerable(stream) !== undefined;
    this.#now = now;
  }

  /** Some of the books have been built. */
  checked(done: number, of: number): void {
    if (this.#due(done === of)) this.#status.showMeanwhile(`checking: ${done} of ${counted(of, 'edition')} …`);
  }

  /** A copy has been written. @param target absolute path */
  written(target: string, done: number, of: number, cwd: string): void {
    this.#began ??= this.#now();
    if (this.#silent) return;
    if (!this.#onTerminal) this.#status.show(`${done} of ${of}  ${shownPath(target, cwd)}`);
    else if (this.#due(done === of)) this.#status.show(`writing: ${done} of ${of}${this.#left(done, of)}`);
  }

  /** Removes the line. */
  end(): void {
    this.#status.clear();
  }

  #due(last: boolean): boolean {
    if (this.#silent || (this.#now() < this.#next && !last)) return false;
    this.#next = this.#now() + UPDATE_EVERY;
    return true;
  }

  #left(done: number, of: number): string {
    const taken = this.#now() - (this.#began ?? this.#now());
    if (taken < TELL_AFTER || done < 2) return '';
    // The clock was started by the first copy.
    return `, about ${timeOf(((of - done) * taken) / (done - 1))} left`;
  }
}

/** A time in words. @param milliseconds how long */
const timeOf = (milliseconds: number): string => {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  return seconds < 100 ? `${seconds} s` : counted(Math.round(seconds / 60), 'minute');
};
