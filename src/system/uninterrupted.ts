/** Runs synchronous work that Ctrl-C and other signals cannot interrupt. */

/** The signals that end a program (POSIX), unless it handles them. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs a function to its end. A signal that arrives meanwhile ends the program afterwards.
 *
 * @param work a short, synchronous function
 * @returns what the function returns; what it throws is thrown
 */
export const uninterrupted = async <T>(work: () => T): Promise<T> => {
  const received: NodeJS.Signals[] = [];
  const onSignal = (signal: NodeJS.Signals): void => void received.push(signal);
  for (const signal of SIGNALS) process.on(signal, onSignal);
  try {
    return work();
  } finally {
    // Node delivers signals between two turns of the event loop; the first turn may already be past that point.
    await new Promise<void>((resolve) => setImmediate(() => setImmediate(resolve)));
    for (const signal of SIGNALS) process.off(signal, onSignal);
    if (received[0]) process.kill(process.pid, received[0]);
  }
};
