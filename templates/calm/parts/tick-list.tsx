/** A prompt with tick boxes under it: short words side by side, long lists in a unit that may be cut between items. */
import { Box, Prose, Words, plain, useTheme, type ProseSpans, type Style } from 'mendbook/kit';
import { Ask, AskUnit } from './ask.tsx';
import { useAbreast } from './beside.ts';
import { Main } from './columns.tsx';
import { Continued } from './continued.tsx';
import { useIsLong } from './long-list.ts';
import { OtherTick, Tick } from './ticks.tsx';
import { placeOf } from './place.ts';

interface TickListProps {
  /** The boxes are `name_1`, `name_2`…, the free line `name_other`. */
  name: string;
  prompt: ProseSpans;
  hint?: ProseSpans | undefined;
  items: readonly ProseSpans[];
  other: boolean | ProseSpans;
}

/** A list of more items than this may be cut between two of them. */
const WHOLE = 10;

/** A prompt and its tick boxes, with a line for something else where the list has one. */
export const TickList = ({ name, prompt, hint, items, other }: TickListProps) => {
  const { space, tick } = useTheme();
  const about = plain(prompt);
  const abreast = useAbreast(items.map(plain), other === false);
  const share: Style = { width: `${100 / abreast}%` };
  const ticks = items.map((item, index) => (
    <Tick key={index} name={`${name}_${index + 1}`} label={`${plain(item)} – ${about}`} style={share}>
      <Words>
        <Prose of={item} />
      </Words>
    </Tick>
  ));
  const isLong = useIsLong(items.length, tick.row) || items.length > WHOLE;
  const rest = <OtherTick name={name} about={about} other={other} />;
  if (isLong && abreast === 1) {
    return (
      <>
        <AskUnit prompt={prompt} hint={hint} name={name} />
        <Main role="L" flow={{ split: true }} style={{ marginTop: space.xs }}>
          <Continued of={prompt} />
          {ticks}
          {rest}
        </Main>
      </>
    );
  }
  return (
    <Main role="Div" {...placeOf(name)} style={{ marginTop: space.m }}>
      <Ask prompt={prompt} hint={hint} role="P" />
      <Box role="L" style={{ marginTop: space.xs, flexDirection: 'row', flexWrap: 'wrap' }}>
        {ticks}
        {rest}
      </Box>
    </Main>
  );
};
