/** Writes numbers and colours as operands of a page's content. */
import { BoundedMap } from '../system/bounded-map.ts';

/** A length in points, to a thousandth. */
export const short = (value: number): string => {
  const rounded = Math.round(value * 1000) / 1000;
  return rounded === 0 ? '0' : String(rounded);
};

/** A place of letters in points, or a thousandth of their size, to a hundredth. */
export const fine = (value: number): string => {
  const rounded = Math.round(value * 100) / 100;
  return rounded === 0 ? '0' : String(rounded);
};

const NAMED: Readonly<Record<string, string>> = { black: '#000000', white: '#ffffff' };

const HEX = /^#(?:([\da-f])([\da-f])([\da-f])|([\da-f]{2})([\da-f]{2})([\da-f]{2}))$/i;

/** A book has some ten colours, and asks for them some ten thousand times. */
const MOST_COLORS = 200;
const read = new BoundedMap<string, string | undefined>(MOST_COLORS);

/** The three components of a colour of three or six digits, or of a name that is known here; nothing for any other. */
export const rgb = (color: string): string | undefined => {
  if (read.has(color)) return read.get(color);
  const components = componentsOf(color);
  read.set(color, components);
  return components;
};

const componentsOf = (color: string): string | undefined => {
  const match = HEX.exec(NAMED[color] ?? color);
  if (!match) return undefined;
  const [, red, green, blue, ...pairs] = match;
  const digits = red ? [red + red, String(green) + String(green), String(blue) + String(blue)] : pairs;
  return digits.map((pair) => short(Number.parseInt(String(pair), 16) / 255)).join(' ');
};

/**
 * The operator that sets a colour (ISO 32000-1, 8.6.8): black and greys as DeviceGray, which a printer makes of its black alone. A black of
 * three equal components is screened by many laser printers, and mixed of three inks by others.
 *
 * @param components as `rgb` gives them
 */
const setting = (components: string, [grey, other]: readonly [string, string]): string => {
  const [red, green, blue] = components.split(' ');
  return red === green && green === blue ? `${red} ${grey}` : `${components} ${other}`;
};

/** The operator that sets the colour of letters and areas. */
export const fillOf = (components: string): string => setting(components, ['g', 'rg']);

/** The operator that sets the colour of lines. */
export const strokeOf = (components: string): string => setting(components, ['G', 'RG']);
