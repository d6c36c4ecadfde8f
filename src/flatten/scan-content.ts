/** Finds the places in a page's content where something may be inserted, and the matrix in force at each. */
import { Unreadable } from '../answers/objects.ts';

/** The operands of `cm`. */
export type Matrix = readonly [number, number, number, number, number, number];

/** A place between two pieces of content, outside marked content and saved graphics states. */
export interface Gap {
  /** Offset into the operators. */
  at: number;
  /** The matrix in force there. */
  matrix: Matrix;
}

/** An artifact of lines, such as ruled lines to write on. */
export interface DrawnLines {
  /** Offsets of its beginning and end in the operators, its marks included. */
  from: number;
  to: number;
  /** The box around the ends of the lines, in points from the lower left corner of the page. */
  left: number;
  bottom: number;
  right: number;
  top: number;
}

export interface ScannedContent {
  lines: DrawnLines[];
  /** In order; the last one is after all content. */
  gaps: Gap[];
  /** The gap before the page number and other artifacts that are drawn last. */
  end: Gap;
  /** Where marked content begins, by its id. */
  begins: Map<number, number>;
}

/** The operators in an artifact that consists only of lines. */
const LINE_OPERATORS = new Set(['q', 'Q', 'w', 'J', 'j', 'M', 'd', 'gs', 'CS', 'SCN', 'RG', 'G', 'K', 'm', 'l', 'S', 'EMC']);

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** Strings, hexadecimal strings, brackets of dictionaries and arrays, names, comments, all other tokens. */
// An unclosed string reaches to the end: looking for its end from each bracket would take quadratic time.
const TOKEN = /\((?:[^\\()]|\\[\s\S])*(?:\)|\\?$)|\(|<<|>>|<[0-9A-Fa-f\s]*>|[[\]]|\/[^\s()<>[\]{}/%]*|%[^\r\n]*|[^\s()<>[\]{}/%]+/g;

/**
 * Reads the operators of a page, as one character a byte.
 *
 * @throws Unreadable where saved states or marks are not closed, a clip would hide what comes after it, or a matrix cannot
 *   be inverted
 */
export const scanContent = (operators: string): ScannedContent => {
  const gaps: Gap[] = [];
  const begins = new Map<number, number>();
  const lines: DrawnLines[] = [];
  /** The open artifact, as long as it consists only of lines. */
  let drawing: { from: number; points: (readonly [number, number])[] } | undefined;
  const marks: (number | undefined)[] = [];
  /** How many gaps there are before the artifacts at the end of the page. */
  let beforeFooter: number | undefined;
  let matrix = IDENTITY;
  let saved = 0;
  let operands: string[] = [];
  /** Where the first operand of the next operator stands. */
  let begin: number | undefined;

  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(operators); match; match = TOKEN.exec(operators)) {
    let [token] = match;
    if (token.startsWith('%')) continue;
    begin ??= match.index;
    if (token === '(' || (token.startsWith('(') && TOKEN.lastIndex === operators.length)) {
      token = nested(operators, match.index);
      TOKEN.lastIndex = match.index + token.length;
    }
    if (!isOperator(token)) {
      operands.push(token);
      continue;
    }
    if (saved === 0 && marks.length === 0) gaps.push({ at: begin, matrix });
    if (token === 'q') saved += 1;
    else if (token === 'Q') {
      saved -= 1;
      if (saved < 0) throw new Unreadable('a page whose content is cut');
    } else if (token === 'BDC' || token === 'BMC') {
      const after = operands.indexOf('/MCID');
      const mcid = after < 0 ? undefined : Number(operands[after + 1]);
      if (mcid !== undefined) begins.set(mcid, begin);
      if (saved === 0 && marks.length === 0) beforeFooter = operands.includes('/Pagination') ? (beforeFooter ?? gaps.length) : undefined;
      drawing = operands[0] === '/Artifact' && saved === 0 && marks.length === 0 ? { from: begin, points: [] } : undefined;
      marks.push(mcid);
    } else if (token === 'EMC') {
      if (marks.length === 0) throw new Unreadable('a page whose content is cut');
      marks.pop();
      if (drawing && drawing.points.length > 0) lines.push({ from: drawing.from, to: match.index + token.length, ...boxRound(drawing.points) });
      drawing = undefined;
    } else if (token === 'BI') throw new Unreadable('a page with content of another program');
    else if (saved === 0) {
      if (token === 'cm') {
        matrix = times(operands.map(Number), matrix);
        // What is inserted here is drawn under the inverse matrix, so there has to be one.
        inverse(matrix);
      } else if (token === 'W' || token === 'W*') throw new Unreadable('a page with content of another program');
    }
    if (drawing && token !== 'BDC') {
      if (!LINE_OPERATORS.has(token)) drawing = undefined;
      else if (token === 'm' || token === 'l') drawing.points.push(through(matrix, Number(operands[0]), Number(operands[1])));
    }
    operands = [];
    begin = undefined;
  }
  if (saved !== 0 || marks.length > 0) throw new Unreadable('a page whose content is cut');
  gaps.push({ at: operators.length, matrix });
  return { gaps, end: gaps[(beforeFooter ?? gaps.length) - 1] as Gap, begins, lines };
};

