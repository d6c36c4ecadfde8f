import { Box, plain, useTheme, type BlockProps } from 'mendbook/kit';
import { Ask } from '../parts/ask.tsx';
import { Main } from '../parts/columns.tsx';
import { Rating } from '../parts/rating.tsx';
import { placeOf } from '../parts/place.ts';

/** A rating: a cell for each number, a word at each end. */
export const Scale = ({ block, name }: BlockProps<'scale'>) => {
  const { space } = useTheme();
  return (
    <Main role="Div" {...placeOf(name)} style={{ marginTop: space.m }}>
      <Ask prompt={block.scale} hint={block.hint} role="P" />
      <Box style={{ marginTop: space.s }}>
        <Rating name={name} about={plain(block.scale)} from={block.from} to={block.to} ends={block.labels} />
      </Box>
    </Main>
  );
};
