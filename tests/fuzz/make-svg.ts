/** Drawings that are right: features of SVG beside and within each other, and shapes with any attribute that they may have. */
import { DRAWN_FEATURES, drawingOf, TOLD_FEATURES } from '../fixtures/svg-features.ts';
import type { Random } from './random.ts';

const COLOURS = ['none', '#c00', '#0e5157', 'teal', 'currentColor', 'rgb(10 20 200 / 40%)', 'hsl(30 80% 40%)', 'transparent', '#0f08'];
const TRANSFORMS = [
  'rotate(30)',
  'rotate(45 50 50)',
  'translate(10,-5)',
  'scale(.5 1)',
  'scale(-1 1)',
  'skewX(20)',
  'matrix(1 .2 -.3 1 5 5)',
  'scale(0)',
  'rotate(0)',
];
const BOXES = ['0 0 100 100', '0 0 100 100', '-20 -10 140 120', '0 0 1 1', '0 0 4000 30', '.5 .5 99 99', '0 0 100 1'];
const SIZES = [
  '',
  '',
  'width="100" height="50"',
  'width="2in" height="20mm"',
  'width="100%" height="100%"',
  'width="1" height="900"',
  'preserveAspectRatio="xMaxYMin slice"',
];

const number = (random: Random, most = 100): string => (random.next() * most * (random.chance(0.1) ? -1 : 1)).toFixed(random.below(4));
const numbers = (random: Random, count: number): string => Array.from({ length: count }, () => number(random)).join(random.pick([' ', ',', ', ']));

/** How many numbers each command of a path takes. */
const COMMANDS: readonly (readonly [command: string, count: number])[] = [
  ['L', 2],
  ['l', 2],
  ['H', 1],
  ['v', 1],
  ['C', 6],
  ['s', 4],
  ['Q', 4],
  ['t', 2],
  ['Z', 0],
  ['M', 2],
  ['m', 2],
];
const pathData = (random: Random): string => {
  const parts = Array.from({ length: random.few(1, 8) }, () => {
    if (random.chance(0.12)) return `A${number(random)} ${number(random)} ${random.below(360)} ${random.below(2)} ${random.below(2)} ${numbers(random, 2)}`;
    const [command, count] = random.pick(COMMANDS);
    return command + numbers(random, count);
  });
  return `M${numbers(random, 2)}${parts.join('')}`;
};

const SHAPES: Readonly<Record<string, (random: Random) => string>> = {
  rect: (random) =>
    `x="${number(random)}" y="${number(random)}" width="${random.below(90)}" height="${random.below(90)}"${random.chance(0.3) ? ` rx="${random.below(60)}"` : ''}`,
  circle: (random) => `cx="${number(random)}" cy="${number(random)}" r="${random.below(50)}"`,
  ellipse: (random) => `cx="${number(random)}" cy="${number(random)}" rx="${random.below(50)}" ry="${random.below(50)}"`,
  line: (random) => `x1="${number(random)}" y1="${number(random)}" x2="${number(random)}" y2="${number(random)}"`,
  polyline: (random) => `points="${numbers(random, 2 * random.few(1, 6))}"`,
  polygon: (random) => `points="${numbers(random, 2 * random.few(1, 6))}"`,
  path: (random) => `d="${pathData(random)}"`,
};

/** What a drawing defines and its shapes refer to, by the kind of reference. */
interface Defined {
  paints: readonly string[];
  clips: readonly string[];
  masks: readonly string[];
  markers: readonly string[];
  reused: readonly string[];
}

type Attribute = (random: Random, defined: Defined) => string;
const referring = (ids: readonly string[], random: Random): string => (ids.length > 0 ? `url(#${random.pick(ids)})` : 'none');
const paint: Attribute = (random, { paints }) => (random.chance(0.3) ? referring(paints, random) : random.pick(COLOURS));

