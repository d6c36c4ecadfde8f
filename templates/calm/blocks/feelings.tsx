import { Box, TextField, Words, plain, useStrings, useTheme, type BlockProps } from 'mendbook/kit';
import { Ask, AskUnit } from '../parts/ask.tsx';
import { Beside, Main, MarginWords } from '../parts/columns.tsx';
import { Tick } from '../parts/ticks.tsx';

/** Words side by side in a family. */
const ABREAST = 3;

/** Words for feelings, by family; and lines for one's own. */
export const Feelings = ({ block, name }: BlockProps<'feelings'>) => {
  const { space, ruling } = useTheme();
  const strings = useStrings();
  const about = plain(block.feelings);
  const own = block.own ?? [{ text: strings.ownWords }];
  return (
    <>
      <AskUnit prompt={block.feelings} hint={block.hint} name={name} />
      {block.groups.map((group, row) => (
        <Beside key={row} role="Div" style={{ marginTop: space.s }} margin={<MarginWords level="scale">{group.name}</MarginWords>}>
          <Box role="L" style={{ flexDirection: 'row', flexWrap: 'wrap' }}>
            {group.words.map((word, index) => (
              <Tick key={index} name={`${name}_${row + 1}_${index + 1}`} label={`${word} – ${group.name} – ${about}`} style={{ width: `${100 / ABREAST}%` }}>
                <Words>{word}</Words>
              </Tick>
            ))}
          </Box>
        </Beside>
      ))}
      <Main role="P" style={{ marginTop: space.m }}>
        <Ask prompt={own} />
        <TextField name={`${name}_own`} label={`${plain(own)} – ${about}`} lines={block.lines} grow={ruling.grow} />
      </Main>
    </>
  );
};
