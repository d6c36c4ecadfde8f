/** A list that is read: bullets, or numbers where the order matters. */
import { Box, Prose, Words, useTheme, type Marks, type ProseSpans, type Style } from 'mendbook/kit';

interface PointsProps extends Pick<Marks, 'flow'> {
  items: ProseSpans[];
  numbered?: boolean;
  style?: Style;
}

/** The list; each point hangs beside its bullet or number. */
export const Points = ({ items, numbered = false, ...box }: PointsProps) => {
  const { list, space } = useTheme();
  return (
    <Box role="L" numbered={numbered} {...box}>
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
