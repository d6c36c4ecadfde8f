/** A row of numbered cells between two words. On paper the number is circled or crossed, on a screen the cell is ticked. */
import { Box, CheckField, Words, say, useStrings, useTheme } from 'mendbook/kit';
import { useMiddle } from './columns.tsx';

interface RatingProps {
  /** Each cell is `name_number`. */
  name: string;
  /** What is rated: in each cell's accessible name, behind its number. */
  about: string;
  from: number;
  to: number;
  /** The words under the low and the high end. */
  ends?: readonly [string, string] | undefined;
  /** What the ends mean, for the accessible names, where no words stand under them. */
  meaning?: readonly [string, string] | undefined;
}

/** So few cells stand twice as far apart: the words at the ends need the room. */
const FEW = 6;

/** The cells, and the words under their ends. */
export const Rating = ({ name, about, from, to, ends, meaning = ends }: RatingProps) => {
  const { scale, space } = useTheme();
  const middle = useMiddle('hint');
  const numbers = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const strings = useStrings();
  // The number comes first, as it is printed; what the ends mean is said at the ends alone, for whoever hears one cell after the other.
  const labelOf = (number: number): string => {
    const end = number === from ? meaning?.[0] : number === to ? meaning?.[1] : undefined;
    return [say(strings.outOf, { number, most: to }), ...(end ? [end] : []), about].join(' – ');
  };
  const pitch = numbers.length <= FEW ? 2 * scale.pitch : scale.pitch;
  const width = pitch * (numbers.length - 1) + scale.cell;
  return (
    <Box role="Div" style={{ width }}>
      <Box role="L" style={{ flexDirection: 'row', justifyContent: 'space-between' }}>
        {numbers.map((number) => (
          <Box role="LI" key={number} style={{ width: scale.cell, height: scale.cell }}>
            <Box role="Lbl" style={{ position: 'absolute', top: 0, left: 0 }}>
              <CheckField name={`${name}_${number}`} label={labelOf(number)} sign="ring" style={{ width: scale.cell, height: scale.cell }} />
            </Box>
            <Box role="LBody" style={{ marginTop: scale.cell / 2 - middle }}>
              <Words type="hint" role="Span" style={{ textAlign: 'center' }}>
                {`${number}`}
              </Words>
            </Box>
          </Box>
        ))}
      </Box>
      {ends ? (
        <Box role="P" style={{ flexDirection: 'row', justifyContent: 'space-between', columnGap: space.s, marginTop: space.xs }}>
          <Words type="hint" role="Span" style={{ flex: 1 }}>
            {ends[0]}
          </Words>
          <Words type="hint" role="Span" style={{ flex: 1, textAlign: 'right' }}>
            {ends[1]}
          </Words>
        </Box>
      ) : null}
    </Box>
  );
};
