/** Reads and writes the data of paths (SVG 2, 9.3), and computes the boxes around them. */
import type { Matrix } from './matrix.ts';

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const ARGUMENTS: Record<string, number> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 };
const NUMBER = /^[\s,]*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)/i;
const FLAG = /^[\s,]*([01])/;

interface Command {
  letter: string;
  values: number[];
}

/**
 * Reads the commands of a path.
 *
 * @returns those before the first mistake, and whether there is none
 */
export const commandsOf = (outline: string): { commands: Command[]; whole: boolean; length: number } => {
  const commands: Command[] = [];
  let at = 0;
  const end = (whole: boolean) => ({ commands, whole, length: at });
  while (at < outline.length) {
    const [head, first = ''] = /^[\s,]*([a-z])/i.exec(outline.slice(at, at + 40)) ?? [];
    if (head === undefined) return end(outline.slice(at).trim() === '');
    const count = ARGUMENTS[first.toUpperCase()];
    if (count === undefined || (commands.length === 0 && first.toUpperCase() !== 'M')) return end(false);
    let letter = first;
    let next = at + head.length;
    for (let rounds = 0; ; rounds += 1) {
      const values: number[] = [];
      for (let from = next; values.length < count; next = from) {
        const isFlag = letter.toUpperCase() === 'A' && (values.length === 3 || values.length === 4);
        const [taken, digits] = (isFlag ? FLAG : NUMBER).exec(outline.slice(from, from + 60)) ?? [];
        if (taken === undefined) break;
        values.push(Number(digits));
        from += taken.length;
      }
      if (values.length < count) {
        if (rounds > 0 && values.length === 0) break;
        return end(false);
      }
      commands.push({ letter, values });
      at = next;
      if (count === 0) break;
      if (letter === 'M') letter = 'L';
      if (letter === 'm') letter = 'l';
    }
    at = next;
  }
  return end(true);
};

/** The commands of a path as Bézier curves of four points each; straight lines, too. */
const curvesOf = (commands: readonly Command[]): number[][] => {
  const curves: number[][] = [];
  let [x, y, startX, startY, controlX, controlY, before] = [0, 0, 0, 0, 0, 0, ''];
  const curve = (ax: number, ay: number, bx: number, by: number, toX: number, toY: number): void => {
    curves.push([x, y, ax, ay, bx, by, toX, toY]);
    [x, y] = [toX, toY];
  };
  for (const { letter, values } of commands) {
    const kind = letter.toUpperCase();
    const [dx, dy] = letter === kind ? [0, 0] : [x, y];
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0] = values;
    const smooth = (kinds: string): [number, number] => (kinds.includes(before) && before !== '' ? [2 * x - controlX, 2 * y - controlY] : [x, y]);
    const quadratic = (cx: number, cy: number, toX: number, toY: number): void => {
      [controlX, controlY] = [cx, cy];
      curve(x + ((cx - x) * 2) / 3, y + ((cy - y) * 2) / 3, toX + ((cx - toX) * 2) / 3, toY + ((cy - toY) * 2) / 3, toX, toY);
    };
    const line = (toX: number, toY: number): void => curve(x, y, toX, toY, toX, toY);
    if (kind === 'M') [x, y, startX, startY] = [a + dx, b + dy, a + dx, b + dy];
    else if (kind === 'L') line(a + dx, b + dy);
    else if (kind === 'H') line(a + dx, y);
    else if (kind === 'V') line(x, a + dy);
    else if (kind === 'Z') line(startX, startY);
    else if (kind === 'C' || kind === 'S') {
      const [fromX, fromY] = kind === 'C' ? [a + dx, b + dy] : smooth('CS');
      const [byX, byY, toX, toY] = (kind === 'C' ? [c + dx, d + dy, e + dx, f + dy] : [a + dx, b + dy, c + dx, d + dy]) as [number, number, number, number];
      [controlX, controlY] = [byX, byY];
      curve(fromX, fromY, byX, byY, toX, toY);
    } else if (kind === 'Q') quadratic(a + dx, b + dy, c + dx, d + dy);
    else if (kind === 'T') quadratic(...smooth('QT'), a + dx, b + dy);
    else for (const [px, py] of arcPoints(x, y, a, b, c, d === 1, e === 1, f + dx, g + dy)) line(px, py);
    before = kind;
  }
  return curves;
};

/** Points along an arc, close enough for a box round it (SVG 2, B.2.4). */
function* arcPoints(
  x1: number,
  y1: number,
  rx: number,
  ry: number,
  turn: number,
  large: boolean,
  sweep: boolean,
  x2: number,
  y2: number,
): Generator<[number, number]> {
  const STEPS = 64;
  let [a, b] = [Math.abs(rx), Math.abs(ry)];
  if (a > 0 && b > 0 && (x1 !== x2 || y1 !== y2)) {
    const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
    const [hx, hy] = [(x1 - x2) / 2, (y1 - y2) / 2];
    const [px, py] = [cos * hx + sin * hy, cos * hy - sin * hx];
    const stretch = Math.max(1, Math.sqrt((px / a) ** 2 + (py / b) ** 2));
    [a, b] = [a * stretch, b * stretch];
    const root = Math.sqrt(Math.max(0, (a * a * b * b - a * a * py * py - b * b * px * px) / (a * a * py * py + b * b * px * px))) * (large === sweep ? -1 : 1);
    const [qx, qy] = [(root * a * py) / b, (-root * b * px) / a];
    const [centerX, centerY] = [cos * qx - sin * qy + (x1 + x2) / 2, sin * qx + cos * qy + (y1 + y2) / 2];
    const from = Math.atan2((py - qy) / b, (px - qx) / a);
    let by = Math.atan2((-py - qy) / b, (-px - qx) / a) - from;
    if (sweep && by < 0) by += 2 * Math.PI;
    if (!sweep && by > 0) by -= 2 * Math.PI;
    for (let step = 1; step < STEPS; step += 1) {
      const angle = from + (by * step) / STEPS;
      yield [centerX + cos * a * Math.cos(angle) - sin * b * Math.sin(angle), centerY + sin * a * Math.cos(angle) + cos * b * Math.sin(angle)];
    }
  }
  yield [x2, y2];
}

