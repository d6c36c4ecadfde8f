/** Has tasks done in a process of their own, and ends it when one takes too long or too much. */
import { type ChildProcess, fork } from 'node:child_process';
import type { Outcome, Task } from './task.ts';

/** A task that takes so much memory, in mebibytes, would end the program on a small machine. */
const MEMORY = 1500;
/** So much of what a process says when it dies is kept, in characters. */
const LAST_WORDS = 2000;

/** What ends a task from outside. */
export interface Ended {
  /** `hang`: it took too long. `crash`: the process died, for want of memory perhaps. */
  ended: 'hang' | 'crash';
  reason: string;
}

export class Runner {
  readonly #file: string;
  readonly #cwd: string;
  #process: ChildProcess | undefined;
  #words = '';

  /**
   * @param file the compiled worker
   * @param cwd the working folder of all tasks
   */
  constructor(file: string, cwd: string) {
    this.#file = file;
    this.#cwd = cwd;
  }

  /** @param limit in milliseconds */
  async run(task: Task, limit: number): Promise<Outcome | Ended> {
    const child = (this.#process ??= this.#start());
    const result = await new Promise<Outcome | Ended>((resolve) => {
      const timer = setTimeout(() => finish({ ended: 'hang', reason: `more than ${limit / 1000} s` }), limit);
      const finish = (outcome: Outcome | Ended): void => {
        clearTimeout(timer);
        child.off('message', finish).off('exit', left);
        resolve(outcome);
      };
      const left = (code: number | null, signal: string | null): void =>
        finish({ ended: 'crash', reason: `the process ended with ${signal ?? code}\n${this.#words}` });
      child.on('message', finish).on('exit', left);
      child.send(task);
    });
    if ('ended' in result) await this.stop();
    return result;
  }

  /** Ends the process; the next task gets a new one. */
  async stop(): Promise<void> {
    const child = this.#process;
    this.#process = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    await new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.kill('SIGKILL');
    });
  }

  #start(): ChildProcess {
    this.#words = '';
    const child = fork(this.#file, [this.#cwd], { execArgv: [`--max-old-space-size=${MEMORY}`], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        this.#words = (this.#words + chunk.toString()).slice(-LAST_WORDS);
      });
    }
    return child;
  }
}
