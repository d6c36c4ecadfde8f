/** Runs a job again whenever a file that it depends on has changed; runs never overlap, and no change is missed. */
import { changedSince } from './changed-since.ts';
import { watchFiles } from './watch-files.ts';

export interface RerunOptions {
  /** Stops; a running job is finished first. */
  signal: AbortSignal;
  /** Absolute paths that the job writes: never watched. */
  except?: readonly string[];
  /** See `watchFiles`. */
  debounce?: number;
}

export interface Rerun {
  /** Runs the job once more although no file has changed, after the current run. */
  again(): void;
  /** Resolves after the last run; rejects with what the job throws. */
  ended: Promise<void>;
}

/**
 * Runs a job now, and again after each burst of changes. A change during a run leads to another run, so that the last run has always seen the
 * last change. When a run depends on new files that were saved just before or during it, the watcher may have missed that: the job runs again too.
 *
 * @param job gets whether any file may have changed; returns the absolute paths of the files and folders that it depends on, existing or not
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
    const files = await watchFiles([], { ...options, signal, onChange: notice });
    while (!signal.aborted) {
      if (due) {
        const began = Date.now();
        const mayHaveChanged = changed;
        due = false;
        changed = false;
        const paths = await job(mayHaveChanged);
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
