/** Checks what the modules of a template export. */
import { isValidElement } from 'react';
import type { Diagnostic, Location } from '../diagnostics/diagnostic.ts';
import { error, warning } from '../diagnostics/make.ts';
import type { SourceFile } from '../diagnostics/source-file.ts';
import { nearest, quoted } from '../yaml/index.ts';
import type { ComponentPlace } from './component-places.ts';
import { COMPONENT_NAMES, LEAF_KINDS } from './merge-templates.ts';

export type ModuleExports = Record<string, unknown>;

const isMap = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
/** Whether a value is a component: a function, or the result of `memo` or `forwardRef`. */
const isComponent = (value: unknown): boolean => typeof value === 'function' || (isMap(value) && '$$typeof' in value && !isValidElement(value));
/** Whether a value is the result of `lazy`, for whose loading a page does not wait. */
export const isLazy = (value: unknown): boolean => isMap(value) && value['$$typeof'] === Symbol.for('react.lazy');
const isAsync = (value: unknown): boolean => typeof value === 'function' && /^Async|Generator/.test(value.constructor.name);

const COMPONENT = 'a component is a function that takes props and gives elements';
const nameOf = (value: unknown): string =>
  value === undefined ? 'nothing' : value === null ? 'null' : isValidElement(value) ? 'an element' : Array.isArray(value) ? 'a list' : typeof value;

/** Diagnostics for a value that is no component. */
const wrongComponent = (value: unknown, name: string, at: Location): Diagnostic[] => {
  if (!isComponent(value)) {
    const hint = isValidElement(value) ? `${COMPONENT}: write () => <… />` : COMPONENT;
    return [error('not-a-component', `expected a component for "${name}", found ${nameOf(value)}`, at, hint)];
  }
  const found = isLazy(value) ? 'one that is loaded later' : 'an async function or a generator';
  return isAsync(value) || isLazy(value)
    ? [
        error(
          'async-component',
          `expected a component for "${name}", found ${found}`,
          at,
          'a component gives its elements at once: what it needs is in its props',
        ),
      ]
    : [];
};

/** Checks the default export of template.tsx. */
export function checkMap({ default: given }: ModuleExports, file: string, sources: readonly SourceFile[]): Diagnostic[] {
  const text = textOf(file, sources);
  const start = { file, start: 0, end: 0 };
  if (!isMap(given) || isComponent(given) || isValidElement(given)) {
    const message = `expected a map of components as default export, found ${given === undefined ? 'none' : nameOf(given)}`;
    return [
      error(
        'no-components',
        message,
        placeOf('default', text, file) ?? start,
        'end the file with "export default { … };", such as "export default { Cover };"',
      ),
    ];
  }
  const problems: Diagnostic[] = [];
  const look = (map: Record<string, unknown>, known: readonly string[], what: string): void => {
    for (const [key, value] of Object.entries(map)) {
      const at = placeOf(key, text, file) ?? start;
      if (!known.includes(key)) {
        const near = nearest(key, known);
        problems.push(
          error(
            'unknown-component',
            `expected a known ${what}, found ${quoted(key)}`,
            at,
            near ? `did you mean "${near}"?` : `known here: ${known.join(', ')}`,
          ),
        );
      } else if (key === 'blocks' && map === given) {
        if (isMap(value)) look(value, LEAF_KINDS, 'kind of block');
        else
          problems.push(
            error(
              'not-a-component',
              'expected a map of components under "blocks", found something else',
              at,
              'write for instance "blocks: { question: Question }"',
            ),
          );
      } else problems.push(...wrongComponent(value, key, at));
    }
  };
  look(given, COMPONENT_NAMES, 'component');
  return problems;
}

interface Context {
  /** Absolute path. */
  file: string;
  sources: readonly SourceFile[];
  /** The places of all components. */
  places: readonly ComponentPlace[];
}

/** Checks the exports of a component's file. */
export function checkExport(own: ModuleExports, { exported, file: shown }: ComponentPlace, { file, sources, places }: Context): Diagnostic[] {
  const text = textOf(file, sources);
  const start = { file, start: 0, end: 0 };
  const value = own[exported];
  const names = Object.keys(own).filter((name) => name !== 'default');
  if (value === undefined && !(exported in own)) {
    // A file without exports counts as CommonJS, with a default export that its author did not write.
    const whole = /\bexport\s+default\b|\bas\s+default\b/.test(text);
    const hint = !whole ? `write "export const ${exported} = (props) => …"` : `write "export const ${exported} = …" in place of "export default"`;
    const found = !whole ? (names.length > 0 ? names.join(', ') : 'no export') : 'a default export';
    const at = placeOf(whole ? 'default' : (names[0] ?? ''), text, file) ?? start;
    return [error('missing-export', `expected ${shown} to export ${exported}, found ${found}`, at, hint)];
  }
  const others = names.filter((name) => name !== exported).flatMap((name) => places.filter((place) => place.exported === name && isComponent(own[name])));
  return [
    ...wrongComponent(value, exported, placeOf(exported, text, file) ?? start),
    ...others.map((other) =>
      warning(
        'unused-component',
        `expected ${other.exported} in ${other.file}, found it in ${shown}, where it takes no one’s place`,
        placeOf(other.exported, text, file) ?? start,
        `move it to ${other.file}, or give it another name`,
      ),
    ),
  ];
}

const textOf = (file: string, sources: readonly SourceFile[]): string => sources.find((source) => source.file === file)?.text ?? '';

/** Where a name stands in the text: after `export`, else where it is last used as a key. */
function placeOf(key: string, text: string, file: string): Location | undefined {
  if (key === '') return undefined;
  const escaped = key.replaceAll(/[$\\^.*+?()[\]{}|]/g, '\\$&');
  const exported = new RegExp(`\\bexport\\s+(?:async\\s+)?(?:const|let|var|function\\*?|class)?\\s*(?<=\\s)${escaped}(?![\\w$])`).exec(text);
  if (exported) return { file, start: exported.index + exported[0].length - key.length, end: exported.index + exported[0].length };
  const last = [...text.matchAll(new RegExp(`(?<![\\w$])${escaped}(?=['"]?\\s*[:,}(])`, 'g'))].at(-1);
  return last ? { file, start: last.index, end: last.index + key.length } : undefined;
}
