/** Lists the properties of SVG and CSS: those that are drawn, and those that are reported where they would change the drawing. */

/** Inherited properties (SVG 2, appendix L). */
export const INHERITED = new Set([
  'color',
  'visibility',
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
  'clip-rule',
  'marker-start',
  'marker-mid',
  'marker-end',
  'paint-order',
  'font-size',
]);

/** Lengths that style sheets may give in place of attributes. */
export const GEOMETRY = new Set(['cx', 'cy', 'r', 'rx', 'ry', 'x', 'y', 'width', 'height', 'd']);

/** Which of them each element takes. */
export const GEOMETRY_OF: Readonly<Record<string, readonly string[]>> = {
  svg: ['x', 'y', 'width', 'height'],
  use: ['x', 'y', 'width', 'height'],
  rect: ['x', 'y', 'width', 'height', 'rx', 'ry'],
  circle: ['cx', 'cy', 'r'],
  ellipse: ['cx', 'cy', 'rx', 'ry'],
  path: ['d'],
};

/** Drawn properties that are not inherited, each with its initial value. */
const OWN: Readonly<Record<string, string>> = {
  display: 'inline',
  overflow: '',
  opacity: '1',
  'stop-color': '#000000',
  'stop-opacity': '1',
  'clip-path': 'none',
  mask: 'none',
  'mask-type': 'luminance',
  marker: 'none',
  transform: 'none',
  'transform-origin': '',
  'transform-box': '',
};

/** Properties that are reported because no page shows them, each with the values that have no effect. */
export const TOLD: Readonly<Record<string, RegExp>> = {
  filter: /^none$/i,
  'backdrop-filter': /^none$/i,
  'mix-blend-mode': /^normal$/i,
  'vector-effect': /^none$/i,
  translate: /^none$/i,
  rotate: /^none$/i,
  scale: /^none$/i,
  'offset-path': /^none$/i,
  offset: /^none$/i,
  perspective: /^none$/i,
  zoom: /^(?:1|normal|100%)$/i,
  clip: /^auto$/i,
  background: /^(?:none|transparent)$/i,
  'background-color': /^transparent$/i,
  'background-image': /^none$/i,
  border: /^(?:none|0|0px)$/i,
  outline: /^(?:none|0|0px)$/i,
  'box-shadow': /^none$/i,
  'mask-image': /^none$/i,
  'mask-border': /^none$/i,
  'mask-mode': /^match-source$/i,
  'mask-composite': /^add$/i,
  'mask-clip': /^border-box$/i,
  animation: /^none$/i,
  'animation-name': /^none$/i,
  'color-interpolation': /^(?:auto|srgb)$/i,
  all: /^$/,
};

/** Those of them that may be attributes, too (SVG 2, 6.6). */
const ATTRIBUTES = new Set(['filter', 'vector-effect', 'clip', 'color-interpolation', 'mix-blend-mode']);

/** Whether an attribute stands for a property of the same name. */
export const isPresentation = (name: string): boolean =>
  isProperty(name) && !name.startsWith('--') && !GEOMETRY.has(name) && name !== 'marker' && (TOLD[name] === undefined || ATTRIBUTES.has(name));

/** Whether a name is that of a property that counts, whose attribute the resolved style stands in for. */
export const isProperty = (name: string): boolean =>
  name.startsWith('--') || INHERITED.has(name) || GEOMETRY.has(name) || Object.hasOwn(OWN, name) || Object.hasOwn(TOLD, name);

const INITIAL: Readonly<Record<string, string>> = {
  color: '#000000',
  visibility: 'visible',
  fill: '#000000',
  'fill-opacity': '1',
  'fill-rule': 'nonzero',
  stroke: 'none',
  'stroke-opacity': '1',
  'stroke-width': '1',
  'stroke-dasharray': 'none',
  'stroke-dashoffset': '0',
  'stroke-miterlimit': '4',
  'stroke-linejoin': 'miter',
  'stroke-linecap': 'butt',
  'clip-rule': 'nonzero',
  'marker-start': 'none',
  'marker-mid': 'none',
  'marker-end': 'none',
  'paint-order': 'normal',
  'font-size': '16',
};

/** A value in place of the words of CSS for none of one's own: `initial`, `unset`, `revert`; nothing where it is handed on from above. */
export const withoutKeyword = (property: string, value: string): string | undefined => {
  const word = value.toLowerCase();
  if (word !== 'initial' && word !== 'unset' && !word.startsWith('revert')) return value;
  return INHERITED.has(property) && word !== 'initial' ? undefined : (INITIAL[property] ?? OWN[property] ?? '');
};
