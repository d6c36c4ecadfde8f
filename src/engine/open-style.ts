/**
 * Resolves styles as @react-pdf/stylesheet does: lists merged, shorthands expanded, lengths in points. The usual forms are read here, which is
 * quicker; a style with any other form is handed to that library.
 */
import resolveStyles from '@react-pdf/stylesheet';
import { notKnown, type Style } from './tree-nodes.ts';

/** What units are relative to: the size of the sheet in points, and the size of its type. */
export interface Container {
  width: number;
  height: number;
  orientation: 'portrait';
  dpi: number;
  remBase: number;
}

const SIDES = ['Top', 'Right', 'Bottom', 'Left'] as const;

/** A number stays what it is. */
const NUMBERS: ReadonlySet<string> = new Set([
  ...'width height minWidth maxWidth minHeight maxHeight top right bottom left'.split(' '),
  ...'flexGrow flexShrink flexBasis rowGap columnGap aspectRatio opacity fontSize letterSpacing maxLines'.split(' '),
  ...SIDES.flatMap((side) => [`margin${side}`, `padding${side}`, `border${side}Width`]),
  ...'borderTopLeftRadius borderTopRightRadius borderBottomRightRadius borderBottomLeftRadius'.split(' '),
]);

/** Whatever is written stays what it is. */
const WORDS: ReadonlySet<string> = new Set([
  ...'alignItems alignSelf alignContent flexDirection flexWrap justifyContent position overflow'.split(' '),
  ...'fontFamily fontStyle textAlign textDecoration textDecorationStyle textOverflow'.split(' '),
  ...SIDES.map((side) => `border${side}Style`),
]);

const COLORS: ReadonlySet<string> = new Set(['color', 'backgroundColor', 'textDecorationColor', ...SIDES.map((side) => `border${side}Color`)]);
/** Of six digits or less, or a name. Colours with spaces or brackets are rewritten by the library. */
const COLOR = /^(?:#[\da-f]+|[a-z]+)$/i;

/** What a number opens into. */
const SHORTHANDS: Readonly<Record<string, readonly string[]>> = {
  margin: SIDES.map((side) => `margin${side}`),
  marginHorizontal: ['marginRight', 'marginLeft'],
  marginVertical: ['marginTop', 'marginBottom'],
  padding: SIDES.map((side) => `padding${side}`),
  paddingHorizontal: ['paddingRight', 'paddingLeft'],
  paddingVertical: ['paddingTop', 'paddingBottom'],
  gap: ['rowGap', 'columnGap'],
};

/** Width, style and colour of a border. */
const BORDER = /^(\d+(?:\.\d+)?)(?:pt)?\s+(\S+)\s+(#[\da-f]+|[a-z]+)$/i;
const BORDERS: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['border', SIDES],
  ...SIDES.map((side) => [`border${side}`, [side]] as const),
]);

/** The size of type where none is given (its DEFAULT_FONT_SIZE). */
const FONT_SIZE = 18;

/** All that the engine knows of a style whose forms are opened. */
const KNOWN: ReadonlySet<string> = new Set([...NUMBERS, ...WORDS, ...COLORS, 'fontWeight', 'lineHeight']);

/** A number that the library, which writes and reads it as text on the way, gets back as it was. */
const isPlain = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && !String(value).includes('e');

/** Merges lists of styles; of what is there twice, the last holds. What is nothing counts as not written. */
const merge = (into: Style, given: unknown): void => {
  if (Array.isArray(given)) for (const each of given) merge(into, each);
  else if (given) {
    for (const key of Object.keys(given)) {
      const value = (given as Style)[key];
      if (value !== null && value !== undefined) into[key] = value;
    }
  }
};

/** Opens one entry; false where its form is none of the usual ones. */
const open = (style: Style, key: string, value: unknown, flat: Style): boolean => {
  if (WORDS.has(key)) style[key] = value;
  else if (NUMBERS.has(key)) {
    if (!isPlain(value)) return false;
    style[key] = value;
  } else if (COLORS.has(key)) {
    if (typeof value !== 'string' || !COLOR.test(value)) return false;
    style[key] = value;
  } else if (key === 'lineHeight') {
    const { fontSize = FONT_SIZE } = flat;
    if (!isPlain(value) || !isPlain(fontSize)) return false;
    style[key] = value * (fontSize || FONT_SIZE);
  } else if (key === 'fontWeight') {
    if (!isPlain(value) || value === 0) return false;
    style[key] = value;
  } else if (key === 'flex') {
    if (!isPlain(value)) return false;
    Object.assign(style, { flexGrow: value, flexShrink: 1, flexBasis: 0 });
  } else if (SHORTHANDS[key]) {
    if (!isPlain(value)) return false;
    for (const inner of SHORTHANDS[key]) style[inner] = value;
  } else return openBorder(style, key, value);
  return true;
};

const openBorder = (style: Style, key: string, value: unknown): boolean => {
  const sides = BORDERS.get(key);
  const [, width, kind, color] = (sides && BORDER.exec(String(value))) ?? [];
  if (!sides || !width) return false;
  for (const side of sides) {
    style[`border${side}Color`] = color;
    style[`border${side}Style`] = kind;
    style[`border${side}Width`] = Number(width);
  }
  return true;
};

/**
 * Opens the style of a node.
 * @param given a map, or lists of maps, as a component writes it
 * @throws NotKnown where there is something in it that the engine has no rule for
 */
export const openStyle = (given: unknown, container: Container): Style => {
  const flat: Style = {};
  merge(flat, given);
  const style: Style = {};
  for (const key of Object.keys(flat)) {
    if (!open(style, key, flat[key], flat)) return openWithLibrary(given, container);
  }
  return style;
};

const openWithLibrary = (given: unknown, container: Container): Style => {
  const style = resolveStyles(container, given as Parameters<typeof resolveStyles>[1]) as Style;
  for (const key of Object.keys(style)) {
    const value = style[key];
    if (value === undefined || value === null) delete style[key];
    else if (!KNOWN.has(key)) notKnown(`the style ${key}`);
    else if (typeof value === 'number' && !Number.isFinite(value)) notKnown(`a ${key} that is no number`);
  }
  return style;
};
