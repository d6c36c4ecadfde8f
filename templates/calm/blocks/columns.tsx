import { Box, TextField, Words, plain, useTheme, type BlockProps, type Role } from 'mendbook/kit';
import { Hint, AskUnit } from '../parts/ask.tsx';
import { useNarrow } from '../parts/columns.tsx';
import { Continued } from '../parts/continued.tsx';

/** Two spaces side by side, of equal weight: one for each person, or for what was said and what was meant. */
export const Columns = ({ block, name }: BlockProps<'columns'>) => {
  const { space, column, ruling } = useTheme();
  const stacked = useNarrow();
  const row = { flexDirection: 'row', columnGap: column.gap } as const;
  const pairs = Array.from({ length: block.pairs }, (_, index) => index);
  const nameOf = (pair: number, side: number) => (block.pairs > 1 ? `${name}_${pair + 1}_${side + 1}` : `${name}_${side + 1}`);
  const about = plain(block.columns);
  const labelOf = (pair: number, title: string) => `${block.pairs > 1 ? `${title}, ${pair + 1}` : title} – ${about}`;
  const head = (side: (typeof block.sides)[number], role: Role) => (
    <>
      <Words type="label" role={role}>
        {side.title}
      </Words>
      {side.hint ? <Hint of={side.hint} role="Span" /> : null}
    </>
  );
  return (
    <>
      <AskUnit prompt={block.columns} hint={block.hint} name={name} />
      {stacked ? (
        pairs.flatMap((pair) =>
          block.sides.map((side, index) => (
            <Box role="P" key={`${pair} ${index}`} flow={{ pairWithNext: index === 0 }} style={{ marginTop: column.gap }}>
              {pair + index > 0 ? <Continued of={block.columns} /> : null}
              {head(side, 'Lbl')}
              <TextField name={nameOf(pair, index)} label={labelOf(pair, side.title)} lines={block.lines} grow={ruling.grow} growWith={name} />
            </Box>
          )),
        )
      ) : (
        <Box role="Table" flow={{ split: true }} style={{ marginTop: space.s }}>
          <Box role="TR" flow={{ repeat: true }} style={row}>
            {block.sides.map((side, index) => (
              <Box role="TH" scope="Column" key={index} style={{ flex: 1 }}>
                {head(side, 'Span')}
              </Box>
            ))}
          </Box>
          {pairs.map((pair) => (
            <Box role="TR" key={pair} style={{ ...row, marginTop: pair > 0 ? space.m : 0 }}>
              {block.sides.map((side, index) => (
                <Box role="TD" key={index} style={{ flex: 1 }}>
                  <TextField name={nameOf(pair, index)} label={labelOf(pair, side.title)} lines={block.lines} grow={ruling.grow} growWith={name} />
                </Box>
              ))}
            </Box>
          ))}
        </Box>
      )}
    </>
  );
};
