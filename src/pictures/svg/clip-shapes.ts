/** Turns the basic shapes of CSS, as `clip-path` takes them, into path data (CSS Shapes 1, 3.1; CSS Shapes 2). */
import { type Direction, lengthOf } from './lengths.ts';
import { type Box, commandsOf, ellipse, rectangle } from './path-data.ts';

/** The box that a basic shape is measured from, by its name in CSS Masking 1, 5.1. */
export type Reference = 'fill-box' | 'stroke-box' | 'view-box';

const REFERENCES: Record<string, Reference> = {
  'fill-box': 'fill-box',
  'content-box': 'fill-box',
  'padding-box': 'fill-box',
  'stroke-box': 'stroke-box',
  'border-box': 'stroke-box',
  'margin-box': 'stroke-box',
  'view-box': 'view-box',
};

export interface ClipShape {
  name: string;
  inside: string;
  reference: Reference;
}

/** Parses a basic shape such as `circle(40% at 50% 50%) fill-box`; nothing where the value is none. */
export const clipShapeOf = (value: string): ClipShape | undefined => {
  const [, before = '', name = '', inside = '', after = ''] =
    /^([a-z-]*)\s*\b([a-z]+)\(((?:[^()"']|"[^"]*"|'[^']*')*)\)\s*([a-z-]*)$/i.exec(value.trim()) ?? [];
  const box = before || after;
  const reference = box === '' ? 'stroke-box' : REFERENCES[box.toLowerCase()];
  return /^(?:circle|ellipse|inset|polygon|path|rect|xywh)$/i.test(name) && reference
    ? { name: name.toLowerCase(), inside: inside.trim(), reference }
    : undefined;
};

const KEYWORDS: Record<string, string> = { left: '0%', top: '0%', center: '50%', right: '100%', bottom: '100%' };

/**
 * The path data of a basic shape in a box.
 *
 * @param em the font size, in user units
 * @returns nothing where its values are not understood
 */
export const outlineOfClip = ({ name, inside }: ClipShape, box: Box, em: number): { outline: string; rule?: string; transform?: string } | undefined => {
  const { left, top, right, bottom } = box;
  const [width, height] = [right - left, bottom - top];
  const length = (word: string | undefined, direction: Direction): number => lengthOf(word ?? '', { em, width, height }, direction) ?? Number.NaN;
  const done = (outline: string, ...numbers: number[]) => (numbers.every((value) => Number.isFinite(value)) ? { outline } : undefined);
  const words = inside.split(/\s+/).filter((word) => word !== '');

  if (name === 'path' || name === 'polygon') {
    const [, rule = '', rest = inside] = /^(nonzero|evenodd)\s*,\s*(.*)$/is.exec(inside) ?? [];
    const ruled = rule ? { rule: rule.toLowerCase() } : {};
    if (name === 'polygon') {
      const points = rest.split(',').map((point) => point.trim().split(/\s+/));
      const numbers = points.flatMap(([x, y]) => [left + length(x, 'across'), top + length(y, 'down')]);
      return numbers.every((value) => Number.isFinite(value)) ? { outline: `M${numbers.join(' ')}Z`, ...ruled } : undefined;
    }
    const [, , data = ''] = /^(["'])(.*)\1$/s.exec(rest.trim()) ?? [];
    return commandsOf(data).whole ? { outline: data, transform: `translate(${left} ${top})`, ...ruled } : undefined;
  }

  if (name === 'circle' || name === 'ellipse') {
    const at = words.indexOf('at');
    const [sizes, place] = at < 0 ? [words, []] : [words.slice(0, at), words.slice(at + 1)];
    if (place.length > 2) return undefined;
    const swapped = /^(?:top|bottom)$/.test(place[0] ?? '') || /^(?:left|right)$/.test(place[1] ?? '');
    const [x = 'center', y = 'center'] = swapped ? place.toReversed() : place;
    const [cx, cy] = [left + length(KEYWORDS[x] ?? x, 'across'), top + length(KEYWORDS[y] ?? y, 'down')];
    const sides = { x: [cx - left, right - cx].map(Math.abs), y: [cy - top, bottom - cy].map(Math.abs) };
    const radius = (word: string | undefined, direction: Direction, distances: readonly number[]): number =>
      word === undefined || word === 'closest-side' ? Math.min(...distances) : word === 'farthest-side' ? Math.max(...distances) : length(word, direction);
    const [rx, ry] =
      name === 'circle'
        ? Array.from({ length: 2 }, () => radius(sizes[0], 'diagonal', [...sides.x, ...sides.y]))
        : [radius(sizes[0], 'across', sides.x), radius(sizes[1], 'down', sides.y)];
    return done(ellipse(cx, cy, rx ?? 0, ry ?? 0), cx, cy, rx ?? 0, ry ?? 0);
  }

  const round = words.indexOf('round');
  const edges = round < 0 ? words : words.slice(0, round);
  const corners = round < 0 ? [] : words.slice(round + 1);
  const [a = '0', b = a, c = a, d = b] = edges;
  const auto = (word: string, otherwise: string): string => (word === 'auto' ? otherwise : word);
  const inner: Box =
    name === 'inset'
      ? { left: left + length(d, 'across'), top: top + length(a, 'down'), right: right - length(b, 'across'), bottom: bottom - length(c, 'down') }
      : name === 'xywh'
        ? {
            left: left + length(a, 'across'),
            top: top + length(b, 'down'),
            right: left + length(a, 'across') + length(c, 'across'),
            bottom: top + length(b, 'down') + length(d, 'down'),
          }
        : {
            left: left + length(auto(d, '0'), 'across'),
            top: top + length(auto(a, '0'), 'down'),
            right: left + length(auto(b, '100%'), 'across'),
            bottom: top + length(auto(c, '100%'), 'down'),
          };
  const slash = corners.indexOf('/');
  const four = (some: readonly string[]): string[] => {
    const [first = '0', second = first, third = first, fourth = second] = some;
    return [first, second, third, fourth];
  };
  const [horizontal, vertical] = slash < 0 ? [four(corners), four(corners)] : [four(corners.slice(0, slash)), four(corners.slice(slash + 1))];
  const radii = horizontal.map((word, corner) => [length(word, 'across'), length(vertical[corner], 'down')] as const);
  return done(rectangle(inner, radii), ...Object.values(inner), ...radii.flat());
};
