/** Reads transformations as matrices (SVG 2, 8.4; CSS Transforms 1). */
import { angleOf, type Direction, lengthOf, type Measures, plain } from './lengths.ts';

export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The product of two matrices: the second one is applied first, as in a list of transformations. */
export const multiplied = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a * g + c * h,
  b * g + d * h,
  a * i + c * j,
  b * i + d * j,
  a * k + c * l + e,
  b * k + d * l + f,
];

export const moved = (x: number, y: number): Matrix => [1, 0, 0, 1, x, y];

export const written = (matrix: Matrix): string => `matrix(${matrix.map(plain).join(' ')})`;

/** Whether a list of transformations has the form of an attribute: no units, no functions of CSS. */
export const isPlainTransform = (value: string): boolean => /^(?:\s*(?:matrix|translate|scale|rotate|skewX|skewY)\s*\([\d\s,.eE+-]*\)\s*,?)*$/.test(value);

/**
 * Reads a list of transformations.
 *
 * @returns nothing where one of them is not understood, or has a third dimension
 */
export const matrixOf = (value: string, measures: Measures): Matrix | undefined => {
  let matrix: Matrix = IDENTITY;
  let rest = value.trim();
  if (rest === '' || rest === 'none') return matrix;
  while (rest !== '') {
    const [all, name = '', inside = ''] = /^([a-zA-Z]+)\s*\(([^()]*)\)[\s,]*/.exec(rest) ?? [];
    const one =
      all === undefined
        ? undefined
        : matrixOfFunction(
            name.toLowerCase(),
            inside.split(/[\s,]+/).filter((word) => word !== ''),
            measures,
          );
    if (all === undefined || !one) return undefined;
    matrix = multiplied(matrix, one);
    rest = rest.slice(all.length);
  }
  return matrix;
};

const matrixOfFunction = (name: string, words: readonly string[], measures: Measures): Matrix | undefined => {
  const length = (index: number, direction: Direction): number =>
    words[index] === undefined ? 0 : (lengthOf(words[index], measures, direction) ?? Number.NaN);
  const angle = (index: number): number => ((words[index] === undefined ? 0 : (angleOf(words[index]) ?? Number.NaN)) * Math.PI) / 180;
  const share = (index: number): number => {
    const word = words[index] ?? '';
    return word.endsWith('%') ? Number(word.slice(0, -1)) / 100 : word === '' ? Number.NaN : Number(word);
  };
  const turned = (by: number): Matrix => [Math.cos(by), Math.sin(by), -Math.sin(by), Math.cos(by), 0, 0];
  const made = ((): Matrix | undefined => {
    switch (name) {
      case 'matrix':
        return words.length === 6 ? (words.map(Number) as unknown as Matrix) : undefined;
      case 'translate':
        return moved(length(0, 'across'), length(1, 'down'));
      case 'translatex':
        return moved(length(0, 'across'), 0);
      case 'translatey':
        return moved(0, length(0, 'down'));
      case 'scale':
        return [share(0), 0, 0, words.length > 1 ? share(1) : share(0), 0, 0];
      case 'scalex':
        return [share(0), 0, 0, 1, 0, 0];
      case 'scaley':
        return [1, 0, 0, share(0), 0, 0];
      case 'rotate': {
        const [x, y] = [length(1, 'across'), length(2, 'down')];
        return multiplied(multiplied(moved(x, y), turned(angle(0))), moved(-x, -y));
      }
      case 'skew':
        return [1, Math.tan(angle(1)), Math.tan(angle(0)), 1, 0, 0];
      case 'skewx':
        return [1, 0, Math.tan(angle(0)), 1, 0, 0];
      case 'skewy':
        return [1, Math.tan(angle(0)), 0, 1, 0, 0];
      default:
        return undefined;
    }
  })();
  return made?.every((value) => Number.isFinite(value)) ? made : undefined;
};
