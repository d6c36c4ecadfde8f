/** Boxes and text with a role: react-pdf primitives that also carry their meaning for the tagged PDF. */
import { Text, View } from '@react-pdf/renderer';
import type { Styles } from '@react-pdf/renderer';
import { createElement, type ReactNode } from 'react';
import type { Prose as Spans } from '../content/span.ts';
import { useTheme } from './context.ts';
import { tieLastWords } from './tie-last-words.ts';
import type { Marks } from './marks.ts';
import type { Theme, TypeStyle } from './theme.ts';

export type Style = Styles[string];

/** A style of the theme that text is set in. */
export type TypeName = Exclude<keyof Theme['type'], 'field'>;

export interface WordsProps extends BoxProps {
  /** The theme's type style: `body` unless told otherwise. */
  type?: TypeName;
}

export interface BoxProps extends Marks {
  style?: Style | Style[];
  children?: ReactNode;
}

const split = ({ style, children, ...marks }: BoxProps) => ({ style, children, marks });

/** A box: lays its children out and says what they are (`role`), where links lead, how it may break. */
export const Box = (props: BoxProps) => {
  const { style, children, marks } = split(props);
  return createElement(View, { style, marks } as object, children);
};

/** Font, size and line height of a type style, as the layout engine wants them. */
const setting = ({ size, leading, font }: TypeStyle, fonts: Theme['fonts']): Style => ({
  fontFamily: font === 'title' ? fonts.title : font === 'note' ? fonts.note : fonts.text,
  fontWeight: { regular: 400, bold: 700, title: 600, note: 400 }[font],
  fontSize: size,
  lineHeight: leading / size,
});

/** A run of text with a role of its own, `P` unless told otherwise, in the ink of the theme. */
export const Words = ({ type = 'body', ...props }: WordsProps) => {
  const theme = useTheme();
  const { style, children, marks } = split(props);
  const base = { ...setting(theme.type[type], theme.fonts), color: theme.colors.ink };
  return createElement(Text, { style: [base, style ?? {}], marks: { role: 'P', ...marks } } as object, children);
};

export interface ProseProps {
  /** As a block gives it. */
  of: Spans;
}

/** Inline markdown inside a `Words`: bold in the bold weight, links underlined in the accent colour. */
export const Prose = ({ of }: ProseProps) => {
  const theme = useTheme();
  return tieLastWords(of).map((span, index) => {
    const style = {
      ...(span.strong || span.emphasis ? { fontWeight: 700 } : {}),
      ...(span.href ? { color: theme.colors.accent, textDecoration: 'underline' } : {}),
    };
    if (Object.keys(style).length === 0) return span.text;
    return createElement(Text, { key: index, style, ...(span.href ? { src: span.href } : {}) } as object, span.text);
  });
};

export interface DecorationProps {
  style?: Style | Style[];
  children?: ReactNode;
  /** What it is in place of content. */
  as?: Marks['artifact'];
}

/** Content that only decorates: skipped by screen readers. */
export const Decoration = ({ style, children, as = 'Layout' }: DecorationProps) => createElement(View, { style, marks: { artifact: as } } as object, children);
