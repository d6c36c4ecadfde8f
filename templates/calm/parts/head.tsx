/** The head of a worksheet or a page: a bar over it and a rule under it, where the theme has them. */
import { Box, Decoration, useTheme, type Marks, type Style, type ReactNode } from 'mendbook/kit';
import { Beside, useAxis } from './columns.tsx';

interface HeadProps extends Marks {
  /** Stands in the margin column; read after the title. With `none` the title takes the width of both columns. */
  margin: ReactNode | 'none';
  /** Whether what stands in the margin column may reach beside what follows the head. */
  hangs?: boolean;
  /** The title, and what the page is for. */
  children: ReactNode;
}

/** The bar stands over the whole width, so that a page is found again by it; the rule under the title alone, as what stands in the margin column may reach lower. */
export const Head = ({ margin, hangs = false, children, ...marks }: HeadProps) => {
  const { head, space } = useTheme();
  const axis = useAxis();
  return (
    <Box {...marks}>
      <Line width={head.bar} style={{ marginBottom: space.s }} />
      {margin === 'none' ? (
        children
      ) : (
        <Beside marginFirst={false} hangs={hangs} margin={margin}>
          {children}
        </Beside>
      )}
      <Line width={head.rule} style={{ marginTop: space.s, marginLeft: margin === 'none' ? 0 : axis }} />
    </Box>
  );
};

const Line = ({ width, style }: { width: number; style: Style }) => {
  const { colors } = useTheme();
  return width > 0 ? <Decoration style={{ height: width, backgroundColor: colors.title, ...style }} /> : null;
};
