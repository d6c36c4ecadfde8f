/** Running the code of a user's components, and finding the line of its author that an error comes from. */
import { randomBytes } from 'node:crypto';
import { createRequire, isBuiltin, SourceMap } from 'node:module';
import path from 'node:path';
import { Script } from 'node:vm';
import type { Diagnostic, Location } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import type { SourceFile } from '../diagnostics/source-file.ts';
import { type Bundle, GIVEN } from './bundle.ts';
import type { SharedModules } from './shared-modules.ts';
import * as kit from '../kit/index.ts';
import { kitHint } from './bundle-errors.ts';
import { BoundedMap } from '../system/bounded-map.ts';
import { guardLoops, type Insertion, unguardedColumn } from './loop-limit.ts';
import type { TemplateNotes } from './build-notes.ts';
import { COMPONENTS_FILE } from './merge-templates.ts';
import { EndlessError } from './run-limits.ts';
import { templateGlobals, type TemplateWorld, templateWorld } from './template-globals.ts';

/** Code that runs, or ran. */
export interface RunModule {
  /** Absolute path of the template. */
  folder: string;
  /** The way back from the lines of the bundle to those of its author. */
  map: SourceMap;
  insertions: Insertion[];
  sources: SourceFile[];
  /** What is noted of it. */
  notes: TemplateNotes;
  /** What it finds as `console` and `process`. */
  world: TemplateWorld;
}

/** So many bundles are remembered: a preview makes one at each change of a file. */
const REMEMBERED = 64;

/**
 * What runs, by the names that stacks give it: no two have one name. A stack says no more, and a promise that fails is told to the process
 * alone, so that the way from there to the build is kept for the whole process. Nothing is noted here.
 */
const modules = new BoundedMap<string, RunModule>(REMEMBERED);

/** One line before the code of the bundle. */
const HEAD = `(function (module, exports, require, console, process, ${Object.keys(templateGlobals).join(', ')}, ${GIVEN.modules}, ${GIVEN.tick}) {\n`;

/** What a bundle's modules export, in the order in which they were asked for. */
export type Exports = Record<string, Record<string, unknown>>;

const KIT_NAMES = Object.keys(kit);

/** The name of a bundle in stacks. */
const PREFIX = 'mendbook-template-';

/** Makes a module of what `bundle` gives. */
export const moduleOf = (folder: string, map: string, sources: SourceFile[], notes: TemplateNotes): RunModule => ({
  folder,
  map: new SourceMap(JSON.parse(map) as ConstructorParameters<typeof SourceMap>[0]),
  insertions: [],
  sources,
  notes,
  world: templateWorld(notes.talk),
});

/**
 * Runs a bundle.
 *
 * @throws whatever its code throws
 */
export function runModule(module: RunModule, { code = '' }: Bundle, shared: SharedModules): Exports {
  hearRejections();
  const guarded = guardLoops(code);
  module.insertions.push(...guarded.insertions);
  const name = `${PREFIX}${randomBytes(6).toString('hex')}.js`;
  modules.set(name, module);
  module.notes.code(module.sources);
  const run = new Script(`${HEAD}${guarded.code}\n})`, { filename: name, lineOffset: -1 }).runInThisContext() as (...given: unknown[]) => void;
  const made = { exports: {} as Exports };
  run(made, made.exports, requireBuiltin(module.folder), module.world.console, module.world.process, ...Object.values(templateGlobals), shared, () =>
    module.notes.stretch.tick(),
  );
  return made.exports;
}

/** What a template finds as `require`: what it imports by a fixed name is in the bundle, and was judged with it; nothing else is loaded. */
const requireBuiltin = (folder: string): ((name: string) => unknown) => {
  const require = createRequire(path.join(folder, COMPONENTS_FILE));
  return (name) => {
    if (isBuiltin(name)) return require(name) as unknown;
    throw new Error(`require() takes modules by a fixed name, found one that is put together while it runs: ${name}`);
  };
};

