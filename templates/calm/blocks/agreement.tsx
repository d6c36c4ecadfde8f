import { Box, Prose, TextField, Words, plain, useStrings, useTheme, type BlockProps, type Expects } from 'mendbook/kit';
import { AskUnit } from '../parts/ask.tsx';
import { Caption } from '../parts/caption.tsx';
import { Main, useDrop } from '../parts/columns.tsx';
import { Tick } from '../parts/ticks.tsx';

/** Own statements are given so many lines each. */
const STATEMENT_LINES = 2;
/** The shares of a signing line that the name and the date take. */
const SIGNING = { name: 3, date: 1.4 };

/** Statements to tick or to write, and a line for each name with a date: not a contract, so no signature field (pdf.md, decision 7). */
export const Agreement = ({ block, name }: BlockProps<'agreement'>) => (
  <>
    <AskUnit prompt={block.agreement} hint={block.hint} name={name} />
    <Statements block={block} name={name} />
    <Signing block={block} name={name} />
  </>
);

type Props = Pick<BlockProps<'agreement'>, 'block' | 'name'>;

const Statements = ({ block, name }: Props) => {
  const { space, list } = useTheme();
  const drop = useDrop();
  const { statements } = block;
  const about = plain(block.agreement);
  return (
    <Main role="L" numbered={typeof statements === 'number'} flow={{ split: true, keepWithNext: true }} style={{ marginTop: space.xs }}>
      {typeof statements === 'number'
        ? Array.from({ length: statements }, (_, index) => index + 1).map((number) => (
            // What is typed in a field must not hide the last rule of the one above it.
            <Box role="LI" key={number} style={{ flexDirection: 'row', marginTop: number > 1 ? space.xs / 4 : 0 }}>
              <Words role="Lbl" type="prompt" style={{ width: list.marker, marginTop: drop }}>
                {`${number}`}
              </Words>
              <Box role="LBody" style={{ flex: 1 }}>
                <TextField name={`${name}_${number}`} label={`${number} – ${about}`} lines={STATEMENT_LINES} beside />
              </Box>
            </Box>
          ))
        : statements.map((statement, index) => (
            <Tick key={index} name={`${name}_${index + 1}`} label={`${plain(statement)} – ${about}`}>
              <Words>
                <Prose of={statement} />
              </Words>
            </Tick>
          ))}
    </Main>
  );
};

const Signing = ({ block, name }: Props) => {
  const { space } = useTheme();
  const drop = useDrop();
  const strings = useStrings();
  const row = { flexDirection: 'row', columnGap: space.m } as const;
  return (
    <Main role="Div" style={{ marginTop: space.m }}>
      {block.names.map((who, index) => (
        <Box key={index} style={{ ...row, marginTop: index > 0 ? space.m : 0 }}>
          <Captioned expects="name" grow={SIGNING.name} words={who} name={`${name}_name_${index + 1}`} label={`${who} – ${strings.name}`} />
          <Captioned expects="date" grow={SIGNING.date} words={strings.date} name={`${name}_date_${index + 1}`} label={`${strings.date} – ${who}`} />
        </Box>
      ))}
      <Box role="P" style={{ ...row, columnGap: space.s, marginTop: space.m }}>
        <Words role="Lbl" style={{ marginTop: drop }}>
          {block.review}
        </Words>
        <TextField name={`${name}_review`} label={block.review} spellcheck={false} expects="date" style={{ flex: 1 }} />
      </Box>
    </Main>
  );
};

/** A line with its caption below, as one signs on paper. */
interface CaptionedProps {
  grow: number;
  words: string;
  expects: Expects;
  name: string;
  label: string;
}

const Captioned = ({ grow, words, expects, name, label }: CaptionedProps) => (
  <Box role="P" style={{ flexGrow: grow, flexBasis: 0 }}>
    <TextField name={name} label={label} spellcheck={false} expects={expects} />
    <Caption role="Lbl">{words}</Caption>
  </Box>
);