/** Attributes that any element which is drawn may have. */
const ATTRIBUTES: Readonly<Record<string, Attribute>> = {
  fill: paint,
  stroke: paint,
  color: (random) => random.pick(['#c00', 'navy']),
  'stroke-width': (random) => random.pick([number(random, 20), '0', '5%', '.3em', '2mm', '1000']),
  'stroke-dasharray': (random) => random.pick(['none', '5', '10,5 2', '0', '0 4', '5%', '1e-3 2', '0 0']),
  'stroke-dashoffset': (random) => random.pick(['0', '5', '-3', '10%']),
  'stroke-linecap': (random) => random.pick(['butt', 'round', 'square']),
  'stroke-linejoin': (random) => random.pick(['miter', 'round', 'bevel']),
  'stroke-miterlimit': (random) => random.pick(['1', '4', '100']),
  opacity: (random) => random.pick(['0', '.5', '1', '40%', '2']),
  'fill-opacity': (random) => random.pick(['0', '.5', '40%']),
  'stroke-opacity': (random) => random.pick(['0', '.5', '40%']),
  'fill-rule': (random) => random.pick(['evenodd', 'nonzero']),
  'paint-order': (random) => random.pick(['stroke', 'markers stroke', 'normal']),
  visibility: (random) => random.pick(['hidden', 'visible']),
  display: (random) => random.pick(['inline', 'block', 'none']),
  transform: (random) => Array.from({ length: random.few(1, 3) }, () => random.pick(TRANSFORMS)).join(' '),
  'transform-origin': (random) => random.pick(['50 50', 'center', '0 0', '20% 80%']),
  style: (random) =>
    random.pick([
      'transform: rotate(20deg); transform-box: fill-box',
      'fill: red !important',
      'clip-path: circle(30px)',
      'clip-path: inset(10% round 5px)',
      '',
      ';',
    ]),
  'clip-path': (random, { clips }) => referring(clips, random),
  mask: (random, { masks }) => referring(masks, random),
  'marker-end': (random, { markers }) => referring(markers, random),
  'marker-mid': (random, { markers }) => referring(markers, random),
  pathLength: (random) => random.pick(['10', '100', '0']),
  class: (random) => random.pick(['a', 'b', 'a b']),
};

const attributes = (random: Random, defined: Defined, most: number): string => {
  const names = new Set(Array.from({ length: random.few(0, most) }, () => random.pick(Object.keys(ATTRIBUTES))));
  return [...names].map((name) => ` ${name}="${ATTRIBUTES[name]?.(random, defined) ?? ''}"`).join('');
};

const shape = (random: Random, defined: Defined): string => {
  const name = random.pick(Object.keys(SHAPES));
  return `<${name} ${SHAPES[name]?.(random) ?? ''}${attributes(random, defined, 5)}/>`;
};

const element = (random: Random, defined: Defined, depth = 0): string => {
  if (depth < 3 && random.chance(0.2)) {
    const name = random.pick(['g', 'g', 'g', 'svg', 'a', 'switch']);
    const window = name === 'svg' ? ` x="${number(random)}" width="${random.below(90)}" height="50" viewBox="${random.pick(BOXES)}"` : '';
    return `<${name}${window}${attributes(random, defined, 3)}>${elements(random, defined, depth + 1)}</${name}>`;
  }
  if (defined.reused.length > 0 && random.chance(0.15))
    return `<use href="#${random.pick(defined.reused)}" x="${number(random)}"${random.chance(0.3) ? ' width="30" height="20"' : ''}${attributes(random, defined, 2)}/>`;
  return shape(random, defined);
};

const elements = (random: Random, defined: Defined, depth = 0): string =>
  Array.from({ length: random.few(1, 4) }, () => element(random, defined, depth)).join('');

const stops = (random: Random): string =>
  Array.from(
    { length: random.few(0, 4) },
    () =>
      `<stop offset="${random.pick(['0', '.5', '1', '30%', '-1'])}" stop-color="${random.pick(COLOURS.slice(1))}"${random.chance(0.3) ? ' stop-opacity=".4"' : ''}/>`,
  ).join('');

const UNITS = ['', '', 'Units="userSpaceOnUse"', 'Units="objectBoundingBox"'];
const units = (name: string, random: Random): string => random.pick(UNITS).replace('Units', ` ${name}Units`);

