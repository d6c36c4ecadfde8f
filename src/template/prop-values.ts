/** Checks the values of the kit's props when pages are made; TypeScript checks them only in an editor. */
import * as z from 'zod';
import type { Flow, Grow, Marks, Ruling } from '../kit/marks.ts';

const points = z.number().finite();
const more = points.positive();
const words = z.string().trim().min(1);
const yes = z.boolean();
const color = z.string().regex(/^#[\da-f]{6}$/i);

/** A number of lines; `Infinity` fills the page. */
const lines = z.custom<number>((value) => typeof value === 'number' && value >= 0);

/** The values of each key of an object; the compiler holds the keys against its type, so that none is missing here. */
type Keys<T> = Record<keyof T, z.ZodType>;

const FLOW = {
  breakBefore: yes,
  breakAfter: yes,
  keepWithNext: yes,
  pairWithNext: yes,
  mayMoveUp: yes,
  split: yes,
  repeat: yes,
  continued: yes,
  bare: yes,
  leaves: yes,
} satisfies Keys<Flow>;

/** The values of each prop, and their description. `style`, `children`, names and labels are checked elsewhere. */
const VALUES: Readonly<Record<string, [values: z.ZodType, written: string]>> = {
  artifact: [z.enum(['Layout', 'Background', 'Header', 'Footer']), '"Layout", "Background", "Header" or "Footer"'],
  as: [z.enum(['Layout', 'Background', 'Header', 'Footer']), '"Layout", "Background", "Header" or "Footer"'],
  alt: [z.string(), 'text'],
  language: [z.string().regex(/^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i), 'a code of a language such as "es"'],
  scope: [z.enum(['Column', 'Row']), '"Column" or "Row"'],
  numbered: [yes, 'true or false'],
  destination: [words, 'a name'],
  pageOf: [words, 'the name of a destination'],
  bookmark: [z.strictObject({ title: words, level: z.int().min(1).max(6) } satisfies Keys<NonNullable<Marks['bookmark']>>), '{ title: "…", level: 1 }'],
  rules: [
    z.strictObject({
      kind: z.enum(['lines', 'dots', 'box', 'line']),
      leading: points.nonnegative(),
      width: more,
      color,
      radius: points.nonnegative().optional(),
    } satisfies Keys<Ruling>),
    '{ kind: "lines", leading: 24, width: 0.5, color: "#000000" }',
  ],
  drawing: [z.never(), 'nothing (Logo, Svg and Image draw)'],
  field: [z.never(), 'nothing (TextField and CheckField are fields)'],
  flow: [z.strictObject(FLOW).partial(), `{ ${Object.keys(FLOW).join(', ')} }, each true or false`],
  // In a field's name, a full stop would separate parent from child (ISO 32000-1, 12.7.3.2).
  name: [z.string().regex(/^[^\s.]*$/), 'a name without full stops and spaces'],
  look: [z.enum(['lines', 'dots', 'box', 'none']), '"lines", "dots", "box" or "none"'],
  sign: [z.enum(['tick', 'ring']), '"tick" or "ring"'],
  lines: [more, 'a number above 0'],
  height: [more, 'points above 0'],
  growWith: [words, 'a word that fields of a unit share'],
  spellcheck: [yes, 'true or false'],
  decorative: [yes, 'true or false'],
};
/** `grow` is an object for a box, and a number of lines for a field. */
const GROW = [
  z.union([lines, z.strictObject({ step: more, most: lines, fewer: points.nonnegative(), together: words.optional() } satisfies Keys<Grow>)]),
  'a number of lines',
] as const;

const shown = (value: unknown): string => {
  const text = typeof value === 'object' ? JSON.stringify(value) : typeof value === 'string' ? `"${value}"` : String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
};

/** The props of the kit's element with wrong values, each with what was expected and found. */
export const wrongPropValues = (props: Record<string, unknown>): { key: string; expected: string; found: string }[] =>
  Object.entries(props).flatMap(([key, value]) => {
    const rule = key === 'grow' ? GROW : Object.hasOwn(VALUES, key) ? VALUES[key] : undefined;
    if (!rule || value === undefined || value === null) return [];
    const [values, expected] = rule;
    return values.safeParse(value).success ? [] : [{ key, expected, found: shown(value) }];
  });
