/** Doing a job again whenever what it depends on has changed: one at a time, and never too few. */
import { changedSince } from './changed-since.ts';
import { watchFiles } from './watch-files.ts';

export interface RerunOptions {
  /** Ends it; a job that is under way is finished first. */
  signal: AbortSignal;
  /** Absolute paths that are never watched: what the job writes. */
  except?: readonly string[];
  /** See `watchFiles`. */
  settle?: number;
}

export interface Rerun {
  /** Does the job again, once what is under way is done, although no file has changed. */
  again(): void;
  /** Resolves when all has ended; rejects with what the job throws. */
  ended: Promise<void>;
}

/**
 * Does a job now, and again after each burst of changes. What changes while it is done has it done once more afterwards, so that it has always
 * seen what was saved last. When its files are other ones than before and some of them were saved just before or during the job, that may have
 * been missed: it is done again then, too.
 *
 * @param job gives the absolute paths of the files and folders that it depends on, there or not; told whether any may have changed
 */
export const rerunOnChange = (job: (changed: boolean) => Promise<readonly string[]>, { signal, ...options }: RerunOptions): Rerun => {
  let due = true;
  let changed = true;
  let wake: (() => void) | undefined;
  const again = (): void => {
    due = true;
    wake?.();
  };
  const notice = (): void => {
    changed = true;
    again();
  };
  const run = async (): Promise<void> => {
    const files = await watchFiles([], { ...options, signal, changed: notice });
    while (!signal.aborted) {
      if (due) {
        const began = Date.now();
        const told = changed;
        due = false;
        changed = false;
        const paths = await job(told);
        if ((await files.follow(paths)) && (await changedSince(paths, began))) notice();
      } else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  };
  signal.addEventListener('abort', () => wake?.(), { once: true });
  return { again, ended: run() };
};
