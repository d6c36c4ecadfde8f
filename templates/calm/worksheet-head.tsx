import { Prose, Words, plain, useTheme, type Template } from 'mendbook/kit';
import { Beside } from './parts/columns.tsx';
import { Meta } from './parts/meta.tsx';
import type { ComponentProps } from 'react';

/** Begins a worksheet: what it is, what it is for, how long it takes and who is there. */
export const WorksheetHead = ({ block, destination }: ComponentProps<Template['WorksheetHead']>) => {
  const { column, space } = useTheme();
  return (
    <Beside
      marginFirst={false}
      destination={destination}
      bookmark={{ title: plain(block.worksheet), level: 2 }}
      flow={{ breakBefore: true, keepWithNext: true }}
      margin={<Meta minutes={block.minutes} company={block.with} />}
    >
      <Words type="title" role="H3">
        <Prose of={block.worksheet} />
      </Words>
      <Words style={{ marginTop: space.xs, maxWidth: column.measure }}>
        <Prose of={block.purpose} />
      </Words>
    </Beside>
  );
};
