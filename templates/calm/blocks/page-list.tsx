import { Box, Prose, Words, plain, useTheme, type BlockProps, type ProseSpans, type Style, type TypeName, type TypeStyle } from 'mendbook/kit';
import { Main } from '../parts/columns.tsx';
import { Continued } from '../parts/continued.tsx';
import { useGround } from '../parts/ground.ts';
import { useIsLong } from '../parts/long-list.ts';
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
const Pages = ({ block: { heads, pages, 'page-list': about } }: Pick<BlockProps<'page-list'>, 'block'>) => {
  const widths = useWidths(heads ?? [], pages);
  if (!heads) return <List pages={pages} about={about} />;
  return widths ? <PageTable heads={heads} pages={pages} widths={widths} /> : <Cards pages={pages} heads={heads} about={about} />;
};

/** The widths of the columns in points: as the author shares them out, but for those whose longest word needs more; nothing where the page is too narrow. */
const useWidths = (heads: readonly Head[], pages: readonly Listed[]): number[] | undefined => {
  const { paper, type, fonts, space, contents } = useTheme();
  const width = paper.width - paper.left - paper.right;
  const widthOf = (words: string, { font, size }: Pick<TypeStyle, 'font' | 'size'>): number => longestWord(words) * fonts.metrics[font].letter * WIDE * size;
  const least = heads.map(({ title }, index) => {
    const below = pages.map((page) => plain((index === 0 ? page.title : page.cells[index - 1]) ?? []));
    const longest = Math.max(widthOf(title, type.label), ...below.map((words) => widthOf(words, type.hint)));
    return longest + gapOf(space) + (index === 0 ? contents.page : 0);
  });
  return shareOut(
    heads.map((head) => head.width ?? 1),
    least,
    width,
  );
};

/** Shares a width out, so that none gets less than its least. */
const shareOut = (shares: readonly number[], least: readonly number[], width: number): number[] | undefined => {
  if (least.reduce((sum, one) => sum + one, 0) > width) return undefined;
  const fixed = new Set<number>();
  for (;;) {
    const free = shares.map((_, index) => index).filter((index) => !fixed.has(index));
    const left = width - [...fixed].reduce((sum, index) => sum + (least[index] ?? 0), 0);
    const total = free.reduce((sum, index) => sum + (shares[index] ?? 1), 0);
    const of = (index: number): number => (left * (shares[index] ?? 1)) / total;
    const short = free.filter((index) => of(index) < (least[index] ?? 0));
    if (short.length === 0) return shares.map((_, index) => (fixed.has(index) ? (least[index] ?? 0) : of(index)));
    for (const index of short) fixed.add(index);
  }
};

/** Between two columns, in points. */
const gapOf = ({ xs, s }: { xs: number; s: number }): number => (xs + s) / 2;

/** A word may have wide letters alone: so much wider than the mean are those of the widest. */
const WIDE = 1.2;

const longestWord = (words: string): number => Math.max(0, ...words.split(/\s/).map(({ length }) => length));

/** A page as the edition hands it over, with its title. */
type Listed = BlockProps<'page-list'>['block']['pages'][number];

/** The names of pages; a short list is not parted. */
const List = ({ pages, about }: { pages: readonly Listed[]; about: ProseSpans }) => {
  const { space, type } = useTheme();
  const long = useIsLong(pages.length, type.hint.leading + space.xs);
  return (
    <Main role="L" flow={{ split: long }} style={{ marginTop: space.xs }}>
      {long ? <Continued of={about} /> : null}
      {pages.map((page, index) => (
        <Box role="LI" key={index} style={{ marginTop: space.xs }}>
          <Box role="LBody">
            <PageName page={page} />
          </Box>
        </Box>
      ))}
    </Main>
  );
};

/** Each page with what is said of it under its name, over the whole width. */
const Cards = ({ pages, heads, about }: { pages: readonly Listed[]; heads: readonly Head[]; about: ProseSpans }) => {
  const { space, contents } = useTheme();
  return (
    <Box role="L" flow={{ split: true }} style={{ marginTop: space.xs }}>
      <Continued of={about} />
      {pages.map((page, index) => (
        <Box role="LI" key={index} style={{ marginTop: space.s }}>
          <Box role="LBody">
            <PageName page={page} type="label" />
            {heads.slice(1).map(({ title }, cell) =>
              isNothing(page.cells[cell] ?? []) ? null : (
                <Words type="hint" role="P" key={title} style={{ marginLeft: contents.page }}>
                  {`${title}: `}
                  <Prose of={page.cells[cell] ?? []} />
                </Words>
              ),
            )}
          </Box>
        </Box>
      ))}
    </Box>
  );
};

/** What stands in a cell of a table of which nothing is said. */
const isNothing = (cell: ProseSpans): boolean => ['', '–', '—', '-'].includes(plain(cell).trim());

type Head = NonNullable<BlockProps<'page-list'>['block']['heads']>[number];

const PageTable = ({ heads, pages, widths }: { heads: readonly Head[]; pages: readonly Listed[]; widths: readonly number[] }) => {
  const { space, ruling, colors } = useTheme();
  const ground = useGround();
  const across = (column: number): Style => ({ width: widths[column] ?? 0, paddingRight: gapOf(space) });
  return (
    <Box role="Table" flow={{ split: true }} style={{ marginTop: space.s }}>
      <Box role="TR" flow={{ repeat: true }} style={{ flexDirection: 'row', alignItems: 'flex-end', ...ground }}>
        {heads.map((head, index) => (
          <Box role="TH" scope="Column" key={index} style={{ ...across(index), paddingVertical: space.xs }}>
            <Words type="label" role="Span">
              {head.title}
            </Words>
          </Box>
        ))}
      </Box>
      {pages.map((page, row) => (
        <Box role="TR" key={row} style={{ flexDirection: 'row', paddingVertical: space.xs, borderBottom: `${ruling.table} solid ${colors.rule}` }}>
          <Box role="TH" scope="Row" style={across(0)}>
            <PageName page={page} />
          </Box>
          {heads.slice(1).map((_, index) => (
            <Box role="TD" key={index} style={across(index + 1)}>
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
const PageName = ({ page: { href, title }, type = 'hint' }: { page: Listed; type?: TypeName }) => (
  <Box role="Reference" link={{ to: href, description: plain(title ?? []) }} style={{ flexDirection: 'row' }}>
    <PageNumber of={href.slice(1)} type={type} align="left" />
    <Words type={type} role="Span" style={{ flex: 1 }}>
      <Prose of={title ?? []} />
    </Words>
  </Box>
);
