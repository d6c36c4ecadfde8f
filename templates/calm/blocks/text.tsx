import { Prose, Words, useTheme, type BlockProps } from 'mendbook/kit';
import { Main } from '../parts/columns.tsx';

/** Paragraphs, each a unit of its own. */
export const Text = ({ block }: BlockProps<'text'>) => {
  const { space, column } = useTheme();
  return block.text.map((paragraph, index) => (
    <Main key={index} style={{ marginTop: space.s, maxWidth: column.measure }}>
      <Words>
        <Prose of={paragraph} />
      </Words>
    </Main>
  ));
};