/** Operators begin with a letter or are a quotation mark; numbers, names, strings and brackets do not. */
const isOperator = (token: string): boolean => /^[A-Za-z'"]/.test(token) && token !== 'true' && token !== 'false' && token !== 'null';

/** A string with brackets inside it, from its first one to the one that closes it. */
const nested = (operators: string, from: number): string => {
  let depth = 0;
  for (let at = from; at < operators.length; at += 1) {
    const character = operators[at];
    if (character === '\\') at += 1;
    else if (character === '(') depth += 1;
    else if (character === ')') {
      depth -= 1;
      if (depth === 0) return operators.slice(from, at + 1);
    }
  }
  throw new Unreadable('a page whose content is cut');
};

/** A point transformed by a matrix. */
const through = ([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] => [a * x + c * y + e, b * x + d * y + f];

const boxRound = (points: readonly (readonly [number, number])[]) => {
  const box = { left: Infinity, right: -Infinity, bottom: Infinity, top: -Infinity };
  for (const [x, y] of points)
    Object.assign(box, { left: Math.min(box.left, x), right: Math.max(box.right, x), bottom: Math.min(box.bottom, y), top: Math.max(box.top, y) });
  return box;
};

const times = (operands: readonly number[], [a, b, c, d, e, f]: Matrix): Matrix => {
  const [A, B, C, D, E, F] = operands;
  if (A === undefined || B === undefined || C === undefined || D === undefined || E === undefined || F === undefined || operands.some(Number.isNaN))
    throw new Unreadable('a page whose content is cut');
  return [A * a + B * c, A * b + B * d, C * a + D * c, C * b + D * d, E * a + F * c + e, E * b + F * d + f];
};

/**
 * The inverse of a matrix.
 *
 * @throws Unreadable when there is none
 */
export const inverse = ([a, b, c, d, e, f]: Matrix): Matrix => {
  const determinant = a * d - b * c;
  if (Math.abs(determinant) < 1e-9) throw new Unreadable('a page that is drawn in no space');
  return [d / determinant, -b / determinant, -c / determinant, a / determinant, (c * f - d * e) / determinant, (b * e - a * f) / determinant];
};

/**
 * The place for content that is read between two pieces of marked content: right before the second one, so that nothing drawn for
 * the first covers it.
 *
 * @param before the id of what is read before it on the page
 * @param after the ids of what is read after it, nearest first
 */
export const gapBetween = ({ gaps, end, begins }: ScannedContent, before: number | undefined, after: readonly number[]): Gap => {
  const previous = begins.get(before ?? -1) ?? -1;
  const next = after.map((mcid) => begins.get(mcid)).find((at) => at !== undefined && at > previous);
  return next === undefined ? end : (gaps.findLast(({ at }) => at <= next) ?? end);
};
