/** Has tasks done in a thread, and ends it when one takes too long or too much. */
import { Worker } from 'node:worker_threads';
import type { Outcome, Task } from './task.ts';

/** A task that takes so much memory, in mebibytes, would end the program on a small machine. */
const MEMORY = 1500;

/** What ends a task from outside. */
export interface Ended {
  /** `hang`: it took too long. `crash`: the thread died, for want of memory perhaps. */
  ended: 'hang' | 'crash';
  reason: string;
}

export class Runner {
  readonly #file: URL;
  readonly #cwd: string;
  #worker: Worker | undefined;

  constructor(file: URL, cwd: string) {
    this.#file = file;
    this.#cwd = cwd;
  }

  /** @param limit in milliseconds */
  async run(task: Task, limit: number): Promise<Outcome | Ended> {
    const worker = (this.#worker ??= new Worker(this.#file, { workerData: { cwd: this.#cwd }, resourceLimits: { maxOldGenerationSizeMb: MEMORY }, stdout: true, stderr: true }));
    const result = await new Promise<Outcome | Ended>((resolve) => {
      const timer = setTimeout(() => settle({ ended: 'hang', reason: `more than ${limit / 1000} s` }), limit);
      const settle = (outcome: Outcome | Ended): void => {
        clearTimeout(timer);
        worker.off('message', settle).off('error', failed).off('exit', left);
        resolve(outcome);
      };
      const failed = (error: Error): void => settle({ ended: 'crash', reason: error.stack ?? error.message });
      const left = (code: number): void => settle({ ended: 'crash', reason: `the thread ended with ${code}` });
      worker.on('message', settle).on('error', failed).on('exit', left);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
      worker.postMessage(task);
    });
    if ('ended' in result) await this.stop();
    return result;
  }

  /** Ends the thread; the next task gets a new one. */
  async stop(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    worker?.on('error', () => undefined);
    await worker?.terminate();
  }
}
