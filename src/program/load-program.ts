/** Loads the bundled program, compiled as an earlier run left it: V8's code cache spares compiling it again. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cachedDataVersionTag } from 'node:v8';
import { Script } from 'node:vm';
import { keep, recall } from '../cache/store.ts';

/** Modules of the program by the names of their files, from src/; each runs when it is first asked for. */
type Modules = Readonly<Record<string, () => Record<string, unknown>>>;

interface Loaded {
  modules: Modules;
  /** Keeps what was compiled by now for later runs, where it was not known yet. */
  keepCode?: () => void;
}

/** Where the bundle lies, beside this file when that is bundled too. */
const BUNDLE = fileURLToPath(new URL('./program.cjs', import.meta.url));
const KIND = 'code';

/** What Node puts round a module. */
const HEAD = Buffer.from('(function(exports,require,module,__filename,__dirname){');
const TAIL = Buffer.from('\n})');

let loaded: Loaded | undefined;

/**
 * A module of the program.
 *
 * @param name its file, from src/
 * @returns what it exports
 */
export const moduleNamed = (name: string): Record<string, unknown> => {
  loaded ??= load();
  const run = loaded.modules[name];
  if (!run) throw new Error(`the program has no module ${name}`);
  return run();
};

/** Keeps what was compiled in this run for later runs of the same command. To be called when the command is done. */
export const keepCode = (): void => loaded?.keepCode?.();

const load = (): Loaded => {
  // Node reads source maps only of files that it loads itself: stacks name src/ then.
  if (process.env.MENDBOOK_DEBUG) return { modules: createRequire(import.meta.url)(BUNDLE) as Modules };
  const source = Buffer.concat([HEAD, readFileSync(BUNDLE), TAIL]);
  const key = codeKey(source);
  const code = recall(KIND, key);
  // The bundle is ASCII: one byte a letter. What is put round it is put round its bytes: a text made of three would be copied once more.
  const script = new Script(source.toString('latin1'), {
    filename: BUNDLE,
    ...(code ? { cachedData: code } : {}),
  });
  const made = { exports: {} as Modules };
  const run = script.runInThisContext() as (...given: unknown[]) => void;
  run.call(made.exports, made.exports, createRequire(BUNDLE), made, BUNDLE, dirname(BUNDLE));
  if (code && script.cachedDataRejected !== true) return { modules: made.exports };
  return { modules: made.exports, keepCode: () => void keep(KIND, key, script.createCachedData()) };
};

/**
 * What compiled code depends on: the program, V8 with its flags and the processor, and the command, since other commands run other functions.
 * V8 looks only at the length of the source and at its own version: the rest is ours to compare.
 */
const codeKey = (source: Buffer): string =>
  [createHash('sha256').update(source).digest('hex'), process.version, process.arch, cachedDataVersionTag(), process.argv[2] ?? ''].join(' ');
