/** Words under a rule that say what is written on it. */
import { Words, useTheme, type Marks, type ReactNode } from 'mendbook/kit';
import { useAscent } from './columns.tsx';

/** Handwriting reaches so far below its rule, in points. */
const DESCENDERS = 6;
/** Tall letters stand so much higher than capitals. */
const TALL = 1.08;

/** How far a caption is set down from the rule above it, so that its letters stand clear of descenders, in points. */
const useClear = (): number => {
  const { type, fonts } = useTheme();
  const { size, font } = type.hint;
  return Math.max(0, DESCENDERS - (useAscent('hint') - TALL * size * fonts.metrics[font].capitals));
};

/** The words; their role is `Span` unless told otherwise. */
export const Caption = ({ children, ...marks }: Marks & { children: ReactNode }) => (
  <Words type="hint" role="Span" style={{ marginTop: useClear() }} {...marks}>
    {children}
  </Words>
);
