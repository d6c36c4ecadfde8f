/** Ctrl-C, as a signal that runs through a command that goes on until it is ended. */

/** What asks a program to end (POSIX). */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Who asks again after so many milliseconds does not want to wait. One Ctrl-C may be heard twice: see system/uninterrupted.ts. */
const PATIENCE = 1000;

/** The exit code of a program that SIGINT has ended (128 + 2). */
const INTERRUPTED = 130;

/** A signal that is aborted when the program is asked to end; asked once more, it ends at once. */
export const untilInterrupted = (): AbortSignal => {
  const ending = new AbortController();
  let first = 0;
  const hear = (): void => {
    if (!ending.signal.aborted) {
      first = performance.now();
      ending.abort();
    } else if (performance.now() - first > PATIENCE) process.exit(INTERRUPTED);
  };
  for (const signal of SIGNALS) process.on(signal, hear);
  return ending.signal;
};
