/** The JSX runtime of a user's components: it checks each element, and notes the line that it was written in. */
import { Fragment, type ElementType, isValidElement, type ReactNode } from 'react';
import { jsx, jsxs } from 'react/jsx-runtime';
import type { DiagnosticCode } from '../diagnostics/codes.ts';
import type { Location } from '../diagnostics/diagnostic.ts';
import { error } from '../diagnostics/make.ts';
import * as kit from '../kit/index.ts';
import { kitHint } from './bundle-errors.ts';
import { isLazy } from './exports.ts';
import { propFaults } from './kit-props.ts';
import type { Component, TemplateNotes } from './build-notes.ts';
import { pictureProps } from './picture-props.ts';
import { blame, failure, locate, type RunModule } from './run-module.ts';
import { styleFaults } from './style-values.ts';

/** The place of an element as esbuild passes it; lines and columns from 1. */
interface Written {
  fileName: string;
  lineNumber: number;
  columnNumber: number;
}

type Props = Record<string, unknown>;

const KIT_VALUES = new Set<unknown>(Object.values(kit));
const KIT_NAMES = Object.keys(kit);
/** The components that may contain text; outside them, text is lost. */
const HOLDS_TEXT = new Set<unknown>([kit.Words]);

/** A component that is a function, not a class and not what `memo` makes. */
export const isFunctionComponent = (type: unknown): type is Component =>
  typeof type === 'function' && !(type.prototype as { isReactComponent?: object } | undefined)?.isReactComponent;

/** What is wrong with the result of a component; nothing where it can be drawn. */
const wrongResult = (result: unknown): { code: DiagnosticCode; found: string; hint: string } | undefined => {
  if (result === undefined) return { code: 'no-elements', found: 'nothing', hint: 'write "return" before them; to draw nothing, "return null"' };
  if (typeof result === 'function') return { code: 'wrong-result', found: 'a function', hint: 'write it as an element, such as <Name />' };
  if (typeof result !== 'object' || result === null || isValidElement(result) || Symbol.iterator in result) return undefined;
  if ('then' in result) return { code: 'async-component', found: 'a promise', hint: NOT_ASYNC };
  // Other values with `$$typeof` are portals and the like.
  return '$$typeof' in result
    ? undefined
    : { code: 'wrong-result', found: 'an object', hint: 'put what is in it into elements, such as <Words>{person.name}</Words>' };
};

const NOT_ASYNC = 'a component gives its elements at once: what it needs is in its props';

/** Whether `use`, or a Suspense component, threw in order to be called again later: a page waits for nothing. */
const isWaiting = (thrown: unknown): boolean =>
  thrown instanceof Error
    ? /Suspense Exception|react\.dev\/errors\/460\b/.test(thrown.message)
    : typeof thrown === 'object' && thrown !== null && 'then' in thrown;

/** Wraps a component in one that checks its result. */
export const watched = (component: Component, module: RunModule, used: Location): Component => {
  const { notes } = module;
  const before = notes.standIns.get(component);
  if (before) return before;
  const { name } = component;
  const stand = (props: Props): unknown => {
    const at = (name && definitionOf(name, module)) || used;
    notes.ran = { name: name || 'a component', at };
    let result: unknown;
    try {
      result = component(props);
    } catch (thrown) {
      // An error without a line in the template is reported at the component.
      if (thrown instanceof Error && blame(thrown) && !isWaiting(thrown)) throw thrown;
      notes.fault(
        isWaiting(thrown)
          ? error('async-component', `expected ${name || 'a component'} to give elements or null, found one that waits for a promise`, at, NOT_ASYNC)
          : failure(thrown, at),
      );
      return null;
    }
    const wrong = wrongResult(result);
    if (wrong) {
      // The promise is never awaited: its rejection must not end the program.
      if (wrong.code === 'async-component') (result as Promise<unknown>).then(undefined, () => undefined);
      notes.fault(error(wrong.code, `expected ${name || 'a component'} to give elements or null, found ${wrong.found}`, at, wrong.hint));
      return null;
    }
    notes.text(result, at, `what ${name || 'a component'} gives,`);
    return result;
  };
  Object.defineProperty(stand, 'name', { value: name });
  notes.standIns.set(component, stand);
  return stand;
};

/** Where a name is defined in the files of a template. */
export function definitionOf(name: string, { sources }: RunModule): Location | undefined {
  const definition = new RegExp(`\\b(?:const|let|var|function|class)\\s+(${name.replaceAll('$', '\\$')})(?![\\w$])`);
  for (const { file, text } of sources) {
    const match = definition.exec(text);
    if (match) return { file, start: match.index + match[0].length - name.length, end: match.index + match[0].length };
  }
  return undefined;
}

const BARE_ELEMENT = () => jsx(Fragment, {});

