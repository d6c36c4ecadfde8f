import { Decoration, Prose, Words, plain, useTheme, type Template } from 'mendbook/kit';
import { Bowl } from './drawings/bowl.tsx';
import { Beside } from './parts/columns.tsx';
import { Meta } from './parts/meta.tsx';
import type { ComponentProps } from 'react';

/** Begins a page before or after the steps: its title, what it is for, how long it takes. Alone on its page, it has the bowl beside it. */
export const PageOpener = ({ section }: ComponentProps<Template['PageOpener']>) => {
  const { space, column, motif } = useTheme();
  const alone = section.blocks[0]?.kind === 'worksheet';
  return (
    <Beside
      marginFirst={false}
      destination={section.id}
      bookmark={{ title: plain(section.title), level: 1 }}
      flow={{ breakBefore: true, keepWithNext: !alone }}
      style={{ marginBottom: space.xs }}
      margin={<Meta minutes={section.minutes} company={section.with} />}
    >
      <Words type="title" role="H2">
        <Prose of={section.title} />
      </Words>
      <Words type="lead" style={{ marginTop: space.xs, maxWidth: column.measure }}>
        <Prose of={section.purpose} />
      </Words>
      {alone ? (
        <Decoration style={{ marginTop: space.xxl }}>
          <Bowl width={motif.opener} joined={section.part === 'closing' ? 1 : 0} />
        </Decoration>
      ) : null}
    </Beside>
  );
};