/** What may be defined: by the kind of reference that leads to it. */
const DEFINITIONS: Readonly<Record<keyof Defined, (id: string, random: Random, defined: Defined) => string>> = {
  paints: (id, random, defined) => {
    const other = random.chance(0.2) ? ` href="#${random.pick(defined.paints)}"` : '';
    const common = `id="${id}"${other}${units('gradient', random)}${random.chance(0.3) ? ` gradientTransform="${random.pick(TRANSFORMS)}"` : ''}`;
    const kind = random.below(3);
    if (kind === 0)
      return `<linearGradient ${common} x2="${random.pick(['1', '0', '50%', '100'])}" spreadMethod="${random.pick(['pad', 'reflect', 'repeat'])}">${stops(random)}</linearGradient>`;
    if (kind === 1)
      return `<radialGradient ${common} r="${random.pick(['.5', '0', '60%', '40'])}" fx="${random.pick(['.5', '.2', '1'])}">${stops(random)}</radialGradient>`;
    return `<pattern id="${id}" width="${random.pick(['20', '.2', '0', '10%'])}" height="20"${units('pattern', random)}${random.chance(0.3) ? ' viewBox="0 0 10 10"' : ''}>${elements(random, { ...defined, paints: [] }, 2)}</pattern>`;
  },
  clips: (id, random, defined) =>
    `<clipPath id="${id}"${units('clipPath', random)}>${Array.from({ length: random.few(0, 2) }, () => shape(random, defined)).join('')}</clipPath>`,
  masks: (id, random, defined) => `<mask id="${id}"${units('maskContent', random)}>${elements(random, { ...defined, masks: [] }, 2)}</mask>`,
  markers: (id, random, defined) =>
    `<marker id="${id}" refX="5" markerWidth="${random.below(9)}" markerHeight="5" orient="${random.pick(['auto', '30', 'auto-start-reverse'])}"${random.chance(0.5) ? ' viewBox="0 0 10 10"' : ''}>${elements(random, { ...defined, markers: [] }, 2)}</marker>`,
  reused: (id, random, defined) => {
    const name = random.pick(['symbol', 'g', 'svg']);
    return `<${name} id="${id}"${name === 'g' ? '' : ' viewBox="0 0 10 10"'}>${elements(random, { ...defined, reused: [] }, 2)}</${name}>`;
  },
};
const KINDS = Object.keys(DEFINITIONS) as (keyof Defined)[];

const STYLES = [
  '.a { fill: #0c0; stroke: var(--s, #00c) }',
  'rect { stroke-width: 3px } .b { opacity: 50% }',
  ':root { --s: #c00 } path { stroke-linecap: round }',
];

const ownDrawing = (random: Random): string => {
  const ids = Object.fromEntries(
    KINDS.map((kind) => [kind, Array.from({ length: 1 + random.below(2) }, (_, index) => `${kind}${index}`)]),
  ) as unknown as Defined;
  const defined = KINDS.flatMap((kind) => ids[kind].map((id) => DEFINITIONS[kind](id, random, ids))).join('');
  return `${random.chance(0.3) ? `<style>${random.pick(STYLES)}</style>` : ''}<defs>${defined}</defs>${elements(random, ids)}${shape(random, ids)}`;
};

/** A feature of the table with ids of its own, so that several stand beside each other. */
const feature = (index: number, random: Random): string => {
  const [inside] = random.chance(0.95) ? random.pick(DRAWN_FEATURES).slice(1) : random.pick(TOLD_FEATURES);
  return (inside ?? '').replaceAll(/(\bid="|url\(#|href="#)([a-z])\b/g, `$1$2${index}`);
};

/** A drawing. */
export const makeSvg = (random: Random): string => {
  const none: Defined = { paints: [], clips: [], masks: [], markers: [], reused: [] };
  const features = Array.from({ length: random.few(1, 4) }, (_, index) => {
    const made = feature(index, random);
    return random.chance(0.3) ? `<g${attributes(random, none, 3)}>${made}</g>` : made;
  });
  const inside = random.chance(0.5) ? features.join('') : ownDrawing(random) + (random.chance(0.2) ? features.join('') : '');
  return drawingOf(inside, random.chance(0.5) ? undefined : `viewBox="${random.pick(BOXES)}" ${random.pick(SIZES)}`);
};
