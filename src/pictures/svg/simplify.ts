/** From a parsed SVG to a drawing of plain elements with plain attributes; what cannot be drawn is told. */
import { DRAWN, EFFECTS, GROUPS, REFUSED, SILENT, TEXTS } from './elements.ts';
import type { Faults } from './faults.ts';
import { normalized } from './paint.ts';
import { type Element, SVG } from './parse.ts';
import { byWeight, type Declarations, isProperty, type Sheet, sheetOf, styleOf } from './styles.ts';

/** An element as it is drawn. */
export interface Plain {
  name: string;
  attributes: Record<string, string>;
  children: Plain[];
  /** Offsets of the tag that it came from. */
  start: number;
  end: number;
}

/** Attributes that say nothing of how an element is drawn. */
const SILENT_ATTRIBUTES =
  /^(?:style|class|data-.*|aria-.*|role|lang|tabindex|version|baseProfile|enable-background|contentScriptType|contentStyleType|zoomAndPan)$/;
/** An outline: letters of commands and numbers (SVG 1.1, 8.3.9). */
const OUTLINE = /^[MmZzLlHhVvCcSsQqTtAa\d\s,.eE+-]*$/;

/** Every style sheet of a drawing, in order. */
const sheetsIn = (element: Element): { element: Element; sheet: Sheet }[] => [
  ...(element.name === 'style' ? [{ element, sheet: sheetOf(element.text) }] : []),
  ...element.children.flatMap(sheetsIn),
];

const hasWords = ({ text, children }: Element): boolean => text.trim() !== '' || children.some(hasWords);

/**
 * Simplifies a drawing: styles become attributes, what is hidden or says nothing goes.
 *
 * @param root an `svg` element
 * @param faults where what cannot be drawn is told
 */
export const simplify = (root: Element, faults: Faults): Plain => {
  const sheets = sheetsIn(root);
  for (const { element, sheet } of sheets) {
    for (const selector of sheet.unknown) faults.add(selector === '@import' ? 'svg-remote' : 'svg-style', `"${selector}"`, element);
  }
  const rules = byWeight(sheets.flatMap(({ sheet }) => sheet.rules));

  /** Attributes of an element, its style among them. */
  const attributesOf = (element: Element, style: Declarations, white: boolean): Record<string, string> => {
    const attributes: Record<string, string> = {};
    for (const [key, value] of Object.entries(element.attributes)) {
      const [, name = ''] = /^(?:xlink:)(href)$/.exec(key) ?? [undefined, key];
      if (/^on/i.test(name)) faults.add('svg-script', `a script ("${name}")`, element);
      else if (!name.includes(':') && !SILENT_ATTRIBUTES.test(name) && !isProperty(name)) attributes[name] = value;
    }
    if (attributes.href && !attributes.href.startsWith('#')) {
      if (element.name !== 'a') faults.add('svg-remote', `a part elsewhere ("${attributes.href.slice(0, 40)}")`, element);
      delete attributes.href;
    }
    if (attributes.d !== undefined && !OUTLINE.test(attributes.d)) faults.add('svg-path', `something else in "d"`, element);
    const {
      'mask-type': _,
      filter,
      'mix-blend-mode': blend,
      'vector-effect': vector,
      ...drawn
    } = normalized(style, (value) => faults.add('svg-colour', `"${value.slice(0, 40)}"`, element));
    for (const [property, value, plain] of [
      ['filter', filter, 'none'],
      ['mix-blend-mode', blend, 'normal'],
      ['vector-effect', vector, 'none'],
    ] as const) {
      if (value && value !== plain) faults.add('svg-effect', `an effect (${property})`, element);
    }
    return { ...attributes, ...(white ? whitened(drawn) : drawn) };
  };

  const walk = (element: Element, white: boolean): Plain[] => {
    const { name, space, start, end } = element;
    // Editors keep what is theirs in namespaces of their own.
    if (space !== SVG || SILENT.has(name) || EFFECTS.has(name)) return [];
    const style = styleOf(element, rules);
    if (style.display === 'none') return [];
    if (TEXTS.has(name)) {
      if (hasWords(element)) faults.add('svg-text', 'text', element);
      return [];
    }
    const refused = REFUSED[name];
    if (refused) {
      faults.add(refused.code, refused.found, element);
      return [];
    }
    if (!DRAWN.has(name) && !GROUPS.has(name)) {
      faults.add('svg-unknown', `<${name}>`, element);
      return [];
    }
    const alpha = name === 'mask' && style['mask-type'] === 'alpha';
    const inside = white || alpha;
    const attributes = attributesOf(element, alpha ? { fill: '#ffffff', ...style } : style, inside);
    const kept = name === 'switch' ? firstChoice(element.children) : element.children;
    const { href: _, ...unlinked } = attributes;
    return [
      {
        name: GROUPS.has(name) ? 'g' : name,
        attributes: GROUPS.has(name) ? unlinked : attributes,
        children: kept.flatMap((child) => walk(child, inside)),
        start,
        end,
      },
    ];
  };
  return walk(root, false)[0] ?? { name: 'svg', attributes: {}, children: [], start: root.start, end: root.end };
};

/** A mask by opacity, drawn as one by brightness: everything in it is white. */
const whitened = (style: Declarations): Declarations =>
  Object.fromEntries(
    Object.entries(style).map(([property, value]) => [
      property,
      ['fill', 'stroke', 'stop-color'].includes(property) && value.startsWith('#') ? '#ffffff' : value,
    ]),
  );

/** The child of a `switch` that any program can show: those before it ask for one program. */
const firstChoice = (children: readonly Element[]): Element[] => {
  const first = children.find(({ space, attributes }) => space === SVG && attributes.requiredExtensions === undefined);
  return first ? [first] : [];
};
