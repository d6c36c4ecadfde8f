/** Drops what was typed on a terminal before a question was asked: it cannot be an answer to it. */
import type { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';

/** A terminal, or what stands in for it. */
export type Typed = Readable & { setRawMode?: (raw: boolean) => unknown };

/** In milliseconds: a terminal that gives nothing for so long has nothing more; and how long one is listened to that never falls silent. */
const SILENCE = 40;
const LONGEST = 1000;

/**
 * Reads what waits in a terminal and forgets it, half lines as well.
 *
 * A terminal hands on whole lines, and keeps a line that is not finished for the next reader; without line mode (raw) it gives that, too.
 */
export const dropTypedAhead = async (stdin: Typed): Promise<void> => {
  let last = performance.now();
  const began = last;
  const drop = (): void => {
    last = performance.now();
  };
  stdin.setRawMode?.(true);
  stdin.on('data', drop);
  stdin.resume();
  try {
    while (performance.now() - last < SILENCE && performance.now() - began < LONGEST) await wait(SILENCE / 4);
  } finally {
    stdin.pause();
    stdin.off('data', drop);
    stdin.setRawMode?.(false);
  }
};
