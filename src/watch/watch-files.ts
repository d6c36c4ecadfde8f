/** Watching the files of a build: one call for each burst of changes, however an editor saves. */
import path from 'node:path';
import { type Lookout, lookOut } from './watcher.ts';
import { isWithin } from '../system/paths.ts';

export interface WatchOptions {
  /** Ends the watching. */
  signal: AbortSignal;
  /** Told of each burst of changes: the absolute paths that have changed, come or gone. Nothing may have changed in them after all. */
  changed: (paths: readonly string[]) => void;
  /** Absolute paths of files and folders that are never watched: what is written. `node_modules` and hidden ones are not watched either. */
  except?: readonly string[];
  /** A burst is over when nothing has happened for so long, in milliseconds: editors write a file in two goes, or under another name first. */
  settle?: number;
}

export interface FileWatch {
  /**
   * Follows other files and folders from now on, in place of those before.
   *
   * @param paths absolute, there or not; of a folder, all that is in it
   * @returns once changes of all of them are noticed: false where they were followed before; else changes up to now may have been missed
   */
  follow(paths: readonly string[]): Promise<boolean>;
}

const SETTLE = 60;

/** A burst that does not end is told of after so many times as long: something writes again and again. */
const PATIENCE = 8;

/** Without libraries, and without what is followed anyway, for it is in a folder that is. */
const outermost = (paths: readonly string[]): string[] =>
  [...new Set(paths)]
    .filter((one, _, all) => !one.split(path.sep).includes('node_modules') && !all.some((other) => other !== one && isWithin(other, one)))
    .toSorted();

/**
 * Watches files and folders, those too that are not there yet, or vanish and come back.
 *
 * @param paths see `follow`
 */
export const watchFiles = async (paths: readonly string[], { signal, changed, except = [], settle = SETTLE }: WatchOptions): Promise<FileWatch> => {
  let followed: string[] = [];
  let lookout: Lookout | undefined;
  /** One lookout after the other. */
  let renewed = Promise.resolve();
  const burst = new Set<string>();
  let began = 0;
  let timer: NodeJS.Timeout | undefined;

  const seen = (file: string): void => {
    if (burst.size === 0) began = performance.now();
    burst.add(file);
    clearTimeout(timer);
    timer = setTimeout(() => void tell(), performance.now() - began > settle * PATIENCE ? 0 : settle);
  };
  const tell = async (): Promise<void> => {
    const told = [...burst];
    burst.clear();
    await renewed;
    if (!(await lookout?.isWhole())) await renew();
    if (!signal.aborted) changed(told);
  };
  /** A new lookout. The old one goes first: chokidar shares what it watches between all who watch, and would go on with folders that are gone. */
  const renew = (): Promise<void> => {
    renewed = renewed.then(async () => {
      await lookout?.close();
      lookout = signal.aborted ? undefined : await lookOut({ followed, except, seen });
      if (signal.aborted) await lookout?.close();
    });
    return renewed;
  };
  const end = (): void => {
    clearTimeout(timer);
    void lookout?.close();
  };
  signal.addEventListener('abort', end, { once: true });

  const follow = async (next: readonly string[]): Promise<boolean> => {
    const wanted = outermost(next);
    if (signal.aborted || wanted.join('\n') === followed.join('\n')) return false;
    followed = wanted;
    await renew();
    return true;
  };
  await follow(paths);
  return { follow };
};
