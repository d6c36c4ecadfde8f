/** Work that no Ctrl-C cuts in two. */

/** What asks a program to end (POSIX); each ends it by itself where nobody listens. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Does work in one go. A signal that comes meanwhile ends the program when the work is done, as it ends it at once at any other time.
 *
 * @param work takes a moment, and waits for nothing
 * @returns what the work returns; it throws what the work throws
 */
export const uninterrupted = async <T>(work: () => T): Promise<T> => {
  const heard: NodeJS.Signals[] = [];
  const hear = (signal: NodeJS.Signals): void => void heard.push(signal);
  for (const signal of SIGNALS) process.on(signal, hear);
  try {
    return work();
  } finally {
    // What came meanwhile is handed out between two turns of the event loop: the first may already have passed that point.
    await new Promise<void>((resolve) => setImmediate(() => setImmediate(resolve)));
    for (const signal of SIGNALS) process.off(signal, hear);
    if (heard[0]) process.kill(process.pid, heard[0]);
  }
};
