/** Checks the styles that components set: the layout engine ignores unknown ones, so that a typing mistake would have no effect. */
import type { Style } from '../kit/elements.tsx';
import { nearest, quoted } from '../yaml/index.ts';

/** What a property takes: a length, a colour, a number, a font family of the theme, one of some keywords, or anything unchecked. */
type Kind = 'length' | 'color' | 'number' | 'font' | 'weight' | 'flex' | 'any' | readonly string[];

type Keys<T> = T extends unknown ? keyof T : never;
type StyleKey = Exclude<Keys<Style>, `@media${string}`>;

const LINES = ['dashed', 'dotted', 'solid'] as const;
const ALIGN = ['flex-start', 'flex-end', 'center', 'stretch', 'baseline'] as const;
const SPREAD = ['flex-start', 'flex-end', 'center', 'space-around', 'space-between', 'space-evenly'] as const;

/** Every property; the compiler checks the keys against the engine's type. */
export const STYLES: Record<StyleKey, Kind> = {
  width: 'length',
  height: 'length',
  minWidth: 'length',
  maxWidth: 'length',
  minHeight: 'length',
  maxHeight: 'length',
  top: 'length',
  right: 'length',
  bottom: 'length',
  left: 'length',
  margin: 'any',
  marginHorizontal: 'length',
  marginVertical: 'length',
  marginTop: 'length',
  marginRight: 'length',
  marginBottom: 'length',
  marginLeft: 'length',
  padding: 'any',
  paddingHorizontal: 'length',
  paddingVertical: 'length',
  paddingTop: 'length',
  paddingRight: 'length',
  paddingBottom: 'length',
  paddingLeft: 'length',
  gap: 'length',
  rowGap: 'length',
  columnGap: 'length',
  flex: 'flex',
  flexGrow: 'number',
  flexShrink: 'number',
  flexBasis: 'length',
  flexFlow: 'any',
  flexDirection: ['row', 'row-reverse', 'column', 'column-reverse'],
  flexWrap: ['nowrap', 'wrap', 'wrap-reverse'],
  alignItems: ALIGN,
  alignSelf: ['auto', ...ALIGN],
  alignContent: [...SPREAD, 'stretch'],
  justifyContent: SPREAD,
  justifySelf: 'any',
  position: ['absolute', 'relative', 'static'],
  display: ['flex', 'none'],
  overflow: ['hidden'],
  zIndex: 'number',
  aspectRatio: 'any',
  float: ['left', 'right', 'none'],
  clear: ['left', 'right', 'both', 'none'],
  shapeOutside: 'any',
  color: 'color',
  backgroundColor: 'color',
  opacity: 'number',
  border: 'any',
  borderTop: 'any',
  borderRight: 'any',
  borderBottom: 'any',
  borderLeft: 'any',
  borderColor: 'color',
  borderTopColor: 'color',
  borderRightColor: 'color',
  borderBottomColor: 'color',
  borderLeftColor: 'color',
  borderStyle: LINES,
  borderTopStyle: LINES,
  borderRightStyle: LINES,
  borderBottomStyle: LINES,
  borderLeftStyle: LINES,
  borderWidth: 'length',
  borderTopWidth: 'length',
  borderRightWidth: 'length',
  borderBottomWidth: 'length',
  borderLeftWidth: 'length',
  borderRadius: 'length',
  borderTopLeftRadius: 'length',
  borderTopRightRadius: 'length',
  borderBottomRightRadius: 'length',
  borderBottomLeftRadius: 'length',
  fontFamily: 'font',
  fontSize: 'length',
  fontWeight: 'weight',
  fontStyle: ['normal'],
  fontFeatureSettings: 'any',
  lineHeight: 'number',
  letterSpacing: 'length',
  maxLines: 'number',
  textIndent: 'any',
  direction: ['ltr', 'rtl'],
  textAlign: ['left', 'right', 'center', 'justify'],
  textDecoration: ['line-through', 'underline', 'none', 'line-through underline', 'underline line-through'],
  textDecorationColor: 'color',
  textDecorationStyle: LINES,
  textOverflow: ['ellipsis'],
  textTransform: ['capitalize', 'lowercase', 'uppercase', 'upperfirst', 'none'],
  verticalAlign: ['sub', 'super'],
  objectPosition: 'any',
  objectPositionX: 'any',
  objectPositionY: 'any',
  objectFit: ['contain', 'cover', 'fill', 'none', 'scale-down'],
  transform: 'any',
  transformOrigin: 'any',
  transformOriginX: 'any',
  transformOriginY: 'any',
  gradientTransform: 'any',
  fill: 'color',
  stroke: 'color',
  strokeDasharray: 'any',
  strokeWidth: 'length',
  fillOpacity: 'number',
  strokeOpacity: 'number',
  fillRule: ['nonzero', 'evenodd'],
  strokeLinecap: ['butt', 'round', 'square'],
  strokeLinejoin: ['butt', 'round', 'square', 'miter', 'bevel'],
  textAnchor: ['start', 'middle', 'end'],
  visibility: ['visible', 'hidden', 'collapse'],
  clipPath: 'any',
  dominantBaseline: 'any',
};

