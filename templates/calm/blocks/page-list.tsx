import { Box, Prose, Words, plain, useTheme, type BlockProps, type ProseSpans, type Style } from 'mendbook/kit';
import { Main } from '../parts/columns.tsx';
import { useGround } from '../parts/ground.ts';
import { PageNumber } from '../parts/page-number.tsx';

/** What pages are for, and their numbers and titles; in a table, what is said of each as well. */
export const PageList = ({ block }: BlockProps<'page-list'>) => {
  const { space, column } = useTheme();
  return (
    <>
      <Main flow={{ keepWithNext: true }} style={{ marginTop: space.m, maxWidth: column.measure }}>
        <Words type="prompt">
          <Prose of={block['page-list']} />
        </Words>
      </Main>
      <Pages block={block} />
    </>
  );
};

/** A table where its columns have room for their words; else each page with what is said of it under its title. */
const Pages = ({ block: { heads, pages } }: Pick<BlockProps<'page-list'>, 'block'>) => {
  const { paper, type, fonts, space } = useTheme();
  if (!heads) return <List pages={pages} heads={[]} />;
  const total = heads.reduce((sum, { width = 1 }) => sum + width, 0);
  const width = paper.width - paper.left - paper.right;
  const fits = heads.every((head, index) => {
    const room = ((head.width ?? 1) / total) * width - space.xs;
    const below =
      index === 0 ? [] : pages.map(({ cells }) => longestWord(plain(cells[index - 1] ?? [])) * fonts.metrics[type.hint.font].letter * type.hint.size);
    return Math.max(longestWord(head.title) * fonts.metrics[type.label.font].letter * type.label.size, ...below) * WIDE <= room;
  });
  return fits ? <PageTable heads={heads} pages={pages} /> : <List pages={pages} heads={heads} />;
};

/** A word may have wide letters alone: so much wider than the mean are those of the widest. */
const WIDE = 1.2;

const longestWord = (words: string): number => Math.max(0, ...words.split(/\s/).map(({ length }) => length));

/** A page as the edition hands it over, with its title. */
type Listed = BlockProps<'page-list'>['block']['pages'][number];

const List = ({ pages, heads }: { pages: readonly Listed[]; heads: readonly Head[] }) => {
  const { space } = useTheme();
  return (
    <Main role="L" flow={{ split: true }} style={{ marginTop: space.xs }}>
      {pages.map((page, index) => (
        <Box role="LI" key={index} style={{ marginTop: space.xs }}>
          <Box role="LBody">
            <PageName page={page} />
            {heads.slice(1).map(({ title }, cell) => (
              <Words type="hint" role="P" key={title} style={{ marginLeft: space.l }}>
                {`${title}: `}
                <Prose of={page.cells[cell] ?? []} />
              </Words>
            ))}
          </Box>
        </Box>
      ))}
    </Main>
  );
};

type Head = NonNullable<BlockProps<'page-list'>['block']['heads']>[number];

const PageTable = ({ heads, pages }: { heads: readonly Head[]; pages: readonly Listed[] }) => {
  const { space, ruling, colors } = useTheme();
  const ground = useGround();
  const across = (width = 1): Style => ({ flexGrow: width, flexShrink: 1, flexBasis: 0, paddingRight: space.xs });
  return (
    <Box role="Table" flow={{ split: true }} style={{ marginTop: space.s }}>
      <Box role="TR" flow={{ repeat: true }} style={{ flexDirection: 'row', alignItems: 'flex-end', ...ground }}>
        {heads.map((head, index) => (
          <Box role="TH" scope="Column" key={index} style={{ ...across(head.width), paddingVertical: space.xs }}>
            <Words type="label" role="Span">
              {head.title}
            </Words>
          </Box>
        ))}
      </Box>
      {pages.map((page, row) => (
        <Box role="TR" key={row} style={{ flexDirection: 'row', paddingVertical: space.xs, borderBottom: `${ruling.table} solid ${colors.rule}` }}>
          <Box role="TH" scope="Row" style={across(heads[0]?.width)}>
            <PageName page={page} />
          </Box>
          {heads.slice(1).map(({ width }, index) => (
            <Box role="TD" key={index} style={across(width)}>
              <Cell of={page.cells[index] ?? []} />
            </Box>
          ))}
        </Box>
      ))}
    </Box>
  );
};

const Cell = ({ of }: { of: ProseSpans }) => (
  <Words type="hint" role="Span">
    <Prose of={of} />
  </Words>
);

/** The number of a page and its title, which lead to it. */
const PageName = ({ page: { href, title } }: { page: Listed }) => (
  <Box role="Reference" link={{ to: href, description: plain(title ?? []) }} style={{ flexDirection: 'row' }}>
    <PageNumber of={href.slice(1)} type="hint" align="left" />
    <Words type="hint" role="Span" style={{ flex: 1 }}>
      <Prose of={title ?? []} />
    </Words>
  </Box>
);
