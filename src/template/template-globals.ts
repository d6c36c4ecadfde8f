/** What code of a template finds in place of the process: what it says goes to stderr, for stdout may carry a PDF, and it ends nothing. */
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

/** What a template finds in place of what goes on behind its back, where no error would have a place and the program might never end. */
export const templateGlobals: Readonly<Record<string, () => never>> = {
  ...Object.fromEntries(['setTimeout', 'setInterval', 'setImmediate'].map((name) => [name, late(`${name}()`)])),
  fetch: network,
};

/** What a template finds as `console` and `process`. */
export interface TemplateWorld {
  console: Console;
  process: typeof process;
}

/**
 * Makes the console and the process that the code of one template finds.
 *
 * @param say writes what the code says, on either of its streams
 */
export const templateWorld = (say: (words: string | Uint8Array) => void): TemplateWorld => {
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