const STEPS = 24;

/** The box around a transformed path; nothing for an empty one. */
export const boxOfOutline = (outline: string, [a, b, c, d, e, f]: Matrix): Box | undefined => {
  let box: Box | undefined;
  const take = (x: number, y: number): void => {
    const [px, py] = [a * x + c * y + e, b * x + d * y + f];
    box = joined(box, { left: px, top: py, right: px, bottom: py });
  };
  for (const [x0 = 0, y0 = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] of curvesOf(commandsOf(outline).commands)) {
    const straight = x0 === x1 && y0 === y1 && x2 === x3 && y2 === y3;
    take(x0, y0);
    for (let step = straight ? STEPS : 1; step <= STEPS; step += 1) {
      const t = step / STEPS;
      const s = 1 - t;
      take(
        s * s * s * x0 + 3 * s * s * t * x1 + 3 * s * t * t * x2 + t * t * t * x3,
        s * s * s * y0 + 3 * s * s * t * y1 + 3 * s * t * t * y2 + t * t * t * y3,
      );
    }
  }
  return box;
};

export const joined = (one: Box | undefined, other: Box | undefined): Box | undefined =>
  one && other
    ? {
        left: Math.min(one.left, other.left),
        top: Math.min(one.top, other.top),
        right: Math.max(one.right, other.right),
        bottom: Math.max(one.bottom, other.bottom),
      }
    : (one ?? other);

/** The path data of an ellipse. */
export const ellipse = (cx: number, cy: number, rx: number, ry: number): string =>
  rx > 0 && ry > 0 ? `M${cx + rx} ${cy}A${rx} ${ry} 0 0 1 ${cx - rx} ${cy}A${rx} ${ry} 0 0 1 ${cx + rx} ${cy}Z` : '';

/** The path data of a rectangle; `radii` are the two radii of each corner, clockwise from the upper left. */
export const rectangle = ({ left, top, right, bottom }: Box, radii: readonly (readonly [number, number])[] = []): string => {
  if (right <= left || bottom <= top) return '';
  const sum = (one: number, other: number, index: 0 | 1): number => (radii[one]?.[index] ?? 0) + (radii[other]?.[index] ?? 0);
  const [width, height] = [right - left, bottom - top];
  const shrink = Math.min(
    1,
    width / (sum(0, 1, 0) || width),
    width / (sum(2, 3, 0) || width),
    height / (sum(1, 2, 1) || height),
    height / (sum(0, 3, 1) || height),
  );
  const [[a, b], [c, d], [e, f], [g, h]] = [0, 1, 2, 3].map((corner) => (radii[corner] ?? [0, 0]).map((radius) => radius * shrink)) as [
    [number, number],
    [number, number],
    [number, number],
    [number, number],
  ];
  const arc = (rx: number, ry: number, x: number, y: number): string => (rx > 0 && ry > 0 ? `A${rx} ${ry} 0 0 1 ${x} ${y}` : `L${x} ${y}`);
  return `M${left + a} ${top}H${right - c}${arc(c, d, right, top + d)}V${bottom - f}${arc(e, f, right - e, bottom)}H${left + g}${arc(g, h, left, bottom - h)}V${top + b}${arc(a, b, left + a, top)}Z`;
};

/** The path data of a basic shape whose lengths are plain numbers. */
export const outlineOf = (name: string, attributes: Readonly<Record<string, string>>): string | undefined => {
  const number = (key: string): number => Number(attributes[key] ?? 0) || 0;
  switch (name) {
    case 'path':
      return attributes['d'] ?? '';
    case 'rect': {
      const [x, y, width, height] = [number('x'), number('y'), number('width'), number('height')];
      const [rx, ry] = [
        Math.min(number(attributes['rx'] === undefined ? 'ry' : 'rx'), width / 2),
        Math.min(number(attributes['ry'] === undefined ? 'rx' : 'ry'), height / 2),
      ];
      return rectangle(
        { left: x, top: y, right: x + width, bottom: y + height },
        Array.from({ length: 4 }, () => [rx, ry] as const),
      );
    }
    case 'circle':
      return ellipse(number('cx'), number('cy'), number('r'), number('r'));
    case 'ellipse':
      return ellipse(number('cx'), number('cy'), number('rx'), number('ry'));
    case 'line':
      return `M${number('x1')} ${number('y1')}L${number('x2')} ${number('y2')}`;
    case 'polyline':
    case 'polygon': {
      const points = (attributes['points'] ?? '').match(/[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/gi) ?? [];
      const even = points.slice(0, points.length - (points.length % 2));
      return even.length === 0 ? '' : `M${even.join(' ')}${name === 'polygon' ? 'Z' : ''}`;
    }
    default:
      return undefined;
  }
};
