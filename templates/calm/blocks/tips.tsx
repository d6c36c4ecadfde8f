import { Box, Prose, Words, useTheme, type BlockProps } from 'mendbook/kit';
import { Main, useAxis } from '../parts/columns.tsx';
import { useIsLong } from '../parts/long-list.ts';
import { Points } from '../parts/points.tsx';

/** What the tips are about, and a list of them. */
export const Tips = ({ block: { tips, items, numbered } }: BlockProps<'tips'>) => {
  const { space, column, type } = useTheme();
  const axis = useAxis();
  const isLong = useIsLong(items.length, type.body.leading + space.xs);
  const about = (
    <Words type="prompt">
      <Prose of={tips} />
    </Words>
  );
  const style = { marginTop: space.m, maxWidth: column.measure };
  if (isLong) {
    return (
      <>
        <Main flow={{ keepWithNext: true }} style={style}>
          {about}
        </Main>
        <Points items={items} numbered={numbered} mayEndWithin={tips} style={{ marginLeft: axis, maxWidth: column.measure }} />
      </>
    );
  }
  return (
    <Main role="Div" style={style}>
      {about}
      <Box>
        <Points items={items} numbered={numbered} />
      </Box>
    </Main>
  );
};
