import { Prose, type BlockProps } from 'mendbook/kit';
import { Words, useTheme } from 'mendbook/kit';
import { Main } from '../parts/columns.tsx';

/** A heading inside a section or a worksheet; never the last on its page. */
export const Heading = ({ block, level }: BlockProps<'heading'>) => {
  const { space } = useTheme();
  return (
    <Main flow={{ keepWithNext: true }} style={{ marginTop: space.l }}>
      <Words type="section" role={`H${level}`}>
        <Prose of={block.heading} />
      </Words>
    </Main>
  );
};
