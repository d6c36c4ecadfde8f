/** Reads style sheets and style attributes, and says which declarations apply to an element. */
import type { Element } from './parse-svg.ts';
import { isPresentation, isProperty } from './properties.ts';

/** Values by property. */
export type Declarations = Record<string, string>;

interface Rule {
  tag?: string;
  ids: string[];
  classes: string[];
  /** The specificity: ids count most, then classes, then tags; of two equal rules the later one wins. */
  weight: number;
  block: Block;
}

const withoutComments = (css: string): string => css.replaceAll(/\/\*.*?(?:\*\/|$)/gs, '');

/** The declarations of a block, and those of them that are `!important`. */
interface Block {
  normal: Declarations;
  important: Declarations;
}

/** `fill: red; stroke: none !important` */
const declarationsOf = (css: string): Block => {
  const block: Block = { normal: {}, important: {} };
  for (const declaration of withoutComments(css).split(/;(?![^(]*\))/)) {
    const colon = declaration.indexOf(':');
    const written = declaration.slice(0, colon).trim();
    const property = written.startsWith('--') ? written : written.toLowerCase();
    if (colon <= 0 || !isProperty(property)) continue;
    const [, value = '', important] = /^(.*?)(!\s*important)?$/is.exec(declaration.slice(colon + 1).trim()) ?? [];
    const [to, ...others] = important ? [block.important, block.normal] : [block.normal];
    if (important || block.important[property] === undefined) to[property] = value.trim();
    for (const other of others) delete other[property];
  }
  return block;
};

/** At-rules that have no effect on a drawing without text. */
const HARMLESS = /@(?:font-face\s*\{[^}]*\}|charset[^;]*;|namespace[^;]*;)/gi;
const SIMPLE = /^(?:[a-z][\w-]*|\*)?(?:[.#][\w-]+)*$/i;

export interface Sheet {
  rules: Rule[];
  /** Selectors and at-rules that are not supported. */
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
    const block = declarationsOf(body);
    for (const selector of selectors
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== '')) {
      if (!SIMPLE.test(selector)) {
        if (Object.keys({ ...block.normal, ...block.important }).length > 0) sheet.unknown.push(selector);
        continue;
      }
      const [tag] = /^[a-z][\w-]*/i.exec(selector) ?? [];
      const marks = [...selector.matchAll(/([.#])([\w-]+)/g)];
      const ids = marks.flatMap(([, sign, name]) => (sign === '#' && name ? [name] : []));
      const classes = marks.flatMap(([, sign, name]) => (sign === '.' && name ? [name] : []));
      sheet.rules.push({ ...(tag ? { tag } : {}), ids, classes, weight: ids.length * 10_000 + classes.length * 100 + (tag ? 1 : 0), block });
    }
  }
  return sheet;
};

/**
 * The style of an element: from its attributes, the rules that select it, and its own style, of which later ones win unless others are `!important`.
 *
 * @param rules sorted by specificity, lowest first
 */
export const styleOf = ({ name, attributes }: Element, rules: readonly Rule[]): Declarations => {
  const classes = (attributes.class ?? '').split(/\s+/);
  const selected = rules.filter(
    (rule) => (rule.tag ?? name) === name && rule.ids.every((id) => id === attributes.id) && rule.classes.every((one) => classes.includes(one)),
  );
  const given = Object.entries(attributes).filter(([key]) => isPresentation(key));
  const own = declarationsOf(attributes['style'] ?? '');
  return Object.assign(
    Object.fromEntries(given),
    ...selected.map(({ block }) => block.normal),
    own.normal,
    ...selected.map(({ block }) => block.important),
    own.important,
  ) as Declarations;
};

/** Sorts rules by specificity, lowest first; equal ones keep their order. */
export const byWeight = (rules: readonly Rule[]): Rule[] => rules.toSorted((one, other) => one.weight - other.weight);
