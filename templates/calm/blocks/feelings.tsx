import { Box, TextField, Words, plain, useStrings, useTheme, type BlockProps, type ReactNode } from 'mendbook/kit';
import { Ask, AskUnit } from '../parts/ask.tsx';
import { Beside, Main, MarginWords, useAscent, useNarrow, useStacked } from '../parts/columns.tsx';
import { Continued } from '../parts/continued.tsx';
import { Tick } from '../parts/ticks.tsx';

/** Words side by side in a family. */
const ABREAST = 3;

/** Bold letters are so much wider than those of a text on average, at most. */
const BOLD = 1.15;

/** The width that the names of families have beside their words, in points. */
const useNamesWidth = (names: readonly string[]): number => {
  const { type, fonts, space } = useTheme();
  const { size, font } = type.label;
  return Math.max(...names.map(({ length }) => length)) * size * fonts.metrics[font].letter * BOLD + space.s;
};

/** A family: its name in the margin column, or beside its words where there is none and the page has the room. */
const Family = ({ name, width, children }: { name: string; width: number; children: ReactNode }) => {
  const { space, tick, type } = useTheme();
  const onBaseline = Math.max(0, tick.row - type.body.leading) / 2 + useAscent('body') - useAscent('label');
  const stacked = useStacked();
  const narrow = useNarrow();
  if (!stacked || narrow)
    return (
      <Beside role="Div" style={{ marginTop: space.s }} margin={<MarginWords level="scale">{name}</MarginWords>}>
        {children}
      </Beside>
    );
  return (
    <Box role="Div" style={{ flexDirection: 'row', marginTop: space.s }}>
      <Words type="label" style={{ width, marginTop: onBaseline }}>
        {name}
      </Words>
      <Box style={{ flex: 1 }}>{children}</Box>
    </Box>
  );
};

/** Words for feelings, by family; and lines for one's own. */
export const Feelings = ({ block, name }: BlockProps<'feelings'>) => {
  const { space, ruling } = useTheme();
  const strings = useStrings();
  const about = plain(block.feelings);
  const own = block.own ?? [{ text: strings.ownWords }];
  const names = useNamesWidth(block.groups.map(({ name: family }) => family));
  return (
    <>
      <AskUnit prompt={block.feelings} hint={block.hint} name={name} />
      <Box flow={{ split: true }}>
        <Continued of={block.feelings} />
        {block.groups.map((group, row) => (
          <Family key={row} name={group.name} width={names}>
            <Box role="L" style={{ flexDirection: 'row', flexWrap: 'wrap' }}>
              {group.words.map((word, index) => (
                <Tick key={index} name={`${name}_${row + 1}_${index + 1}`} label={`${word} – ${group.name} – ${about}`} style={{ width: `${100 / ABREAST}%` }}>
                  <Words>{word}</Words>
                </Tick>
              ))}
            </Box>
          </Family>
        ))}
      </Box>
      <Main role="P" style={{ marginTop: space.m }}>
        <Ask prompt={own} />
        <TextField name={`${name}_own`} label={`${plain(own)} – ${about}`} lines={block.lines} grow={ruling.grow} />
      </Main>
    </>
  );
};
