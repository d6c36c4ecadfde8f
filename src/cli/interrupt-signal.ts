/** Turns Ctrl-C into an AbortSignal, for commands that run until they are stopped. */

/** The signals that ask a program to end (POSIX). */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** In milliseconds: a second Ctrl-C after this time ends the program at once. An earlier one may be the same Ctrl-C, received twice: see system/uninterrupted.ts. */
const REPEAT_AFTER = 1000;

/** The exit code of a program that SIGINT has ended (128 + 2). */
const INTERRUPTED = 130;

/** A signal that is aborted when the program is asked to end; asked once more, it ends at once. */
export const untilInterrupted = (): AbortSignal => {
  const controller = new AbortController();
  let first = 0;
  const onSignal = (): void => {
    if (!controller.signal.aborted) {
      first = performance.now();
      controller.abort();
    } else if (performance.now() - first > REPEAT_AFTER) process.exit(INTERRUPTED);
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  return controller.signal;
};
