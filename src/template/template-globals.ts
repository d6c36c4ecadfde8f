/** The console, process and globals that template code gets: output goes to stderr; exit, timers and fetch are refused. */
import { Console } from 'node:console';
import { Writable } from 'node:stream';

const refuse = (what: string) => (): never => {
  throw new Error(`${what} ends the program, which a component must not`);
};

const late = (what: string) => (): never => {
  throw new Error(`${what} comes too late: a page is drawn at once, and waits for nothing`);
};

const network = (): never => {
  throw new Error('fetch() asks the network, and nothing is fetched while pages are made');
};

/** Replacements of timers and fetch: an error in one would have no place, and the program might never end. */
export const templateGlobals: Readonly<Record<string, () => never>> = {
  ...Object.fromEntries(['setTimeout', 'setInterval', 'setImmediate'].map((name) => [name, late(`${name}()`)])),
  fetch: network,
};

/** The `console` and `process` of a template. */
export interface TemplateProcess {
  console: Console;
  process: typeof process;
}

/**
 * Makes the console and the process for the code of one template.
 *
 * @param say called with what the code writes to either stream
 */
export const makeTemplateProcess = (say: (words: string | Uint8Array) => void): TemplateProcess => {
  const talk = new Writable({
    decodeStrings: false,
    write(words: string | Uint8Array, _encoding, done) {
      say(words);
      done();
    },
  });
  const standIns: Record<string | symbol, unknown> = {
    stdout: talk,
    stderr: talk,
    exit: refuse('process.exit()'),
    abort: refuse('process.abort()'),
    reallyExit: refuse('process.reallyExit()'),
    kill: refuse('process.kill()'),
  };
  return {
    console: new Console(talk, talk),
    process: new Proxy(process, { get: (target, key) => (key in standIns ? standIns[key] : (Reflect.get(target, key, target) as unknown)) }),
  };
};