/** Whether a child is a plain object: React would throw for it without saying where. */
const isLoose = (child: unknown): child is object =>
  typeof child === 'object' && child !== null && !('$$typeof' in child) && !(Symbol.iterator in child) && !('then' in child);

/** The children that can be drawn; faults are noted for the others. Functions stay, for a component may call them. */
const drawable = (children: unknown, tag: string | undefined, at: Location, notes: TemplateNotes): unknown => {
  if (Array.isArray(children)) return children.map((child) => drawable(child, tag, at, notes));
  if (!isLoose(children)) return children;
  const hint =
    'text' in children
      ? 'words of an author are set by <Prose of={…} />, or are plain text by plain(…)'
      : 'name the words in it, such as <Words>{person.name}</Words>';
  notes.fault(error('wrong-child', `expected words or elements inside <${tag ?? ''}>, found ${children instanceof Date ? 'a date' : 'an object'}`, at, hint));
  return null;
};

/** The JSX runtime of one template. */
export const jsxRuntime = (module: RunModule): Props => ({
  Fragment,
  jsxDEV: (type: unknown, props: Props, key: string | undefined, several: boolean, { fileName, lineNumber, columnNumber }: Written) => {
    const { notes } = module;
    notes.limiter.countElement();
    const at = locate(module, fileName, lineNumber - 1, columnNumber - 1);
    const tag = tagAt(module, at);
    if (tag) at.end = at.start + 1 + tag.length;
    const wrong = wrongType(type, tag);
    if (wrong) {
      notes.fault(error(wrong.code, wrong.message, at, wrong.hint));
      return BARE_ELEMENT();
    }
    for (const { code, message, hint } of [...propFaults(type, props), ...(KIT_VALUES.has(type) ? styleFaults(props['style']) : [])])
      notes.fault(error(code, message, at, ...(hint ? [hint] : [])));
    // A component of the template itself may take any children.
    let given = KIT_VALUES.has(type) || type === Fragment ? { ...props, children: drawable(props['children'], tag, at, module.notes) } : props;
    if (type === kit.Svg)
      for (const { message } of styleFaults({ width: props['width'], height: props['height'] })) notes.fault(error('wrong-prop', message, at));
    if (type === kit.Image) {
      const { props: shown, fault } = pictureProps(props, module.folder);
      if (fault) notes.fault(error(fault.code, fault.message, at, ...(fault.hint ? [fault.hint] : [])));
      given = shown;
    }
    if (!HOLDS_TEXT.has(type)) notes.text(given['children'], at, 'text');
    if (type === kit.TextField || type === kit.CheckField) notes.field(String(props['name']), at);
    const drawn = isFunctionComponent(type) && !KIT_VALUES.has(type) ? watched(type, module, at) : type;
    return (several ? jsxs : jsx)(drawn as ElementType<{ children?: ReactNode }>, given, key);
  },
});

/** The name after the `<` of an element. */
const tagAt = ({ sources }: RunModule, { file, start }: Location): string | undefined => {
  const text = sources.find((source) => source.file === file)?.text.slice(start, start + 100) ?? '';
  return /^<\s*([\w$.-]+)/.exec(text)?.[1];
};

/** What is wrong with the type of an element. */
function wrongType(type: unknown, tag = ''): { code: DiagnosticCode; message: string; hint: string } | undefined {
  if (typeof type === 'string') {
    if (KIT_VALUES.has(type)) return undefined;
    const stand = {
      p: 'Words',
      span: 'Words',
      h1: 'Words',
      h2: 'Words',
      h3: 'Words',
      div: 'Box',
      section: 'Box',
      ul: 'Box role="L"',
      li: 'Box role="LI"',
      img: 'Image',
      svg: 'Svg',
      path: 'Path',
      input: 'TextField',
    }[type];
    return {
      code: 'unknown-element',
      message: `expected a component of mendbook/kit, found <${type}>, which is of web pages`,
      hint: stand ? `on paper it is <${stand}>` : 'boxes are <Box>, text stands in <Words>',
    };
  }
  if (isLazy(type))
    return {
      code: 'async-component',
      message: `expected a component behind <${tag}>, found one that is loaded later`,
      hint: 'import it at the head of the file',
    };
  if (typeof type === 'function' || type === Fragment || (typeof type === 'object' && type !== null && '$$typeof' in type && !isValidElement(type)))
    return undefined;
  const found =
    type === undefined || type === null ? 'nothing' : isValidElement(type) ? 'an element' : `${/^[aeio]/.test(typeof type) ? 'an' : 'a'} ${typeof type}`;
  return {
    code: 'no-component',
    message: `expected a component behind <${tag}>, found ${found}`,
    hint: kitHint(tag, KIT_NAMES) ?? 'see that it is exported where it is written, and imported here under the same name',
  };
}
