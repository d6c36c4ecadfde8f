/** Computes the style of an element: variables filled in, lengths as numbers, inherited values known. */
import type { Faults } from './faults.ts';
import { lengthOf, type Measures, plain } from './lengths.ts';
import { colourOf, normalized } from './paint.ts';
import type { Element } from './parse-svg.ts';
import { GEOMETRY, GEOMETRY_OF, INHERITED, TOLD, withoutKeyword } from './properties.ts';
import type { Declarations } from './css-rules.ts';

/** What an element takes from its ancestors. */
export interface Scope {
  /** In a mask by opacity, where everything is drawn white. */
  white: boolean;
  /** Inside a mask. */
  masked: boolean;
  /** The values of custom properties. */
  custom: Declarations;
  /** The declared values of inherited properties. */
  inherited: Declarations;
  measures: Measures;
}

const VARIABLE = /var\(\s*(--[\w-]+)\s*(?:,\s*((?:[^()]|\([^()]*\))*))?\)/;
const CALCULATED = /\b(?:calc|min|max|clamp|env|attr|var)\(/i;
/** Units that the drawing library does not know, or counts differently. */
const OTHER_UNITS = /^[+-]?[\d.]+(?:e[+-]?\d+)?(?:em|ex|rem|ch|q|px|pt|pc|mm|cm|in)$/i;
const LENGTHS = /^(?:x|y|x1|x2|y1|y2|cx|cy|r|rx|ry|fx|fy|fr|width|height|refX|refY|markerWidth|markerHeight)$/;

const filled = (value: string, custom: Declarations): string => {
  let text = value;
  // A variable may refer to others; the limit ends circles.
  for (let count = 0; count < 20 && VARIABLE.test(text); count += 1) {
    const before = text;
    text = text.replace(VARIABLE, (all, name: string, otherwise?: string) => custom[name] ?? otherwise ?? all);
    if (text === before) break;
  }
  return text;
};

export interface Computed {
  /** The attributes that are drawn. */
  style: Declarations;
  /** Lengths that a style sheet gives in place of attributes. */
  geometry: Declarations;
  /** What its children take from it. */
  scope: Scope;
}

/** Computes the style of an element. */
export const computed = (element: Element, given: Declarations, scope: Scope, faults: Faults): Computed => {
  const own = Object.entries(given).filter(([property]) => property.startsWith('--'));
  const custom = own.length > 0 ? { ...scope.custom, ...Object.fromEntries(own) } : scope.custom;
  const raw: Declarations = {};
  const geometry: Declarations = {};
  for (const [property, written] of Object.entries(given)) {
    if (property.startsWith('--')) continue;
    const value = withoutKeyword(property, filled(written, custom));
    if (value === undefined) continue;
    const told = TOLD[property];
    if (told) {
      if (value !== '' && !told.test(value)) faults.add('svg-effect', `an effect (${property})`, element);
    } else if (CALCULATED.test(value) && !/^(?:fill|stroke|stop-color|color)$/.test(property)) {
      faults.add('svg-effect', `a value that is worked out ("${value.slice(0, 40)}")`, element);
    } else if (GEOMETRY.has(property)) {
      if (GEOMETRY_OF[element.name]?.includes(property)) geometry[property] = value;
    } else if (property === 'stroke-linejoin' && /^(?:miter-clip|arcs)$/i.test(value)) {
      faults.add('svg-effect', `an effect (stroke-linejoin: ${value})`, element);
    } else raw[property] = value;
  }
  const { marker, ...rest } = raw;
  const marked = marker ? { 'marker-start': marker, 'marker-mid': marker, 'marker-end': marker, ...rest } : rest;
  const em = marked['font-size']
    ? (lengthOf(marked['font-size'], { ...scope.measures, width: scope.measures.em, height: scope.measures.em }, 'across') ?? scope.measures.em)
    : scope.measures.em;
  const measures = { ...scope.measures, em };
  if ((colourOf(marked['color'] ?? '')?.opacity ?? 1) < 1) faults.add('svg-effect', 'an effect (a color that is seen through)', element);
  const style = normalized(marked, (value) => faults.add('svg-colour', `"${value.slice(0, 40)}"`, element));
  for (const property of ['stroke-width', 'stroke-dashoffset', 'stroke-dasharray']) {
    const value = style[property];
    if (value) style[property] = inNumbers(value, measures);
  }
  const handedOn = Object.entries(style).filter(([property]) => INHERITED.has(property));
  return {
    style,
    geometry,
    scope: { ...scope, custom, measures, inherited: handedOn.length > 0 ? { ...scope.inherited, ...Object.fromEntries(handedOn) } : scope.inherited },
  };
};

/** Lengths without units; percentages stay. */
const inNumbers = (value: string, measures: Measures): string =>
  value
    .trim()
    .split(/[\s,]+/)
    .map((one) => (OTHER_UNITS.test(one) ? plain(lengthOf(one, measures, 'across') ?? 0) : one))
    .join(' ');

/** The attributes of an element with their lengths as numbers; `wrong` is called with each value that is no length. */
export const withNumbers = (attributes: Declarations, measures: Measures, wrong: (value: string) => void): Declarations =>
  Object.fromEntries(
    Object.entries(attributes).flatMap(([key, value]) => {
      if (!LENGTHS.test(key) || /^[+-]?[\d.]+(?:e[+-]?\d+)?%?$/i.test(value.trim())) return [[key, value]];
      if (value.trim() === 'auto') return [];
      if (/^(?:left|top)$/.test(value)) return [[key, '0%']];
      if (value === 'center') return [[key, '50%']];
      if (/^(?:right|bottom)$/.test(value)) return [[key, '100%']];
      if (OTHER_UNITS.test(value.trim())) return [[key, inNumbers(value, measures)]];
      wrong(value);
      return [];
    }),
  );