const LENGTH = /^-?(?:\d+\.?\d*|\.\d+)(?:pt|px|mm|cm|in|%|vw|vh|rem)?$/;
const WEIGHT =
  /^(?:[1-9]\d{0,2}|1000|thin|hairline|ultralight|extralight|light|normal|regular|medium|semibold|demibold|bold|ultrabold|extrabold|heavy|black)$/i;
const FLEX = /^(?:auto|initial|none|\d*\.?\d+(?: \d*\.?\d+(?: (?:auto|\d*\.?\d+(?:pt|px|mm|cm|in|%)?))?)?)$/;
const COLOR = /^(?:#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})|(?:rgb|hsl)a?\([\d\s.,%/deg-]+\)|transparent|none)$/i;

/** What was expected in place of a wrong value; nothing for a correct one. */
function expected(kind: Kind, value: unknown): string | undefined {
  if (typeof value === 'number' && !Number.isFinite(value)) return 'a finite number';
  if (kind === 'any') return undefined;
  // Font families have names that the theme makes (theme/load.ts).
  if (kind === 'font') return /^(?:text|title|note)-[\da-f]{12}$/.test(String(value)) ? undefined : 'a family of the theme, such as useTheme().fonts.text';
  if (kind === 'weight') return WEIGHT.test(String(value)) ? undefined : 'a weight such as 400, 700 or "bold"';
  if (kind === 'flex') return FLEX.test(String(value)) ? undefined : 'a number, or growth, shrinkage and basis such as "1 1 50%"';
  if (kind === 'number') return Number.isFinite(Number(value)) && value !== '' ? undefined : 'a number';
  if (kind === 'length')
    return typeof value === 'number' || value === 'auto' || (typeof value === 'string' && LENGTH.test(value))
      ? undefined
      : 'points such as 12, or a length such as "5mm" or "50%"';
  if (kind === 'color') return typeof value === 'string' && COLOR.test(value) ? undefined : 'a colour such as "#0e5157"';
  return kind.includes(String(value)) ? undefined : `one of ${kind.join(', ')}`;
}

export interface StyleFault {
  code: 'unknown-style' | 'wrong-style';
  message: string;
  hint?: string;
}

/**
 * The faults in the styles of an element.
 *
 * @param style an object, or an array of them; false and empty values are skipped, as the engine does
 */
export function styleFaults(style: unknown): StyleFault[] {
  if (Array.isArray(style)) return style.flatMap(styleFaults);
  if (!style) return [];
  if (typeof style !== 'object')
    return [{ code: 'wrong-style', message: `expected a map of styles, found ${quoted(String(style))}`, hint: 'write for instance style={{ marginTop: 12 }}' }];
  return Object.entries(style).flatMap(([key, value]): StyleFault[] => {
    if (value === undefined || value === null || key.startsWith('@media')) return [];
    const kind = Object.hasOwn(STYLES, key) ? STYLES[key as StyleKey] : undefined;
    if (!kind) {
      const near = nearest(key, Object.keys(STYLES));
      return [
        { code: 'unknown-style', message: `expected a style that the pages know, found ${quoted(key)}`, ...(near ? { hint: `did you mean "${near}"?` } : {}) },
      ];
    }
    const wanted = expected(kind, value);
    if (!wanted) return [];
    const near = typeof kind === 'object' ? nearest(String(value), kind) : undefined;
    return [
      {
        code: 'wrong-style',
        message: `expected ${wanted} for ${key}, found ${typeof value === 'string' ? quoted(value) : String(value)}`,
        ...(near ? { hint: `did you mean "${near}"?` } : {}),
      },
    ];
  });
}
