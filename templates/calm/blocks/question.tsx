import { TextField, plain, useTheme, type BlockProps, type Expects } from 'mendbook/kit';
import { Ask } from '../parts/ask.tsx';
import { Main } from '../parts/columns.tsx';
import { placeOf } from '../parts/place.ts';

/** A story is told on more lines than these. */
const SENTENCE = 3;

const expectedOn = (lines: number): Expects => (lines > SENTENCE ? 'story' : lines > 1 ? 'sentence' : 'few-words');

/** A question and ruled lines. The lines take a little more where the page has room. */
export const Question = ({ block, name }: BlockProps<'question'>) => {
  const { space, ruling } = useTheme();
  return (
    <Main role="P" {...placeOf(name)} style={{ marginTop: space.m }}>
      <Ask prompt={block.question} hint={block.hint} />
      <TextField
        name={name}
        label={plain(block.question)}
        lines={block.lines}
        expects={block.expects ?? expectedOn(block.lines)}
        grow={block.lines > 1 ? ruling.grow : 0}
      />
    </Main>
  );
};
