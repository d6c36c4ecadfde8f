/** Lists of tick boxes, with a line for something else. */
import {
  Box,
  CheckField,
  Prose,
  TextField,
  Words,
  plain,
  ruleBelowBaseline,
  useStrings,
  useTheme,
  type ProseSpans,
  type Style,
  type ReactNode,
} from 'mendbook/kit';
import { useFitsBeside } from './beside.ts';
import { useAscent, useMiddle } from './columns.tsx';

interface TickProps {
  name: string;
  label: string;
  /** The words beside the box. */
  children: ReactNode;
  style?: Style;
}

/** A tick box with its words, hanging beside it. */
export const Tick = ({ name, label, children, style }: TickProps) => {
  const { tick, type } = useTheme();
  const middle = useMiddle('body');
  const air = Math.max(0, tick.row - type.body.leading) / 2;
  return (
    <Box role="LI" style={{ flexDirection: 'row', columnGap: tick.gap, minHeight: tick.row, paddingTop: air, paddingBottom: air, ...style }}>
      <Box role="Lbl" style={{ marginTop: middle - tick.size / 2 }}>
        <CheckField name={name} label={label} />
      </Box>
      <Box role="LBody" style={{ flex: 1 }}>
        {children}
      </Box>
    </Box>
  );
};

interface OtherProps {
  /** The name of the list; the box is `name_other`, the line `name_other_words`. */
  name: string;
  /** The prompt of the list, for the accessible names. */
  about: string;
  /** `true` takes the usual words, prose its own; false has no such line. */
  other: boolean | ProseSpans;
}

/** The last item of a list: a box, and a line for own words, beside the printed ones or below them. */
export const OtherTick = ({ name, about, other }: OtherProps) => {
  const strings = useStrings();
  const words: ProseSpans = typeof other === 'boolean' ? [{ text: strings.somethingElse }] : other;
  const beside = useFitsBeside(plain(words));
  const { tick, space, ruling, type } = useTheme();
  const ascent = useAscent();
  if (other === false) return null;
  const air = Math.max(0, tick.row - type.body.leading) / 2;
  // Beside words, what is written stands on their baseline; the line takes no more of the row than it has.
  const rule = ascent + ruleBelowBaseline(type.field.size);
  const place = beside ? { flex: 1, marginTop: rule - ruling.leading, marginBottom: type.body.leading - rule - air } : { marginBottom: -air };
  return (
    <Tick name={`${name}_other`} label={`${plain(words)} – ${about}`} style={{ width: '100%' }}>
      <Box role="P" style={beside ? { flexDirection: 'row', columnGap: space.xs } : {}}>
        <Words role="Lbl">
          <Prose of={words} />
        </Words>
        <TextField name={`${name}_other_words`} label={`${plain(words)} – ${strings.ownWords} – ${about}`} style={place} />
      </Box>
    </Tick>
  );
};
