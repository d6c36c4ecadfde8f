import { plain, useTheme, type BlockProps } from 'mendbook/kit';
import { AskUnit } from '../parts/ask.tsx';
import { Grid } from '../parts/grid.tsx';

/** The share of the width that a plan gives to what is done; when and who take one each. */
const WHAT = 2.4;

/** What, when and who. */
export const Plan = ({ block, name }: BlockProps<'plan'>) => {
  const { ruling } = useTheme();
  const columns = [
    { title: block.what, width: WHAT, expects: 'sentence' as const },
    { title: block.when, width: 1, expects: 'date' as const },
    { title: block.who, width: 1, expects: 'few-words' as const },
  ];
  return (
    <>
      <AskUnit prompt={block.plan} hint={block.hint} name={name} />
      <Grid name={name} about={plain(block.plan)} columns={columns} rows={block.rows} height={ruling.tallRow} />
    </>
  );
};
