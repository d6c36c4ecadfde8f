import { Box, Image as Picture, Prose, Words, useTheme, type BlockProps } from 'mendbook/kit';
import { Main } from '../parts/columns.tsx';

/** A picture with its caption. */
export const Image = ({ block }: BlockProps<'image'>) => {
  const { space, colors } = useTheme();
  return (
    <Main role="Div" style={{ marginTop: space.m }}>
      <Box role="Figure" alt={block.alt} style={{ width: `${block.width * 100}%` }}>
        <Picture src={block.image} />
      </Box>
      {block.caption ? (
        <Words type="hint" role="Caption" style={{ color: colors.muted, marginTop: space.xs }}>
          <Prose of={block.caption} />
        </Words>
      ) : null}
    </Main>
  );
};
