import { plain, useTheme, type BlockProps } from 'mendbook/kit';
import { AskUnit } from '../parts/ask.tsx';
import { Grid } from '../parts/grid.tsx';

/** Rows to fill in under heads. */
export const Table = ({ block, name }: BlockProps<'table'>) => {
  const { ruling } = useTheme();
  return (
    <>
      <AskUnit prompt={block.table} hint={block.hint} name={name} />
      <Grid name={name} about={plain(block.table)} columns={block.columns} rows={block.rows} height={ruling.tallRow} />
    </>
  );
};
