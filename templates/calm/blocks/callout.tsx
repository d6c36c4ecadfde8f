import { Box, Decoration, Prose, Words, useStrings, useTheme, type BlockProps, type ComponentType } from 'mendbook/kit';
import { ExampleIcon, NoteIcon, PauseIcon, SafetyIcon } from '../drawings/icons.tsx';
import { Beside } from '../parts/columns.tsx';
import { Points } from '../parts/points.tsx';

const ICONS: { [K in BlockProps<'callout'>['block']['callout']]: ComponentType<{ color: string }> } = {
  note: NoteIcon,
  example: ExampleIcon,
  pause: PauseIcon,
  safety: SafetyIcon,
};

/** An example belongs to what it shows, and a pause ends what came before. */
const MOVABLE: ReadonlySet<string> = new Set(['note', 'safety']);

/** Set apart by an icon and a word in the margin column, and by a bar and an indent: never by colour alone. */
export const Callout = ({ block }: BlockProps<'callout'>) => {
  const { space, colors, callout, type, icon, column } = useTheme();
  const strings = useStrings();
  const Icon = ICONS[block.callout];
  const color = block.callout === 'safety' ? colors.signal : colors.accent;
  const bar = block.callout === 'safety' ? colors.signal : colors.mark;
  const word = strings[block.callout];
  return (
    <Beside
      role="Div"
      flow={{ mayMoveUp: MOVABLE.has(block.callout) && !block['in-place'] }}
      style={{ marginTop: space.l }}
      margin={
        <Box style={{ flexDirection: 'row', columnGap: space.xs, paddingTop: (type.body.leading - type.label.leading) / 2 }}>
          <Box style={{ paddingTop: Math.max(0, type.label.leading - icon.size) / 2 }}>
            <Icon color={color} />
          </Box>
          <Words type="label" style={{ flexShrink: 1 }}>
            {word}
          </Words>
        </Box>
      }
    >
      <Box style={{ paddingLeft: callout.indent, maxWidth: column.measure }}>
        <Decoration style={{ position: 'absolute', left: 0, top: 0, bottom: 0, width: callout.bar, backgroundColor: bar }} />
        {block.title ? (
          <Words type="prompt">
            <Prose of={block.title} />
          </Words>
        ) : null}
        {block.text.map((paragraph, index) => (
          <Words key={index} style={{ marginTop: index > 0 ? space.xs : 0 }}>
            <Prose of={paragraph} />
          </Words>
        ))}
        {block.items ? <Points items={block.items} /> : null}
      </Box>
    </Beside>
  );
};
