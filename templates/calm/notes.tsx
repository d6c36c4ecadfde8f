import { Box, Decoration, Prose, Words, useStrings, useTheme, type NotesProps, type ProseSpans, type ReactNode } from 'mendbook/kit';
import { SafetyIcon } from './drawings/icons.tsx';
import { Beside, MarginWords } from './parts/columns.tsx';
import { useGround } from './parts/ground.ts';
import { Meta } from './parts/meta.tsx';
import { Points } from './parts/points.tsx';

/** What the counselor reads beside a page: its aim, what to look for, when to take care, what to talk over. */
export const Notes = ({ notes, title, level, minutes, company }: NotesProps) => {
  const { space } = useTheme();
  const strings = useStrings();
  const ground = useGround();
  return (
    <>
      <Beside flow={{ breakBefore: true, keepWithNext: true }} bookmark={{ title: `${strings.counselorNotes}: ${title}`, level: level - 1 }} margin={null}>
        {/* A band of its own, which no page of a client begins with: a page in the wrong pile is noticed. */}
        <Box style={{ padding: space.s, ...ground }}>
          <Words type="label" role="P">
            {strings.counselorNotes}
          </Words>
          <Words type="section" role={level === 2 ? 'H2' : 'H3'}>
            {title}
          </Words>
          {minutes || company ? (
            <Box style={{ marginTop: space.xs }}>
              <Meta minutes={minutes} company={company} across />
            </Box>
          ) : null}
        </Box>
      </Beside>
      <Part margin={<MarginWords>{strings.goal}</MarginWords>}>
        <Words type="lead">
          <Prose of={notes.goal} />
        </Words>
      </Part>
      <List margin={<MarginWords>{strings.lookFor}</MarginWords>} items={notes['look-for']} />
      <Cautions items={notes.cautions} />
      <List margin={<MarginWords>{strings.debrief}</MarginWords>} items={notes.debrief} numbered={notes.debrief.length > 1} />
    </>
  );
};

/** One of the four, with its name in the margin column. */
const Part = ({ margin, children }: { margin: ReactNode; children: ReactNode }) => {
  const { space, column } = useTheme();
  return (
    <Beside role="Div" style={{ marginTop: space.l }} margin={margin}>
      <Box style={{ maxWidth: column.measure }}>{children}</Box>
    </Beside>
  );
};

interface ListProps {
  margin: ReactNode;
  items: ProseSpans[];
  numbered?: boolean;
}

/** A part of several points; nothing where there are none. */
const List = ({ margin, items, numbered = false }: ListProps) => {
  const { space } = useTheme();
  if (items.length === 0) return null;
  return (
    <Part margin={margin}>
      {/* Each point stands off from the one before it; the first one stands level with the name of the part. */}
      <Box style={{ marginTop: -space.xs }}>
        <Points items={items} numbered={numbered} />
      </Box>
    </Part>
  );
};

/** When to take care: told by the sign and the bar of a safety callout, never by colour alone. */
const Cautions = ({ items }: { items: ProseSpans[] }) => {
  const { space, colors, callout, type, icon } = useTheme();
  const strings = useStrings();
  if (items.length === 0) return null;
  return (
    <Part
      margin={
        // In a wider typeface the word goes below its sign.
        <Box style={{ flexDirection: 'row', flexWrap: 'wrap', columnGap: space.xs / 2, paddingTop: (type.body.leading - type.label.leading) / 2 }}>
          <Box style={{ paddingTop: Math.max(0, type.label.leading - icon.size) / 2 }}>
            <SafetyIcon color={colors.signal} />
          </Box>
          <Words type="label" style={{ color: colors.signal, flexShrink: 1 }}>
            {strings.cautions}
          </Words>
        </Box>
      }
    >
      <Box style={{ paddingLeft: callout.indent }}>
        <Decoration style={{ position: 'absolute', left: 0, top: 0, bottom: 0, width: callout.bar, backgroundColor: colors.signal }} />
        <Box style={{ marginTop: -space.xs }}>
          <Points items={items} />
        </Box>
      </Box>
    </Part>
  );
};
