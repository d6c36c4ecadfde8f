/** Lists of tick boxes, with a line for something else. */
import type { ReactNode } from 'react';
import { Box, CheckField, Prose, TextField, Words, useStrings, useTheme, type ProseSpans, type Style } from 'mendbook/kit';

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
  const air = Math.max(0, tick.row - type.body.leading) / 2;
  return (
    <Box role="LI" style={{ flexDirection: 'row', columnGap: tick.gap, minHeight: tick.row, paddingTop: air, paddingBottom: air, ...style }}>
      <Box role="Lbl" style={{ paddingTop: (type.body.leading - tick.size) / 2 }}>
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

/** The last item of a list: a box, and a line for own words. */
export const OtherTick = ({ name, about, other }: OtherProps) => {
  const strings = useStrings();
  const { tick, space, ruling, type } = useTheme();
  if (other === false) return null;
  const words: ProseSpans = other === true ? [{ text: strings.somethingElse }] : other;
  const said = words.map((span) => span.text).join('');
  return (
    <Tick name={`${name}_other`} label={`${said} – ${about}`} style={{ width: '100%' }}>
      <Box role="P" style={{ flexDirection: 'row', columnGap: space.xs }}>
        <Words role="Lbl" style={{ flexShrink: 1 }}>
          <Prose of={words} />
        </Words>
        <TextField
          name={`${name}_other_words`}
          label={`${said} – ${strings.ownWords}`}
          style={{ flexGrow: 1, flexBasis: '40%', marginTop: type.body.leading - ruling.leading, marginBottom: -Math.max(0, tick.row - type.body.leading) / 2 }}
        />
      </Box>
    </Tick>
  );
};
