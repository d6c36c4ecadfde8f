import { Box, Decoration, Motif, Prose, Words, plain, useTheme, type PageOpenerProps } from 'mendbook/kit';
import { Main } from './parts/columns.tsx';
import { Head } from './parts/head.tsx';
import { Meta } from './parts/meta.tsx';

/** Begins a page before or after the steps: its title, what it is for, how long it takes. Alone on its page, it has the motif under it. */
export const PageOpener = ({ section }: PageOpenerProps) => {
  const { colors, space, column, motif } = useTheme();
  const alone = section.blocks[0]?.kind === 'worksheet';
  return (
    <Box
      destination={section.id}
      bookmark={{ title: plain(section.title), level: 1 }}
      flow={{ breakBefore: true, keepWithNext: !alone }}
      style={{ marginBottom: space.xs }}
    >
      <Head margin={<Meta minutes={section.minutes} company={section.with} />}>
        <Words type="title" role="H2" style={{ color: colors.title }}>
          <Prose of={section.title} />
        </Words>
        <Words type="lead" style={{ marginTop: space.xs, maxWidth: column.measure }}>
          <Prose of={section.purpose} />
        </Words>
      </Head>
      {alone ? (
        <Main style={{ marginTop: space.xxl }}>
          <Decoration>
            <Motif width={motif.opener} joined={section.part === 'closing' ? 1 : 0} />
          </Decoration>
        </Main>
      ) : null}
    </Box>
  );
};
