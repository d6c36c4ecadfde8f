/** Libraries that talk on the console: react-pdf reports what goes wrong there, on stdout too, where data may be going. */
import { AsyncLocalStorage } from 'node:async_hooks';

const METHODS = ['log', 'warn', 'error'] as const;

type Methods = Pick<Console, (typeof METHODS)[number]>;

/**
 * What is heard, for each piece of work that runs at the moment. The console is one for the whole process and libraries know no other, so
 * that only the chain of calls tells whose words they are: two builds that run at once hear each their own, and whoever runs beside them
 * keeps the console.
 */
const listeners = new AsyncLocalStorage<unknown[]>();

/** The console's own methods while others stand in for them, and for how many pieces of work they do. */
const replaced: { own?: Methods; standIns?: Methods; works: number } = { works: 0 };

const replace = (): void => {
  replaced.works += 1;
  if (replaced.own) return;
  const { log, warn, error } = console;
  const own: Methods = { log, warn, error };
  const standIn =
    (name: keyof Methods) =>
    (...words: unknown[]): void => {
      const heard = listeners.getStore();
      if (heard) heard.push(...words);
      else own[name].apply(console, words);
    };
  const standIns: Methods = { log: standIn('log'), warn: standIn('warn'), error: standIn('error') };
  Object.assign(console, standIns);
  Object.assign(replaced, { own, standIns });
};

const restore = (): void => {
  replaced.works -= 1;
  const { own, standIns, works } = replaced;
  if (works > 0 || !own || !standIns) return;
  // Whoever has put in something else meanwhile keeps it.
  for (const name of METHODS) if (console[name] === standIns[name]) console[name] = own[name];
  delete replaced.own;
  delete replaced.standIns;
};

/**
 * Runs something with the console silenced, for what it runs alone.
 * @returns Its result, and everything that was said meanwhile
 */
export const captureConsole = async <T>(run: () => T | Promise<T>): Promise<{ result: T; heard: unknown[] }> => {
  const heard: unknown[] = [];
  replace();
  try {
    return { result: await listeners.run(heard, run), heard };
  } finally {
    restore();
  }
};
