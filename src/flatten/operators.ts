/** Writes the operators of content streams for text and backgrounds (ISO 32000-1, 8 and 9). */
import { visual } from './bidi.ts';
import type { Matrix } from './scan-content.ts';
import type { Cluster } from './clusters.ts';
import type { Face } from './answer-font.ts';
import type { Shift } from '../layout/place-marks.ts';
import type { Line } from './wrap-lines.ts';

/** Writes a number with three decimals: no printer shows less than a thousandth of a point. */
export const short = (value: number): string => String(Math.round(value * 1000) / 1000);

type Color = readonly [number, number, number];
const fill = (color: Color): string => `${color.map(short).join(' ')} rg`;

export interface TextPlace {
  /** Where the first line begins on its baseline, in points from the lower left corner of the page. */
  x: number;
  y: number;
  /** Points. */
  size: number;
  leading: number;
  color: Color;
}

/** Adds a space at the end of a line, so that words of two lines stay apart when text is read aloud or copied. */
const closed = ({ clusters, ends }: Line, last: boolean, space: Cluster): readonly Cluster[] => (last || !ends ? clusters : [...clusters, space]);

/** Draws a combining mark at its place, and returns to where the text goes on; `width` in ems, `size` in points. */
const moved = (code: string, { x, y }: Shift, width: number, size: number): string =>
  `${short(y * size)} Ts\n[${short(-x * 1000)} <${code}> ${short((x + width) * 1000)}] TJ\n0 Ts`;

/**
 * Sets lines.
 *
 * @param space the cluster of a space
 */
export const text = (lines: readonly Line[], { x, y, size, leading, color }: TextPlace, space: Cluster): string => {
  const operators = ['BT', fill(color), '0 Tc 0 Tw 100 Tz 0 Ts 0 Tr'];
  let face: Face | undefined;
  lines.forEach((line, index) => {
    operators.push(`1 0 0 1 ${short(x)} ${short(y - index * leading)} Tm`);
    let codes: string[] = [];
    const flush = (): void => {
      if (codes.length > 0) operators.push(`<${codes.join('')}> Tj`);
      codes = [];
    };
    for (const cluster of visual(closed(line, index === lines.length - 1, space))) {
      if (cluster.face !== face) {
        flush();
        ({ face } = cluster);
        operators.push(`/${face.name} ${short(size)} Tf`);
      }
      for (const { glyph, text: stands, shift } of cluster.parts) {
        const code = cluster.face.encode(glyph, stands);
        if (!shift) {
          codes.push(code);
          continue;
        }
        flush();
        operators.push(moved(code, shift, cluster.face.width(glyph), size));
      }
    }
    flush();
  });
  operators.push('ET');
  return operators.join('\n');
};

/** A filled rectangle. */
export const background = (color: Color, left: number, bottom: number, width: number, height: number): string =>
  `${fill(color)}\n${[left, bottom, width, height].map(short).join(' ')} re\nf`;

/** Draws an appearance at a place. */
export const appearance = (name: string, left: number, bottom: number): string => `1 0 0 1 ${short(left)} ${short(bottom)} cm\n/${name} Do`;

/** Wraps operators in a matrix and a saved graphics state. */
export const under = (matrix: Matrix, operators: string): string =>
  `q\n${matrix.map((value) => String(Number(value.toFixed(6)))).join(' ')} cm\n${operators}\nQ`;

/** Marks operators as an artifact, which screen readers skip. */
export const artifact = (type: 'Background' | 'Footer', operators: string): string =>
  `/Artifact <<${type === 'Footer' ? '/Type /Pagination /Subtype /Footer' : `/Type /${type}`}>> BDC\n${operators}\nEMC`;

/** Marks operators as content of a structure element. */
export const marked = (type: string, mcid: number, operators: string): string => `/${type} <</MCID ${mcid}>> BDC\n${operators}\nEMC`;
