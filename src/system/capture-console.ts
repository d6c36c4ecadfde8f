/** Captures what libraries print on the console: react-pdf reports problems there, also on stdout, where our output may be going. */
import { AsyncLocalStorage } from 'node:async_hooks';

const METHODS = ['log', 'warn', 'error'] as const;

type Methods = Pick<Console, (typeof METHODS)[number]>;

/**
 * The captured values of each running capture. The console is shared by the whole process, so the asynchronous context tells which capture a
 * call belongs to: two builds at the same time capture only their own output, and code outside of them prints as usual.
 */
const captures = new AsyncLocalStorage<unknown[]>();

/** The console's own methods while they are replaced, and the number of captures that need it. */
const replaced: { own?: Methods; replacements?: Methods; running: number } = { running: 0 };

const replace = (): void => {
  replaced.running += 1;
  if (replaced.own) return;
  const { log, warn, error } = console;
  const own: Methods = { log, warn, error };
  const replacement =
    (name: keyof Methods) =>
    (...words: unknown[]): void => {
      const heard = captures.getStore();
      if (heard) heard.push(...words);
      else own[name].apply(console, words);
    };
  const replacements: Methods = { log: replacement('log'), warn: replacement('warn'), error: replacement('error') };
  Object.assign(console, replacements);
  Object.assign(replaced, { own, replacements });
};

const restore = (): void => {
  replaced.running -= 1;
  const { own, replacements, running } = replaced;
  if (running > 0 || !own || !replacements) return;
  // A method that somebody else has replaced in the meantime is left alone.
  for (const name of METHODS) if (console[name] === replacements[name]) console[name] = own[name];
  delete replaced.own;
  delete replaced.replacements;
};

/**
 * Runs a function, and captures what it prints on the console.
 * @returns the function's result, and everything that was printed
 */
export const captureConsole = async <T>(run: () => T | Promise<T>): Promise<{ result: T; heard: unknown[] }> => {
  const heard: unknown[] = [];
  replace();
  try {
    return { result: await captures.run(heard, run), heard };
  } finally {
    restore();
  }
};
