/** Form fields: boxes that are printed as lines or frames, and can be filled in on screen. */
import { View } from '@react-pdf/renderer';
import { createElement } from 'react';
import type { Expects } from '../content/expects.ts';
import { useTheme } from './context.ts';
import type { Style } from './elements.tsx';
import { typedLinesIn } from './field-geometry.ts';
import type { Grow, Marks, Ruling } from './marks.ts';

export interface TextFieldProps {
  /** Unique in the document: the block's `name`, or `name_n`. */
  name: string;
  /** The accessible name; starts with the visible label. */
  label: string;
  /** Ruled lines; one line is a single-line field. */
  lines?: number;
  /** How the space is drawn: ruled lines (default), a grid of dots, a frame, or nothing (a table's cell). */
  look?: 'lines' | 'dots' | 'box' | 'none';
  /** Height in points, instead of whole lines. */
  height?: number;
  /** How many more lines it may take when its page has room; none unless given. Such a field may also give up a third of its lines, two at most. */
  grow?: number;
  /** Fields of a unit, or of a pair of units, with the same word here grow alike. Fields side by side always do. */
  growWith?: string;
  /** What hides the rules behind an answer: a tint that shows how far it may go (default), or the colour of the paper, for what is given away. */
  ground?: 'tint' | 'paper';
  /** Off for names, dates and codes. */
  spellcheck?: boolean;
  /** Words stand beside the first of several lines: what is typed begins level with them. */
  beside?: boolean;
  /** What is written there: a few words on one line, a sentence on several, unless told otherwise. `mendbook check` tells where the space is too small for it. */
  expects?: Expects | undefined;
  style?: Style | Style[];
}

/** Dots stand so far apart in both directions as on dotted paper, 5 mm, in points; and the half of their width. */
const DOT_GRID = 14.173;
const DOT_SIZE = 0.5;

/** The share of its lines that a field may give up to avoid a nearly empty page, and the most of them. */
const SPARE = { share: 0.34, most: 2 };

/** Space for words. Printed it is ruled; on a screen it takes as much as prints whole. */
export const TextField = ({
  name,
  label,
  lines = 1,
  look = 'lines',
  height,
  grow,
  growWith,
  ground = 'tint',
  spellcheck = true,
  beside = false,
  expects,
  style,
}: TextFieldProps) => {
  const { colors, ruling, type } = useTheme();
  const multiline = lines > 1 || typedLinesIn(height ?? 0, type.field.size) > 1 || (grow ?? 0) > 0;
  const rules: Ruling | undefined =
    look === 'none'
      ? undefined
      : {
          kind: look,
          leading: look === 'dots' ? DOT_GRID : ruling.leading,
          ...(look === 'box'
            ? { width: ruling.frame, color: colors.edge, radius: ruling.radius }
            : { width: look === 'dots' ? Math.max(DOT_SIZE, ruling.width) : ruling.width, color: colors.rule }),
        };
  const growth: Grow | undefined = grow
    ? { step: ruling.leading, most: grow, fewer: Math.min(SPARE.most, Math.floor(lines * SPARE.share)), ...(growWith ? { together: growWith } : {}) }
    : undefined;
  const marks: Marks = {
    field: {
      kind: 'text',
      name,
      label,
      multiline,
      fontSize: type.field.size,
      spellcheck,
      expects: expects ?? (multiline ? 'sentence' : 'few-words'),
      // A field of one line has its rule at its foot, where nothing covers it.
      ...(multiline && (look === 'lines' || look === 'dots') ? { background: colors[ground] } : {}),
      ...(multiline && beside ? { beside } : {}),
    },
    ...(rules ? { rules } : {}),
    ...(growth ? { grow: growth } : {}),
  };
  return createElement(View, { style: [{ height: height ?? lines * ruling.leading }, style ?? {}], marks } as object);
};

export interface CheckFieldProps {
  /** Unique in the document. */
  name: string;
  /** The accessible name; starts with the visible label. */
  label: string;
  /** A ring goes round words inside the box; a tick unless told otherwise. */
  sign?: 'tick' | 'ring';
  style?: Style | Style[];
}

/** A tick box; its frame is page art, its mark belongs to the field. */
export const CheckField = ({ name, label, sign = 'tick', style }: CheckFieldProps) => {
  const { colors, tick } = useTheme();
  const marks: Marks = {
    field: { kind: 'check', name, label, sign },
    rules: { kind: 'box', leading: 0, width: tick.edge, color: colors.edge, radius: tick.radius },
  };
  return createElement(View, { style: [{ width: tick.size, height: tick.size }, style ?? {}], marks } as object);
};
