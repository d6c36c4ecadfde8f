import { plain, useTheme, type BlockProps } from 'mendbook/kit';
import { AskUnit } from '../parts/ask.tsx';
import { Grid } from '../parts/grid.tsx';

/** Many rows, one an entry; counted where the block says so. */
export const Log = ({ block, name }: BlockProps<'log'>) => {
  const { ruling } = useTheme();
  return (
    <>
      <AskUnit prompt={block.log} hint={block.hint} name={name} />
      <Grid
        name={name}
        about={plain(block.log)}
        columns={block.columns}
        rows={block.rows}
        counter={block.number}
        height={ruling.row}
        tallest={ruling.tallRow}
      />
    </>
  );
};
