/** A list that is read: bullets, or numbers where the order matters. */
import { Box, Prose, Words, useTheme, type ProseSpans, type Style } from 'mendbook/kit';
import { Continued } from './continued.tsx';

interface PointsProps {
  /** Where a page may end between two points: what they are about. */
  mayEndWithin?: ProseSpans;
  items: ProseSpans[];
  numbered?: boolean;
  style?: Style;
}

/** The list; each point hangs beside its bullet or number. */
export const Points = ({ items, numbered = false, mayEndWithin, ...box }: PointsProps) => {
  const { list, space } = useTheme();
  return (
    <Box role="L" numbered={numbered} flow={{ split: mayEndWithin !== undefined }} {...box}>
      {mayEndWithin ? <Continued of={mayEndWithin} /> : null}
      {items.map((item, index) => (
        <Box role="LI" key={index} style={{ flexDirection: 'row', marginTop: space.xs }}>
          <Words type={numbered ? 'prompt' : 'body'} role="Lbl" style={{ width: list.marker }}>
            {numbered ? `${index + 1}` : '•'}
          </Words>
          <Box role="LBody" style={{ flex: 1 }}>
            <Words>
              <Prose of={item} />
            </Words>
          </Box>
        </Box>
      ))}
    </Box>
  );
};
