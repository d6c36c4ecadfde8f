/** What code of a template finds in place of the process: what it says goes to stderr, for stdout may carry a PDF, and it ends nothing. */
import { Console } from 'node:console';
import { Writable } from 'node:stream';

/** The stream's own function: while React renders, another stands in its place. */
const write = process.stderr.write.bind(process.stderr);

const talk = new Writable({
  decodeStrings: false,
  write(chunk: string | Buffer, _encoding, done) {
    write(chunk);
    done();
  },
});

/** `console` of a template. */
export const templateConsole = new Console(talk, talk);

const refuse = (what: string) => (): never => {
  throw new Error(`${what} ends the program, which a component must not`);
};

const standIns: Record<string | symbol, unknown> = {
  stdout: talk,
  exit: refuse('process.exit()'),
  abort: refuse('process.abort()'),
  reallyExit: refuse('process.reallyExit()'),
  kill: refuse('process.kill()'),
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

/** `process` of a template. */
export const templateProcess: typeof process = new Proxy(process, {
  get: (target, key) => (key in standIns ? standIns[key] : (Reflect.get(target, key, target) as unknown)),
});
