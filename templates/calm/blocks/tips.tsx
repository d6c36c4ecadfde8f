import { Box, Prose, Words, useTheme, type BlockProps } from 'mendbook/kit';
import { Main } from '../parts/columns.tsx';
import { Points } from '../parts/points.tsx';

/** What the tips are about, and a list of them. */
export const Tips = ({ block }: BlockProps<'tips'>) => {
  const { space, column } = useTheme();
  return (
    <Main role="Div" style={{ marginTop: space.m, maxWidth: column.measure }}>
      <Words type="prompt">
        <Prose of={block.tips} />
      </Words>
      <Box>
        <Points items={block.items} numbered={block.numbered} />
      </Box>
    </Main>
  );
};
