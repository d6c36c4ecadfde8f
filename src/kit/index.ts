/** The public API of the kit: all that a template may import. */
export type { ComponentType, ReactNode } from 'react';
export { Circle, Defs, G, Image, Line, Path, Polygon, Polyline, Rect, Svg } from '@react-pdf/renderer';
export type { BlockKind, BlockOf, LeafBlock, LeafKind, WorksheetBlock } from '../content/blocks/index.ts';
export type { Prose as ProseSpans, Span } from '../content/span.ts';
export { plain } from '../content/plain-text.ts';
export type { Section, Workbook } from '../content/workbook.ts';
export type { ComparedAnswer, ComparedProps, ComparedRating, ListedCopy, Written } from './compared.ts';
export { useHelpLines, usePractice, useScale, useStrings, useTheme } from './context.ts';
export { Box, Decoration, Prose, Words } from './elements.tsx';
export type { BoxProps, DecorationProps, ProseProps, Style, TypeName, WordsProps } from './elements.tsx';
export { CheckField, TextField } from './fields.tsx';
export type { CheckFieldProps, TextFieldProps } from './fields.tsx';
export { baselineInMiddle, firstBaselineIn, ruleBelowBaseline, typedLinesIn } from './field-geometry.ts';
export { leastWidth } from './field-capacity.ts';
export type { Expects } from '../content/expects.ts';
export type { HelpLine, HelpLines } from '../content/help-line.ts';
export { Logo, useLogoSize } from './logo.tsx';
export type { LogoProps } from './logo.tsx';
export type { Flow, Marks, Role, Ruling } from './marks.ts';
export { MOTIF_FIELD, Motif, motifHeight } from './motif.tsx';
export type { Logo as PracticeLogo, Practice } from './practice.ts';
export { say } from '../content/phrase.ts';
export type { Strings } from '../content/strings.ts';
export type {
  BlockProps,
  ClosingProps,
  ContentsProps,
  CoverProps,
  Entry,
  FrameProps,
  MotifProps,
  NotesProps,
  PageOpenerProps,
  StepOpenerProps,
  Template,
  WorksheetHeadProps,
} from './template.ts';
export type { FontMetrics, Paper, Theme, TypeSize, TypeStyle } from './theme.ts';
