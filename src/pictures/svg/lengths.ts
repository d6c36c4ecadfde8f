/** Reads lengths and angles of CSS as plain numbers. */

/** The sizes that relative lengths refer to, in user units. */
export interface Measures {
  /** The font size. */
  em: number;
  /** What 100 % is, horizontally and vertically. */
  width: number;
  height: number;
}

export type Direction = 'across' | 'down' | 'diagonal';

/** Absolute units in pixels (CSS Values 4, 6.2). */
const PIXELS: Record<string, number> = { '': 1, px: 1, pt: 4 / 3, pc: 16, mm: 96 / 25.4, cm: 96 / 2.54, in: 96, q: 24 / 25.4, rem: 16 };
const EMS: Record<string, number> = { em: 1, ex: 0.5, ch: 0.5 };
const LENGTH = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)([a-z]*|%)$/i;

/**
 * A length in user units.
 *
 * @returns nothing where it is not understood, such as a calculation
 */
export const lengthOf = (written: string, { em, width, height }: Measures, direction: Direction): number | undefined => {
  const [, digits = '', unit = ''] = LENGTH.exec(written.trim()) ?? [];
  if (digits === '') return undefined;
  // The diagonal of SVG 2, 8.9: as long as a side where the viewport is a square.
  const whole = direction === 'across' ? width : direction === 'down' ? height : Math.hypot(width, height) / Math.SQRT2;
  const name = unit.toLowerCase();
  const factor = name === '%' ? whole / 100 : (PIXELS[name] ?? (EMS[name] === undefined ? undefined : EMS[name] * em));
  return factor === undefined ? undefined : Number(digits) * factor;
};

const DEGREES: Record<string, number> = { '': 1, deg: 1, grad: 0.9, rad: 180 / Math.PI, turn: 360 };

/** An angle in degrees. */
export const angleOf = (written: string): number | undefined => {
  const [, digits = '', unit = ''] = LENGTH.exec(written.trim()) ?? [];
  const factor = DEGREES[unit.toLowerCase()];
  return digits === '' || factor === undefined ? undefined : Number(digits) * factor;
};

/** A number without needless decimals. */
export const plain = (value: number): string => String(Number(value.toFixed(6)));
