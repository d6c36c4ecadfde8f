import { Box, Prose, TextField, Words, plain, useStrings, useTheme, type BlockProps, type Expects } from 'mendbook/kit';
import { Hint } from '../parts/ask.tsx';
import { Caption } from '../parts/caption.tsx';
import { useLeavesRoomFor } from '../parts/beside.ts';
import { Beside, Main, MarginWords, useDrop, useStacked } from '../parts/columns.tsx';
import { cutAtGaps, type Piece } from '../parts/sentence.ts';
import { placeOf } from '../parts/place.ts';

/** A sentence with gaps. Each gap takes the rest of its line, or a line of its own, and says under it what belongs there. */
export const Complete = ({ block, name }: BlockProps<'complete'>) => {
  const { space, column } = useTheme();
  const strings = useStrings();
  const numbers = Array.from({ length: block.tries }, (_, index) => index + 1);
  return (
    <>
      {numbers.map((number) => {
        const draft = `${strings.draft} ${number}`;
        const style = { marginTop: number > 1 ? space.m : space.s };
        const marks = { ...(number === 1 ? placeOf(name) : {}), ...(block.hint && number === block.tries ? { flow: { keepWithNext: true } } : {}) };
        const sentence = <Sentence block={block} name={block.tries > 1 ? `${name}_${number}` : name} draft={block.tries > 1 ? draft : ''} />;
        return block.tries > 1 ? (
          <Beside key={number} role="Div" {...marks} style={style} margin={<MarginWords level="line">{draft}</MarginWords>}>
            {sentence}
          </Beside>
        ) : (
          <Main key={number} role="Div" {...marks} style={style}>
            {sentence}
          </Main>
        );
      })}
      {/* The sentence is read before what it asks of the reader. */}
      {block.hint ? (
        <Main role="Div" style={{ marginTop: space.xs, maxWidth: column.measure }}>
          <Hint of={block.hint} />
        </Main>
      ) : null}
    </>
  );
};

interface SentenceProps {
  block: BlockProps<'complete'>['block'];
  /** The one gap has this name; several have `name_1`, `name_2`… */
  name: string;
  /** Tells several drafts apart; empty where there is one. */
  draft: string;
}

const Sentence = ({ block, name, draft }: SentenceProps) => {
  const { space } = useTheme();
  const { pieces, after } = cutAtGaps(block.complete);
  // Under the name of its draft, the height of a writing line is air enough.
  const begin = useStacked() && draft ? -space.xs : 0;
  return (
    <>
      {pieces.map((piece, index) => {
        const blank = block.blanks[index] ?? '';
        const words = plain(piece.before);
        return (
          <Gap
            key={index}
            piece={piece}
            blank={blank}
            expects={block.expects}
            name={pieces.length > 1 ? `${name}_${index + 1}` : name}
            label={[blank, words && ` – ${words}`, draft && `, ${draft}`].join('')}
            above={index === 0 ? begin : space.xs}
          />
        );
      })}
      {after.length > 0 ? (
        <Words style={{ marginTop: space.xs }}>
          <Prose of={after} />
        </Words>
      ) : null}
    </>
  );
};

interface GapProps {
  piece: Piece;
  /** What belongs there. */
  blank: string;
  expects: Expects | undefined;
  name: string;
  label: string;
  /** The space above, in points. */
  above: number;
}

const Gap = ({ piece, blank, expects, name, label, above }: GapProps) => {
  const { space } = useTheme();
  const beside = useLeavesRoomFor(plain(piece.before), expects);
  const onLine = { marginTop: useDrop() };
  // A gap ends its line, so that a stop or a comma behind it would hang at the far edge, belonging to nothing.
  const behind = piece.behind.replaceAll(/[.,;:…]/g, '');
  const words =
    piece.before.length > 0 ? (
      <Words role="Lbl" style={beside ? { ...onLine, marginRight: space.xs } : {}}>
        <Prose of={piece.before} />
      </Words>
    ) : null;
  return (
    <Box role="P" style={{ marginTop: above }}>
      {beside ? null : words}
      <Box style={{ flexDirection: 'row' }}>
        {beside ? words : null}
        <Box style={{ flex: 1 }}>
          <TextField name={name} label={label} expects={expects} />
          <Caption>{blank}</Caption>
        </Box>
        {behind ? (
          <Words role="Span" style={onLine}>
            {behind}
          </Words>
        ) : null}
      </Box>
    </Box>
  );
};
