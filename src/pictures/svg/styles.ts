/** Style sheets and style attributes, resolved into the attributes of each element. */
import type { Element } from './parse.ts';

/** What a property says. */
export type Declarations = Record<string, string>;

interface Rule {
  tag?: string;
  ids: string[];
  classes: string[];
  /** Ids count most, then classes, then tags; the later of two that count the same wins. */
  weight: number;
  declarations: Declarations;
}

/** The properties that are drawn; others are left out. */
const DRAWN = new Set([
  'color',
  'visibility',
  'display',
  'overflow',
  'opacity',
  'fill',
  'fill-opacity',
  'fill-rule',
  'stroke',
  'stroke-opacity',
  'stroke-width',
  'stroke-dasharray',
  'stroke-dashoffset',
  'stroke-miterlimit',
  'stroke-linejoin',
  'stroke-linecap',
  'stop-color',
  'stop-opacity',
  'clip-path',
  'clip-rule',
  'mask',
  'mask-type',
  'marker',
  'marker-start',
  'marker-mid',
  'marker-end',
  'transform',
  'filter',
  'mix-blend-mode',
  'vector-effect',
]);

const withoutComments = (css: string): string => css.replaceAll(/\/\*.*?(?:\*\/|$)/gs, '');

/** `fill: red; stroke: none` */
const declarationsOf = (css: string): Declarations => {
  const declarations: Declarations = {};
  for (const declaration of withoutComments(css).split(/;(?![^(]*\))/)) {
    const colon = declaration.indexOf(':');
    const property = declaration.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && DRAWN.has(property))
      declarations[property] = declaration
        .slice(colon + 1)
        .replace(/!\s*important\s*$/i, '')
        .trim();
  }
  return declarations;
};

/** At-rules that change nothing in a drawing without words. */
const HARMLESS = /@(?:font-face\s*\{[^}]*\}|charset[^;]*;|namespace[^;]*;)/gi;
const SIMPLE = /^(?:[a-z][\w-]*|\*)?(?:[.#][\w-]+)*$/i;

export interface Sheet {
  rules: Rule[];
  /** Selectors and at-rules that are not understood. */
  unknown: string[];
}

/** Reads a style sheet: selectors of tags, classes and ids, as drawing programs write them. */
export const sheetOf = (css: string): Sheet => {
  const sheet: Sheet = { rules: [], unknown: [] };
  let rest = withoutComments(css)
    .replaceAll(/<!--|-->/g, '')
    .replaceAll(HARMLESS, '');
  rest = rest.replaceAll(/@[\w-]+[^;{]*(?:;|\{(?:[^{}]*\{[^{}]*\})*[^{}]*\})/g, (rule) => {
    sheet.unknown.push(rule.split(/[\s{;]/, 1)[0] ?? '@');
    return '';
  });
  for (const [, selectors = '', body = ''] of rest.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    const declarations = declarationsOf(body);
    for (const selector of selectors
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== '')) {
      if (!SIMPLE.test(selector)) {
        if (Object.keys(declarations).length > 0) sheet.unknown.push(selector);
        continue;
      }
      const [tag] = /^[a-z][\w-]*/i.exec(selector) ?? [];
      const marks = [...selector.matchAll(/([.#])([\w-]+)/g)];
      const ids = marks.flatMap(([, sign, name]) => (sign === '#' && name ? [name] : []));
      const classes = marks.flatMap(([, sign, name]) => (sign === '.' && name ? [name] : []));
      sheet.rules.push({ ...(tag ? { tag } : {}), ids, classes, weight: ids.length * 10_000 + classes.length * 100 + (tag ? 1 : 0), declarations });
    }
  }
  return sheet;
};

/**
 * What is said of an element: by its attributes, by rules that select it, by its own style; the last counts most.
 *
 * @param rules sorted by weight, lightest first
 */
export const styleOf = ({ name, attributes }: Element, rules: readonly Rule[]): Declarations => {
  const classes = (attributes.class ?? '').split(/\s+/);
  const selected = rules.filter(
    (rule) => (rule.tag ?? name) === name && rule.ids.every((id) => id === attributes.id) && rule.classes.every((one) => classes.includes(one)),
  );
  const given = Object.entries(attributes).filter(([key]) => DRAWN.has(key));
  return Object.assign(Object.fromEntries(given), ...selected.map(({ declarations }) => declarations), declarationsOf(attributes.style ?? '')) as Declarations;
};

/** Lightest first; sorting keeps the order of those that weigh the same. */
export const byWeight = (rules: readonly Rule[]): Rule[] => rules.toSorted((one, other) => one.weight - other.weight);

/** Whether a name is that of a property, whose attribute the resolved style stands in for. */
export const isProperty = (name: string): boolean => DRAWN.has(name);
