/** Splits a shape into a group where `paint-order` or opacity would be drawn wrong. */
import type { Declarations } from './css-rules.ts';

export interface Drawn {
  name: string;
  attributes: Record<string, string>;
}

type Part = 'fill' | 'stroke' | 'markers';
const USUAL: readonly Part[] = ['fill', 'stroke', 'markers'];

/** The order in which a shape is painted (SVG 2, 13.8). */
const orderOf = (value = 'normal'): Part[] => {
  const named = value.split(/\s+/).filter((word): word is Part => (USUAL as readonly string[]).includes(word));
  return [...new Set([...named, ...USUAL])];
};

const NO_MARKERS = { 'marker-start': 'none', 'marker-mid': 'none', 'marker-end': 'none' };
/** Attributes of the whole shape, which go to the group of its parts. */
const WHOLE = new Set(['id', 'transform', 'clip-path', 'mask', 'opacity']);

/**
 * Splits a shape where the drawing library would ignore `paint-order`, or apply the opacity to fill and stroke separately.
 *
 * @param inherited the values that it inherits
 * @param masked whether it lies in a mask, where the drawing library gets the brightness of half-transparent shapes wrong
 * @returns the attributes of the group, and its parts; nothing where the shape is drawn correctly as it is
 */
export const partsOf = (
  { name, attributes }: Drawn,
  inherited: Declarations,
  masked: boolean,
): { group: Record<string, string>; parts: Drawn[] } | undefined => {
  const holds = (property: string): string => attributes[property] ?? inherited[property] ?? '';
  const stroked = !/^(?:|none)$/.test(holds('stroke'));
  const marked = Object.keys(NO_MARKERS).some((property) => !/^(?:|none)$/.test(holds(property)));
  const order = orderOf(holds('paint-order'));
  const seenThrough = attributes['opacity'] !== undefined && Number(attributes['opacity']) < 1 && (stroked || marked || masked);
  const faint = masked && ['fill-opacity', 'stroke-opacity'].some((property) => holds(property) !== '' && Number(holds(property)) < 1);
  const reordered = stroked && order.join(' ') !== USUAL.join(' ');
  if (!seenThrough && !faint && !reordered) return undefined;
  const group = Object.fromEntries(Object.entries(attributes).filter(([key]) => WHOLE.has(key)));
  const rest = Object.fromEntries(Object.entries(attributes).filter(([key]) => !WHOLE.has(key)));
  const only = (part: Part): Drawn => {
    const paint = part === 'markers' ? { fill: 'none', stroke: 'none' } : part === 'fill' ? { ...NO_MARKERS, stroke: 'none' } : { ...NO_MARKERS, fill: 'none' };
    const opacity = faint && part !== 'markers' ? { 'fill-opacity': '1', 'stroke-opacity': '1', opacity: holds(`${part}-opacity`) || '1' } : {};
    return { name, attributes: { ...rest, ...paint, ...opacity } };
  };
  if (!faint && !reordered) return { group, parts: [{ name, attributes: rest }] };
  const present = order.filter((part) => (part === 'fill' ? holds('fill') !== 'none' : part === 'stroke' ? stroked : marked));
  return { group, parts: present.map(only) };
};
