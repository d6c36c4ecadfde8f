/** Runs the code of a user's components, and finds the line that an error comes from. */
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
import { templateGlobals, type TemplateProcess, makeTemplateProcess } from './template-globals.ts';

/** The bundled code of a template, with what errors in it are traced by. */
export interface RunModule {
  /** Absolute path of the template. */
  folder: string;
  /** The source map from the bundle to the author's files. */
  map: SourceMap;
  insertions: Insertion[];
  sources: SourceFile[];
  /** Collects its faults. */
  notes: TemplateNotes;
  /** Its `console` and `process`. */
  standIns: TemplateProcess;
}

/** How many bundles are remembered: a preview makes one at each change of a file. */
const REMEMBERED = 64;

/**
 * The running modules by the unique names that stack traces show. A stack has no other link to its build, and failed promises are reported
 * only to the process, so this map serves the whole process. No faults are kept in it.
 */
const modules = new BoundedMap<string, RunModule>(REMEMBERED);

/** The line before the code of the bundle. */
const HEAD = `(function (module, exports, require, console, process, ${Object.keys(templateGlobals).join(', ')}, ${GIVEN.modules}, ${GIVEN.tick}) {\n`;

/** The exports of a bundle's modules, in the order in which they were requested. */
export type Exports = Record<string, Record<string, unknown>>;

const KIT_NAMES = Object.keys(kit);

/** The prefix of a bundle's name in stack traces. */
const PREFIX = 'mendbook-template-';

/** Makes a module from the result of `bundle`. */
export const moduleOf = (folder: string, map: string, sources: SourceFile[], notes: TemplateNotes): RunModule => ({
  folder,
  map: new SourceMap(JSON.parse(map) as ConstructorParameters<typeof SourceMap>[0]),
  insertions: [],
  sources,
  notes,
  standIns: makeTemplateProcess(notes.talk),
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
  run(made, made.exports, requireBuiltin(module.folder), module.standIns.console, module.standIns.process, ...Object.values(templateGlobals), shared, () =>
    module.notes.limiter.tick(),
  );
  return made.exports;
}

/** The `require` of a template: it loads only Node's own modules. Files imported by a fixed name are in the bundle, and were judged with it. */
const requireBuiltin = (folder: string): ((name: string) => unknown) => {
  const require = createRequire(path.join(folder, COMPONENTS_FILE));
  return (name) => {
    if (isBuiltin(name)) return require(name) as unknown;
    throw new Error(`require() takes modules by a fixed name, found one that is put together while it runs: ${name}`);
  };
};

/** Notes an unhandled rejection as a fault of the template whose code caused it. */
const hearRejection = (reason: unknown): void => {
  const place = placeIn(stackOf(reason));
  if (place) place.module.notes.fault(failure(reason, place.at));
  // Without a listener Node ends the program; if the calling program has its own listener, that one decides.
  else if (process.listeners('unhandledRejection').every((one) => one === hearRejection)) throw reason;
};

/** Listens for unhandled rejections; once, since Node reports them to the process. */
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

/** The place in a template where an error was thrown, from its stack. */
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
 * Finds the line of a user's template in which an error was thrown, during loading or layout.
 *
 * @returns a diagnostic at that line; nothing when the error did not come from a template
 */
export function blame(thrown: unknown): Diagnostic | undefined {
  const place = placeIn(stackOf(thrown));
  return place && failure(thrown, place.at);
}

/** The diagnostic for an error thrown by a template's code. */
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

/** The most characters of a message that are shown. */
const LONGEST = 200;

const shown = (value: unknown): string =>
  typeof value === 'string'
    ? `"${value.slice(0, 60)}"`
    : value === undefined || value === null
      ? 'nothing'
      : typeof value === 'object'
        ? 'an object'
        : `a ${typeof value}`;
