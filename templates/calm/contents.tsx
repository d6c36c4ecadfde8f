import { Box, Words, useStrings, useTheme, type Entry, type ContentsProps } from 'mendbook/kit';
import { useAxis, useNarrow } from './parts/columns.tsx';
import { useContentsBreak, useFitsWhole } from './parts/contents-break.ts';
import { Head } from './parts/head.tsx';
import { PageNumber } from './parts/page-number.tsx';

/** A step of as many entries stands on one page, so that none is parted from its title, unless that takes a page more; a longer one could fill a page. */
const WHOLE = 12;

/** The table of contents: a list for each step or page with its worksheets; in two columns where all of it fits on one page so. */
export const Contents = ({ entries, own }: ContentsProps) => {
  const { colors } = useTheme();
  const strings = useStrings();
  const narrow = useNarrow();
  const division = useContentsBreak(entries);
  // A short list needs no columns.
  const columns = narrow || own ? undefined : division;
  const { title, destination } = own ?? { title: strings.contents, destination: 'contents' };
  return (
    <>
      <Head destination={destination} bookmark={{ title, level: 1 }} flow={{ breakBefore: true, keepWithNext: true }} margin={columns ? 'none' : null}>
        <Words type="title" role="H2" style={{ color: colors.title }}>
          {title}
        </Words>
      </Head>
      {columns ? <TwoColumns columns={[entries.slice(0, columns.at), entries.slice(columns.at)]} gap={columns.gap} /> : <OneColumn entries={entries} />}
    </>
  );
};

/** Lists one below the other, over as many pages as they need. */
const OneColumn = ({ entries }: ContentsProps) => {
  const { space } = useTheme();
  const groups = grouped(entries);
  const whole = useFitsWhole(groups);
  return groups.map((group, index) => (
    <Box role="TOC" key={group[0].destination} flow={{ split: group.length > WHOLE || !whole }} style={{ marginTop: index === 0 ? space.s : space.xs }}>
      {group.map((entry) => (
        <Box role="TOCI" key={entry.destination}>
          <Row entry={entry} />
        </Box>
      ))}
    </Box>
  ));
};

/** All lists on one page, with a gap between two of them in points. */
const TwoColumns = ({ columns, gap }: { columns: readonly Entry[][]; gap: number }) => {
  const { space } = useTheme();
  return (
    <Box style={{ flexDirection: 'row', columnGap: space.l, marginTop: space.s }}>
      {columns.map((part, side) => (
        <Box key={side} style={{ flex: 1 }}>
          {grouped(part).map((group, index) => (
            <Box role="TOC" key={group[0].destination} style={{ marginTop: index === 0 ? 0 : gap }}>
              {group.map((entry) => (
                <Box role="TOCI" key={entry.destination}>
                  <CloseRow entry={entry} />
                </Box>
              ))}
            </Box>
          ))}
        </Box>
      ))}
    </Box>
  );
};

/** A step or page, and its worksheets. */
type Group = [Entry, ...Entry[]];

const grouped = (entries: readonly Entry[]): Group[] => {
  const groups: Group[] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    if (entry.level === 1 || !last) groups.push([entry]);
    else last.push(entry);
  }
  return groups;
};

/** An entry: the number of a step in the margin column, its title, its page. */
export const Row = ({ entry }: { entry: Entry }) => {
  const { column, space } = useTheme();
  const strings = useStrings();
  const axis = useAxis();
  const type = entry.level === 1 ? 'prompt' : 'entry';
  const number = entry.number === undefined ? '' : `${strings.step} ${entry.number}`;
  return (
    <Box role="Reference" link={{ to: `#${entry.destination}`, description: entry.title }} style={{ flexDirection: 'row' }}>
      {number && column.margin > 0 ? (
        <Words type={type} role="Span" style={{ width: axis }}>
          {number}
        </Words>
      ) : null}
      <Words type={type} role="Span" style={{ flex: 1, ...(number ? {} : { marginLeft: axis }), paddingRight: space.m }}>
        {number && column.margin === 0 ? `${number}  ${entry.title}` : entry.title}
      </Words>
      <PageNumber of={entry.destination} type={type} roman={entry.guide === true} />
    </Box>
  );
};

/** An entry of a column: the number of a step before its title, the worksheets indented. */
const CloseRow = ({ entry }: { entry: Entry }) => {
  const { space, list, colors } = useTheme();
  const type = entry.level === 1 ? 'label' : 'entry';
  const worksheet = entry.level === 2;
  return (
    <Box role="Reference" link={{ to: `#${entry.destination}`, description: entry.title }} style={{ flexDirection: 'row' }}>
      {entry.number === undefined ? null : (
        <Words type={type} role="Span" style={{ width: list.marker, color: colors.accent }}>
          {`${entry.number}`}
        </Words>
      )}
      <Words type={type} role="Span" style={{ flex: 1, paddingRight: space.xs, ...(worksheet ? { marginLeft: list.marker } : {}) }}>
        {entry.title}
      </Words>
      <PageNumber of={entry.destination} type={type} roman={entry.guide === true} />
    </Box>
  );
};
