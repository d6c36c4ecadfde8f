import { Box, Prose, TextField, Words, plain, useStrings, useTheme, type BlockProps } from 'mendbook/kit';
import { ScissorsIcon } from '../drawings/icons.tsx';
import { AskUnit } from '../parts/ask.tsx';
import { useDrop } from '../parts/columns.tsx';

/** Cards to fill in and cut out, each a unit. */
export const Boundary = ({ block, name }: BlockProps<'boundary'>) => {
  const leaves = block['sheet-of-its-own'] ?? false;
  const numbers = Array.from({ length: block.cards }, (_, index) => index + 1);
  return (
    <>
      <AskUnit prompt={block.boundary} hint={block.hint} name={name} leaves={leaves} />
      {numbers.map((number) => (
        <Card key={number} block={block} name={`${name}_${number}`} number={number} />
      ))}
    </>
  );
};

const Card = ({ block, name, number }: { block: BlockProps<'boundary'>['block']; name: string; number: number }) => {
  const { card, colors, space, icon, ruling } = useTheme();
  const drop = useDrop('hint');
  const strings = useStrings();
  const title = `${strings.card} ${number}`;
  const stacked = card.prompts === 0;
  // Two share a page, and are alike.
  const isUpper = number % 2 === 1 && number < block.cards;
  return (
    <Box
      role="Div"
      flow={{ leaves: block['sheet-of-its-own'] ?? false, pairWithNext: isUpper }}
      style={{ marginTop: space.m, padding: card.padding, paddingTop: space.s, border: `${card.edge} dashed ${colors.edge}` }}
    >
      <Box style={{ position: 'absolute', left: card.padding, top: -icon.size / 2 }}>
        <ScissorsIcon />
      </Box>
      <Words type="label">{title}</Words>
      {block.parts.map((part, index) => (
        <Box role="P" key={index} style={{ flexDirection: stacked ? 'column' : 'row', columnGap: space.s, marginTop: stacked ? space.s : 0 }}>
          <Words type="hint" role="Lbl" style={stacked ? {} : { width: card.prompts, paddingTop: drop }}>
            <Prose of={part.label} />
          </Words>
          <TextField
            name={`${name}_${index + 1}`}
            label={`${plain(part.label)}, ${title}`}
            lines={part.lines}
            {...(part.lines > 1 ? { grow: ruling.grow, growWith: `part ${index}` } : {})}
            beside={!stacked}
            style={stacked ? {} : { flex: 1 }}
          />
        </Box>
      ))}
    </Box>
  );
};
