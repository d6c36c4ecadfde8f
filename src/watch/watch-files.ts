/** Watches the files of a build, and calls back once for each burst of changes. */
import path from 'node:path';
import { type Watcher, startWatcher } from './watcher.ts';
import { isWithin } from '../system/paths.ts';

export interface WatchOptions {
  /** Stops watching. */
  signal: AbortSignal;
  /** Called after each burst of changes with the absolute paths that were changed, created or deleted. Their contents may still be the same. */
  onChange: (paths: readonly string[]) => void;
  /** Absolute paths of files and folders that are never watched, such as the output. `node_modules` and hidden files are not watched either. */
  except?: readonly string[];
  /** A burst ends when nothing has changed for this many milliseconds: many editors save in several steps, or write a temporary file first. */
  debounce?: number;
}

export interface FileWatch {
  /**
   * Replaces the watched files and folders.
   *
   * @param paths absolute paths, which need not exist; a folder includes everything in it
   * @returns once changes of all of them are noticed: false when they were watched already, true when changes up to now may have been missed
   */
  follow(paths: readonly string[]): Promise<boolean>;
}

const DEBOUNCE = 15;

/** A burst that does not end is reported after this many debounce times: some programs write without a pause. */
const LONGEST_BURST = 8;

/** The paths without libraries, and without those that lie in another of the folders. */
const outermost = (paths: readonly string[]): string[] =>
  [...new Set(paths)]
    .filter((one, _, all) => !one.split(path.sep).includes('node_modules') && !all.some((other) => other !== one && isWithin(other, one)))
    .toSorted();

/**
 * Watches files and folders, including those that do not exist yet, or are deleted and created again.
 *
 * @param paths see `follow`
 */
export const watchFiles = async (paths: readonly string[], { signal, onChange, except = [], debounce = DEBOUNCE }: WatchOptions): Promise<FileWatch> => {
  let followed: string[] = [];
  let watcher: Watcher | undefined;
  /** Resolves when the last restart is done: restarts run one after the other. */
  let restarted = Promise.resolve();
  const burst = new Set<string>();
  let began = 0;
  let timer: NodeJS.Timeout | undefined;

  const onEvent = (file: string): void => {
    if (burst.size === 0) began = performance.now();
    burst.add(file);
    clearTimeout(timer);
    timer = setTimeout(() => void report(), performance.now() - began > debounce * LONGEST_BURST ? 0 : debounce);
  };
  const report = async (): Promise<void> => {
    const changedPaths = [...burst];
    burst.clear();
    await restarted;
    if (!(await watcher?.isComplete())) await restart();
    if (!signal.aborted) onChange(changedPaths);
  };
  /** Starts a new watcher. The old one is closed first: chokidar shares its handles between watchers, and would keep those of deleted folders. */
  const restart = (): Promise<void> => {
    restarted = restarted.then(async () => {
      await watcher?.close();
      watcher = signal.aborted ? undefined : await startWatcher({ followed, except, onEvent });
      if (signal.aborted) await watcher?.close();
    });
    return restarted;
  };
  const end = (): void => {
    clearTimeout(timer);
    void watcher?.close();
  };
  signal.addEventListener('abort', end, { once: true });

  const follow = async (next: readonly string[]): Promise<boolean> => {
    const wanted = outermost(next);
    if (signal.aborted || wanted.join('\n') === followed.join('\n')) return false;
    followed = wanted;
    await restart();
    return true;
  };
  await follow(paths);
  return { follow };
};
