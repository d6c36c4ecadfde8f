import { Box, TextField, plain, useStrings, useTheme, type BlockProps } from 'mendbook/kit';
import { Ask } from '../parts/ask.tsx';
import { useAxis } from '../parts/columns.tsx';
import { placeOf } from '../parts/place.ts';

const LOOKS = { lined: 'lines', dotted: 'dots', blank: 'box' } as const;

/** Lines that a title and its hint may take. */
const BESIDE_TITLE = 6;

/** Room to write or draw: in the main column, or over the whole width where it takes what is left of its page. */
export const Space = ({ block, name }: BlockProps<'space'>) => {
  const { space, ruling, paper } = useTheme();
  const strings = useStrings();
  const axis = useAxis();
  // What fills a page begins with no more lines than any page has beside its title, whatever the ruling.
  const most = Math.floor((paper.height - paper.top - paper.bottom) / ruling.leading) - BESIDE_TITLE;
  const framed = block.space === 'blank';
  return (
    <Box role="P" {...placeOf(name)} style={{ marginTop: space.m, ...(block.fill ? {} : { marginLeft: axis }) }}>
      {block.title ? (
        <Box style={block.fill ? { marginLeft: axis } : {}}>
          <Ask prompt={block.title} hint={block.hint} />
        </Box>
      ) : null}
      <TextField
        name={name}
        label={block.title ? plain(block.title) : strings.ownWords}
        lines={block.fill ? Math.min(block.lines, most) : block.lines}
        look={LOOKS[block.space]}
        grow={block.fill ? Infinity : ruling.grow}
        style={framed && block.title ? { marginTop: space.xs } : {}}
      />
    </Box>
  );
};
