import { Box, Decoration, Motif, Prose, Words, plain, useTheme, type PageOpenerProps, type ReactNode } from 'mendbook/kit';
import { Main } from './parts/columns.tsx';
import { Head } from './parts/head.tsx';
import { Meta } from './parts/meta.tsx';

/** Begins a page before or after the steps: its title, what it is for, how long it takes. Alone on its page, it has the motif under it. */
export const PageOpener = ({ section }: PageOpenerProps) => {
  const { colors, space, column, motif } = useTheme();
  const alone = section.blocks[0]?.kind === 'worksheet';
  // Pages at the end with something to do; sources and spare paper have no company.
  const ends = section.part === 'closing' && section.with !== undefined;
  return (
    <Box
      destination={section.id}
      bookmark={{ title: plain(section.title), level: 1 }}
      flow={{ breakBefore: true, keepWithNext: !alone }}
      style={{ marginBottom: space.xs }}
    >
      <Head margin={<Meta minutes={section.minutes} company={section.with} />}>
        <BesideMotif shown={ends && !alone}>
          <Words type="title" role="H2" style={{ color: colors.title }}>
            <Prose of={section.title} />
          </Words>
          <Words type="lead" style={{ marginTop: space.xs, maxWidth: column.measure }}>
            <Prose of={section.purpose} />
          </Words>
        </BesideMotif>
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

/** The motif is so large beside the title of a page, as a share of that on an opener. */
const SMALLER = 0.75;

/** Words, and where it is to be shown, the whole motif at the right of them. */
const BesideMotif = ({ shown, children }: { shown: boolean; children: ReactNode }) => {
  const { motif, space } = useTheme();
  return shown ? (
    <Box style={{ flexDirection: 'row', columnGap: space.m }}>
      <Box style={{ flex: 1 }}>{children}</Box>
      <Decoration style={{ flexShrink: 0 }}>
        <Motif width={SMALLER * motif.opener} joined={1} place="cover" />
      </Decoration>
    </Box>
  ) : (
    children
  );
};
