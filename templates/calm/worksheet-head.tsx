import { Prose, Words, plain, useTheme, type WorksheetHeadProps } from 'mendbook/kit';
import { Head } from './parts/head.tsx';
import { Meta } from './parts/meta.tsx';

/** Blocks that leave the margin column free. */
const BESIDE_FREE: ReadonlySet<string> = new Set<WorksheetHeadProps['block']['blocks'][number]['kind']>([
  'text',
  'heading',
  'tips',
  'question',
  'checklist',
  'choice',
  'scale',
]);

/** Begins a worksheet: what it is, what it is for, how long it takes and who is there. */
export const WorksheetHead = ({ block, destination }: WorksheetHeadProps) => {
  const { colors, column, space } = useTheme();
  return (
    <Head
      destination={destination}
      bookmark={{ title: plain(block.worksheet), level: 2 }}
      flow={{ breakBefore: true, keepWithNext: true }}
      hangs={BESIDE_FREE.has(block.blocks[0]?.kind ?? '')}
      margin={<Meta minutes={block.minutes} company={block.with} />}
    >
      <Words type="title" role="H3" style={{ color: colors.title }}>
        <Prose of={block.worksheet} />
      </Words>
      <Words style={{ marginTop: space.xs, maxWidth: column.measure }}>
        <Prose of={block.purpose} />
      </Words>
    </Head>
  );
};