/** Notes a promise that has failed, and that nobody waits for, with the template that made it. */
const hearRejection = (reason: unknown): void => {
  const place = placeIn(stackOf(reason));
  if (place) place.module.notes.fault(failure(reason, place.at));
  // Without a listener Node ends the program; where the program around has one of its own, that one decides.
  else if (process.listeners('unhandledRejection').every((one) => one === hearRejection)) throw reason;
};

/** Has promises that fail told as faults of a template; once for the process, since it is the process that is told of them. */
const hearRejections = (): void => {
  if (!process.listeners('unhandledRejection').includes(hearRejection)) process.on('unhandledRejection', hearRejection);
};

/** A place in the files of a template. */
export const locate = ({ folder, sources }: RunModule, name: string, line: number, column: number, length = 1): Location => {
  const file = path.resolve(folder, name);
  const start = (sources.find((source) => source.file === file)?.lineStarts[line] ?? 0) + column;
  return { file, start, end: start + length };
};

const stackOf = (thrown: unknown): string => (thrown instanceof Error ? String(thrown.stack ?? '') : '');

/** Where in a template an error was thrown, by its stack. */
function placeIn(stack: string): { module: RunModule; at: Location } | undefined {
  for (const [, name = '', line, column] of stack.matchAll(/(mendbook-template-\w+\.js):(\d+):(\d+)/g)) {
    const module = modules.get(name);
    if (!module) continue;
    const row = Number(line) - 1;
    const entry = module.map.findEntry(row, unguardedColumn(module.insertions, row, Number(column) - 1));
    if ('originalSource' in entry && !entry.originalSource.includes('mendbook:'))
      return { module, at: locate(module, entry.originalSource, entry.originalLine, entry.originalColumn) };
  }
  return undefined;
}

/**
 * Finds the line of a user's template that an error was thrown in, when it was loaded or when a page was made.
 *
 * @returns a diagnostic at that line; nothing when no template has a part in it
 */
export function blame(thrown: unknown): Diagnostic | undefined {
  const place = placeIn(stackOf(thrown));
  return place && failure(thrown, place.at);
}

/** What is said of something that was thrown by a template's code. */
export function failure(thrown: unknown, at: Location): Diagnostic {
  if (thrown instanceof EndlessError)
    return error('template-endless', `expected a component that ends, found ${thrown.message}`, at, 'see to it that it stops');
  if (!(thrown instanceof Error))
    return error(
      'template-error',
      `expected a component that runs, found one that throws ${shown(thrown)}`,
      at,
      'throw an Error, such as new Error("no title"): it knows its line',
    );
  const [first = ''] = String(thrown.message).split('\n');
  const line = first.length > LONGEST ? `${first.slice(0, LONGEST)}…` : first;
  if (thrown instanceof RangeError && /call stack/.test(line))
    return error('template-endless', 'expected a component that ends, found a function that calls itself without end', at, 'see to it that it stops');
  if (/reading 'use[A-Z]\w*'|Invalid hook call|React error #321\b|outside a workbook/.test(line)) {
    return error(
      'hook-outside',
      'expected a hook such as useTheme() inside a component, found one outside',
      at,
      'call it in the function of the component, before anything is returned',
    );
  }
  const [, name] = /^(\w+) is not defined$/.exec(line) ?? [];
  const hint = name && (KIT_NAMES.includes(name) ? `import it: import { ${name} } from 'mendbook/kit'` : kitHint(name, KIT_NAMES));
  return error('template-error', `expected a component that runs, found an error: ${line}`, at, ...(hint ? [hint] : []));
}

/** So many characters of a message are shown. */
const LONGEST = 200;

const shown = (value: unknown): string =>
  typeof value === 'string'
    ? `"${value.slice(0, 60)}"`
    : value === undefined || value === null
      ? 'nothing'
      : typeof value === 'object'
        ? 'an object'
        : `a ${typeof value}`;
