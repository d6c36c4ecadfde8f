/** What a kind of case consists of: files that are put into the working folder, and commands that are run with them. */
import type { AskedOptions } from '../../src/options/option-values.ts';
import type { Random } from './random.ts';
import type { Ended } from './runner.ts';
import type { Outcome, Task } from './task.ts';

/** One command, and what is asked of it beyond what holds for all. */
export interface Step {
  task: Task;
  /** In milliseconds. */
  limit: number;
  /** Only when the one before it has ended well. */
  whenFine?: boolean;
  /** Looks at what was written when it has ended well; says what is wrong with it. */
  look?: () => Promise<string | undefined>;
}

/** Files by their paths from the working folder. */
export type Files = Map<string, Buffer>;

/** Runs one command, within its limit in milliseconds. */
export type Run = (task: Task, limit: number) => Promise<Outcome | Ended>;

/** Where cases are run. */
export interface Place {
  /** The folder of the project. */
  root: string;
  /** The working folder. */
  cwd: string;
  run: Run;
}

export interface Subject {
  /** Makes once what every case lies over. */
  prepare(): Promise<void>;
  /** The files of a case. */
  files(random: Random): Files | Promise<Files>;
  /**
   * What is run with files that this kind, or its corpus, has given.
   *
   * @param given the options of the copy; chosen at random unless given
   */
  steps(random: Random, files: Files, given?: AskedOptions): Step[];
}
