/** Libraries that talk on the console: react-pdf reports what goes wrong there, on stdout too, where data may be going. */

/**
 * Runs something with the console silenced.
 * @returns Its result, and everything that was said meanwhile
 */
export const captureConsole = async <T>(run: () => T | Promise<T>): Promise<{ result: T; heard: unknown[] }> => {
  const heard: unknown[] = [];
  const { log, warn, error } = console;
  const listen = (...said: unknown[]) => {
    heard.push(...said);
  };
  Object.assign(console, { log: listen, warn: listen, error: listen });
  try {
    return { result: await run(), heard };
  } finally {
    Object.assign(console, { log, warn, error });
  }
};
